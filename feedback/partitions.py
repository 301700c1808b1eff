"""The table of ratings in monthly parts on PostgreSQL, so that old months leave at once; elsewhere a plain table.

A month without a part of its own goes into the part "other": no rating is ever refused for want of one. Names in the
statements are made here, of a constant and of numbers.
"""

from datetime import date, timedelta

from django.db import DEFAULT_DB_ALIAS, connections, transaction

TABLE = "feedback_rating"
OTHER = f"{TABLE}_other"


def is_parted(database=DEFAULT_DB_ALIAS):
    """Whether this database has the table in parts."""
    return connections[database].vendor == "postgresql"


def first_of(day):
    return day.replace(day=1)


def month_after(first):
    return date(first.year + first.month // 12, first.month % 12 + 1, 1)


def last_of(first):
    """The last day of the month that begins on `first`."""
    return month_after(first) - timedelta(days=1)


def months(start, end):
    """The first days of the months from `start` to `end`."""
    first = first_of(start)
    while first <= end:
        yield first
        first = month_after(first)


def name_of(first):
    return f"{TABLE}_{first:%Y_%m}"


def existing(database=DEFAULT_DB_ALIAS):
    """The first days of the months that have a part of their own, in order."""
    query = "SELECT c.relname FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid WHERE i.inhparent = %s::regclass"
    with connections[database].cursor() as cursor:
        cursor.execute(query, [TABLE])
        names = [name for (name,) in cursor.fetchall() if name != OTHER]
    return sorted(date(int(name[-7:-3]), int(name[-2:]), 1) for name in names)


def ensure(start, end, database=DEFAULT_DB_ALIAS):
    """Make the missing parts for the days from `start` to `end`; returns the first days of those months."""
    if not is_parted(database):
        return []
    missing = [first for first in months(start, end) if first not in set(existing(database))]
    for first in missing:
        make(first, database)
    return missing


def make(first, database=DEFAULT_DB_ALIAS):
    """Make the part of one month; what came before it was there moves over from the part "other"."""
    part, span = name_of(first), [first, month_after(first)]
    with transaction.atomic(using=database), connections[database].cursor() as cursor:
        # One at a time: two servers may think of the same month at once.
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext(%s))", [TABLE])
        cursor.execute("SELECT to_regclass(%s)", [part])
        if cursor.fetchone()[0]:
            return
        cursor.execute(f"CREATE TABLE {part} (LIKE {TABLE} INCLUDING DEFAULTS INCLUDING CONSTRAINTS)")
        taken = f"DELETE FROM {OTHER} WHERE rated_on >= %s AND rated_on < %s RETURNING *"  # noqa: S608
        cursor.execute(f"WITH moved AS ({taken}) INSERT INTO {part} SELECT * FROM moved", span)  # noqa: S608
        cursor.execute(f"ALTER TABLE {TABLE} ATTACH PARTITION {part} FOR VALUES FROM ('{span[0]}') TO ('{span[1]}')")


def drop_before(first, database=DEFAULT_DB_ALIAS):
    """Drop the parts of the months before the one that begins on `first`; returns their first days."""
    old = [month for month in existing(database) if month < first]
    with transaction.atomic(using=database), connections[database].cursor() as cursor:
        for month in old:
            cursor.execute(f"DROP TABLE {name_of(month)}")
        cursor.execute(f"DELETE FROM {OTHER} WHERE rated_on < %s", [first])  # noqa: S608
    return old
