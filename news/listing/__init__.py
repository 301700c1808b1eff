"""Reading a news listing printed by the former site: which stories it holds, and what their texts tell."""
