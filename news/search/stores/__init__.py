"""Where the stems are kept and looked up: a module for each database, with the same functions."""

from django.db import connection

from . import postgresql, sqlite


def store():
    """The module for the database in use; each has write(), remove(), newest() and counts()."""
    return {"postgresql": postgresql, "sqlite": sqlite}[connection.vendor]
