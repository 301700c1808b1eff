"""Puts an archive into an empty database and empty folders: wholly or not at all.

Everything in the archive is read and checked before anything is written. An older archive is loaded into the tables of
its time, which are then migrated as the database it was made from would have been.
"""

from django.core.management import call_command
from django.db import DEFAULT_DB_ALIAS, DatabaseError, connections, transaction
from django.db.migrations.executor import MigrationExecutor

from .archive import open_archive
from .errors import DamagedArchive, RestoreRefused, Unfinished
from .loading import load
from .migrations import applied, state_of_archive
from .tables import MADE_BY_MIGRATIONS, all_tables, kept_tables
from .unpacking import refuse_unless_empty, refuse_without_room, unpacked

REBUILDING = ("rebuild_search", "rebuild_queue", "rebuild_memory")  # what tables.DERIVED leaves out


def restore(path, say=lambda sentence: None):
    """Restore the archive `path`; returns its Manifest.

    Raises RestoreRefused, and then there is no row and no file more than before; the tables may have been made.
    Raises Unfinished when all of it is there and what follows failed.
    """
    connection = connections[DEFAULT_DB_ALIAS]
    try:
        with open_archive(path) as archive:
            state = state_of_archive(connection, archive.manifest.seen)
            is_new = refuse_used_database(connection, state)
            refuse_unless_empty()
            refuse_without_room(archive.manifest.total_bytes)
            tables = tables_of(archive, state)
            check(archive, tables, say)
            if is_new:
                say("making the tables")
                MigrationExecutor(connection).migrate(state.targets)
            put(connection, archive, state, tables, say)
            manifest = archive.manifest
    except DatabaseError as error:
        raise RestoreRefused(f"The database refused it: {' '.join(str(error).split())}") from error
    except OSError as error:
        place = f" ({error.filename})" if error.filename else ""
        raise RestoreRefused(f"The archive can’t be restored: {error.strerror or error}{place}.") from error
    try:
        finish(connection, state, say)
    except Exception as error:
        commands = ", ".join(("migrate", *REBUILDING))
        raise Unfinished(f"The archive is restored, but what comes after it failed: run {commands}.") from error
    return manifest


def refuse_used_database(connection, state):
    """Whether the database has no tables yet. Raises RestoreRefused when it holds anything but what migrations make."""
    if not connection.introspection.table_names():
        return True
    seen = applied(connection)
    if not seen:
        raise RestoreRefused("The database has tables of something else: give it one of its own.")
    if seen != state.seen:
        raise RestoreRefused(
            "The database was migrated to another state than the archive’s: make a new one, without any tables."
        )
    for table in all_tables(state.apps):
        if table.label not in MADE_BY_MIGRATIONS and table.has_rows(connection.alias):
            raise RestoreRefused(f"The database isn’t empty: {table.name} has rows. Make a new one.")
    return False


def tables_of(archive, state):
    """The Tables to fill. Raises DamagedArchive unless the archive has all of them and no others."""
    tables = kept_tables(state.apps)
    said = {name: table["columns"] for name, table in archive.manifest.tables.items()}
    if said != {table.name: table.columns for table in tables}:
        raise DamagedArchive("its tables aren’t those of its migrations")
    return tables


def check(archive, tables, say):
    """Read every value and every byte. Raises DamagedArchive."""
    for table in tables:
        for _row in archive.rows(table):
            pass
    archive.check_files()
    rows = sum(archive.manifest.tables[table.name]["rows"] for table in tables)
    say(f"the archive is whole: {rows} rows, {len(archive.manifest.files)} files")


def put(connection, archive, state, tables, say):
    """Files and rows: when one of them fails, neither is there."""
    with unpacked(archive, say), transaction.atomic(using=connection.alias, durable=True):
        load(connection, archive, state, tables, say)


def finish(connection, state, say):
    """Migrate to what the code needs, and derive what the archive leaves out."""
    say("the tables are loaded" if state.is_newest else "the tables are loaded and will be migrated")
    call_command("migrate", verbosity=0, interactive=False)
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
    for command in REBUILDING:
        say(command)
        call_command(command, stdout=Quiet())


class Quiet:
    """Takes the progress lines of other commands, of which there would be thousands."""

    def write(self, text):
        """Drop them."""

    def flush(self):
        """Nothing is held."""
