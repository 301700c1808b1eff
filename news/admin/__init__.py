"""The newsroom's desk: stories with a tab per language, pictures and tags."""

from . import article, pictures, tags, transitions

__all__ = ["article", "pictures", "tags", "transitions"]
