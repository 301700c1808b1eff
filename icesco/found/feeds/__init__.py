"""Atom and JSON feeds of the newest stories: all of a language, or those of one subject."""
