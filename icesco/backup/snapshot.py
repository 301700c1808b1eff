"""The database as it is at one instant, while the site goes on writing."""

from contextlib import contextmanager

from django.db import transaction


@contextmanager
def snapshot(connection):
    """All that is read within is of one instant; nobody waits for it."""
    if connection.vendor == "postgresql":
        with transaction.atomic(using=connection.alias, durable=True), connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            yield
        return
    # Not atomic(): our transactions on SQLite begin by taking the place of the one writer.
    with connection.cursor() as cursor:
        cursor.execute("BEGIN DEFERRED")
        try:
            cursor.execute("SELECT count(*) FROM sqlite_master")  # the instant: a transaction begins with what it reads
            yield
        finally:
            cursor.execute("ROLLBACK")


def last_key(connection, table):
    """The greatest number that the database ever gave out for a key of `table`, 0 without: none comes again."""
    if table.counter is None:
        return 0
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SELECT pg_get_serial_sequence(%s, %s)", [table.name, table.counter])
            (sequence,) = cursor.fetchone()
            cursor.execute(f"SELECT CASE WHEN is_called THEN last_value ELSE 0 END FROM {sequence}")  # noqa: S608
        else:
            cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [table.name])
        return (cursor.fetchone() or (0,))[0]


def set_last_key(connection, table, number):
    """Let the next key of `table` be greater than `number` and than every key there is."""
    if table.counter is None:
        return
    name, column = connection.ops.quote_name(table.name), connection.ops.quote_name(table.counter)
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT coalesce(max({column}), 0) FROM {name}")  # noqa: S608
        number = max(number, cursor.fetchone()[0])
        if connection.vendor == "postgresql":
            sequence = "pg_get_serial_sequence(%s, %s)"
            params = [table.name, table.counter, max(number, 1), number > 0]
            cursor.execute(f"SELECT setval({sequence}, %s, %s)", params)
        else:
            cursor.execute("DELETE FROM sqlite_sequence WHERE name = %s", [table.name])
            cursor.execute("INSERT INTO sqlite_sequence (name, seq) VALUES (%s, %s)", [table.name, number])
