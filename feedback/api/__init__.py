"""Ratings and figures for programs of analysts: JSON, read-only, with a token (docs/for-analysts.md)."""
