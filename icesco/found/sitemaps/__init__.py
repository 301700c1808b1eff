"""Sitemaps: an index, and parts of a size that no number of stories changes."""
