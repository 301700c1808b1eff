"""The site's own rows in the admin, and who may do what in it."""

from . import institution, staff

__all__ = ["institution", "staff"]
