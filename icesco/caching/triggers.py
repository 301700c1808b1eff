"""Triggers by which the database raises the site version, whoever writes and by whatever way.

Made after migrations rather than in one: SQLite loses a table's triggers whenever Django makes the table anew.
"""

import hashlib

from django.apps import apps
from django.db import connections, transaction

from .public_tables import PUBLIC
from .version_row import SiteVersion

PREFIX = "icesco_version"
EVENTS = ("INSERT", "UPDATE", "DELETE")

# The number is the time in microseconds, or one more where the clock stands still: a database that goes back in time (a
# restored copy, a standby that lagged) must not give a number twice, for other words.

# Deferred to the end of the transaction: the one row is then the last that it locks, and for a moment only. Two
# transactions that also want each other's rows would wait for one another otherwise.
FUNCTION = """
CREATE OR REPLACE FUNCTION icesco_raise_version() RETURNS trigger LANGUAGE plpgsql AS $body$
DECLARE
  here text := pg_current_xact_id()::text;
  is_seen boolean := TG_OP <> 'UPDATE';
  microseconds bigint := extract(epoch FROM clock_timestamp()) * 1000000;
BEGIN
  IF current_setting('icesco.version_raised_in', true) = here THEN
    RETURN NULL;
  END IF;
  IF NOT is_seen AND TG_NARGS = 0 THEN
    is_seen := OLD IS DISTINCT FROM NEW;
  ELSIF NOT is_seen THEN
    FOR i IN 0 .. TG_NARGS - 1 LOOP
      is_seen := is_seen OR to_jsonb(OLD) -> TG_ARGV[i] IS DISTINCT FROM to_jsonb(NEW) -> TG_ARGV[i];
    END LOOP;
  END IF;
  IF is_seen THEN
    INSERT INTO icesco_siteversion (id, number) VALUES (1, microseconds)
      ON CONFLICT (id) DO UPDATE SET number = greatest(icesco_siteversion.number + 1, EXCLUDED.number);
    PERFORM set_config('icesco.version_raised_in', here, true);
  END IF;
  RETURN NULL;
END
$body$
"""
ON_POSTGRESQL = """
CREATE CONSTRAINT TRIGGER {name} AFTER INSERT OR UPDATE OR DELETE ON {table}
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION icesco_raise_version({columns})
"""
ON_SQLITE = """
CREATE TRIGGER {name} AFTER {event} ON {table} {condition}
BEGIN
  INSERT INTO icesco_siteversion (id, number)
    VALUES (1, CAST((julianday('now') - 2440587.5) * 86400000000 AS INTEGER))
    ON CONFLICT (id) DO UPDATE SET number = max(number + 1, EXCLUDED.number);
END
"""


def renew_after_migrating(app_config, using, **kwargs):
    """Put the triggers of database `using` into the state that the code says, once all its tables are there."""
    if app_config.label != "icesco":
        return
    connection = connections[using]
    tables = set(connection.introspection.table_names())
    if SiteVersion._meta.db_table not in tables:
        return
    renew(connection, tables)
    SiteVersion.objects.using(using).get_or_create(pk=SiteVersion.ONLY)


def renew(connection, tables):
    """Make the triggers that are missing on `tables`, a set of names, and take away those of another day.

    A name ends in a digest of what the trigger does, so names tell.
    """
    wanted, present = wanted_triggers(connection.vendor, tables), present_triggers(connection)
    if wanted.keys() == present.keys():
        return
    with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
        for name in present.keys() - wanted.keys():
            on_table = f" ON {present[name]}" if connection.vendor == "postgresql" else ""
            cursor.execute(f"DROP TRIGGER {name}{on_table}")
        if connection.vendor == "postgresql":
            cursor.execute(FUNCTION)
        for name in wanted.keys() - present.keys():
            cursor.execute(wanted[name])


def wanted_triggers(vendor, tables):
    """{name: SQL that makes it} for those of `tables` that readers see something of."""
    found = {}
    for label, columns in PUBLIC.items():
        table = apps.get_model(label)._meta.db_table
        if table not in tables:
            continue
        for tail, sql in written(vendor, table, columns):
            digest = hashlib.sha256(f"{FUNCTION if vendor == 'postgresql' else ''}{sql}".encode()).hexdigest()[:8]
            name = f"{PREFIX}_{table}{tail}_{digest}"
            found[name] = sql.replace("{name}", name)
    return found


def written(vendor, table, columns):
    """Pairs of (end of the name, SQL with {name} still open) of the triggers on one table."""
    if vendor == "postgresql":
        names = ", ".join(f"'{column}'" for column in columns)
        return [("", ON_POSTGRESQL.format(name="{name}", table=table, columns=names))]
    changed = " OR ".join(f"OLD.{column} IS NOT NEW.{column}" for column in columns)
    return [
        (
            f"_{event.lower()}",
            ON_SQLITE.format(
                name="{name}",
                event=event,
                table=table,
                condition=f"WHEN {changed}" if changed and event == "UPDATE" else "",
            ),
        )
        for event in EVENTS
    ]


def present_triggers(connection):
    """{name: its table} of the triggers of ours that the database has."""
    if connection.vendor == "postgresql":
        sql = (
            "SELECT tgname, tgrelid::regclass::text FROM pg_trigger WHERE NOT tgisinternal AND starts_with(tgname, %s)"
        )
    else:
        sql = "SELECT name, tbl_name FROM sqlite_master WHERE type = 'trigger' AND instr(name, %s) = 1"
    with connection.cursor() as cursor:
        cursor.execute(sql, [f"{PREFIX}_"])
        return dict(cursor.fetchall())
