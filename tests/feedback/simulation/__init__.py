"""One day of made-up traffic, ten thousand people and some bots, for the rules of feedback/abuse.py."""
