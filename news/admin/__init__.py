"""The newsroom's desk: stories with a tab per language, pictures, tags and terms."""

from . import article, pictures, tags, terms, transitions

__all__ = ["article", "pictures", "tags", "terms", "transitions"]
