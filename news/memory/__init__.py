"""What was translated before: approved translations kept sentence by sentence, and found again by likeness."""
