"""What this app needs of the machine, told by `manage.py check` before anything fails."""

import sqlite3

from django.conf import settings
from django.core.checks import Error, register


@register()
def sqlite_can_search(app_configs, **kwargs):
    """SQLite is built with or without FTS5, the table that search needs."""
    if not settings.DATABASES["default"]["ENGINE"].endswith("sqlite3") or has_fts5():
        return []
    return [
        Error(
            "This Python's SQLite has no FTS5, so search can't work.",
            hint="Use a Python whose SQLite has it (all packaged ones do), or PostgreSQL: docs/configuration.md.",
            id="news.E001",
        )
    ]


def has_fts5():
    with sqlite3.connect(":memory:") as connection:
        try:
            connection.execute("CREATE VIRTUAL TABLE words USING fts5 (word)")
        except sqlite3.OperationalError:
            return False
    return True
