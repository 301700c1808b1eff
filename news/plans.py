"""How PostgreSQL is told what it can't guess."""

from contextlib import contextmanager

from django.db import connection, transaction


@contextmanager
def by_index():
    """What is asked inside is looked up by index: PostgreSQL would rather read a narrow table whole, however long."""
    if connection.vendor != "postgresql":
        yield
        return
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
        yield
        cursor.execute("SET LOCAL enable_seqscan TO DEFAULT")
