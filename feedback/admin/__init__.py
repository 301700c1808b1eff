"""Feedback in the admin: the ratings, read and judged; the dashboard; the comments; files to take away."""

from . import export_log, rating

__all__ = ["export_log", "rating"]
