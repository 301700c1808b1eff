"""Rows of an archive into the tables of an empty database, within the caller's transaction."""

from itertools import islice

from django.db import IntegrityError

from feedback import partitions

from .errors import DamagedArchive, RestoreRefused
from .snapshot import set_last_key
from .tables import all_tables
from .values import NUMBERS, TEXT

BATCH = 1000
RATINGS, PARTED = "feedback_rating", ("feedback", "0008_ratings_by_month")
AS_THEY_ARE = {"JSONField", "BooleanField"} | TEXT | NUMBERS  # both databases take these so


def load(connection, archive, state, tables, say):
    """Empty every table of the State `state` and fill the Tables `tables`. Raises DamagedArchive, RestoreRefused."""
    empty(connection, all_tables(state.apps))
    make_months(connection, archive, state, tables)
    write = copy_rows if connection.vendor == "postgresql" else insert_rows
    for table in tables:
        said = archive.manifest.tables[table.name]
        write(connection, table, prepared(connection, table, archive.rows(table)))
        if table.count(connection.alias) != said["rows"]:
            raise RestoreRefused(f"The table {table.name} has other rows than the archive.")
        set_last_key(connection, table, said["last_key"])
        if said["rows"]:
            say(f"{table.name}: {said['rows']} rows")
    try:
        connection.check_constraints()
    except IntegrityError as error:
        raise DamagedArchive(f"rows in it name others that it lacks ({' '.join(str(error).split())})") from None


def empty(connection, tables):
    """Take out what migrations put there: the archive has those rows too, with the keys that others name."""
    with connection.cursor() as cursor:
        for table in tables:
            cursor.execute(f"DELETE FROM {connection.ops.quote_name(table.name)}")  # noqa: S608


def make_months(connection, archive, state, tables):
    """Make the parts of the table of ratings before the rows come, where it has parts."""
    table = next((table for table in tables if table.name == RATINGS), None)
    if table is None or PARTED not in state.seen or not partitions.is_parted(connection.alias):
        return
    place = table.columns.index("rated_on")
    for month in sorted({partitions.first_of(row[place]) for row in archive.rows(table)}):
        partitions.ensure(month, month, connection.alias)


def prepared(connection, table, rows):
    """The values of each row as this database takes them."""
    prepares = [
        None if kind in AS_THEY_ARE else field.get_db_prep_value
        for field, kind in zip(table.fields, table.kinds, strict=True)
    ]
    for row in rows:
        yield [
            value if value is None or prepare is None else prepare(value, connection, prepared=False)
            for value, prepare in zip(row, prepares, strict=True)
        ]


def names(connection, table):
    quote = connection.ops.quote_name
    return quote(table.name), ", ".join(quote(column) for column in table.columns)


def copy_rows(connection, table, rows):
    name, columns = names(connection, table)
    with (
        connection.cursor() as cursor,
        connection.wrap_database_errors,
        cursor.copy(f"COPY {name} ({columns}) FROM STDIN") as copy,
    ):
        for row in rows:
            copy.write_row(row)


def insert_rows(connection, table, rows):
    name, columns = names(connection, table)
    marks = ", ".join(["%s"] * len(table.columns))
    with connection.cursor() as cursor:
        while batch := list(islice(rows, BATCH)):
            cursor.executemany(f"INSERT INTO {name} ({columns}) VALUES ({marks})", batch)  # noqa: S608
