from django.db import migrations

from feedback import partitions

# All names below are constants of this file.
COLUMNS = (
    "id, score, comment, language, page_type, page_key, created_at, rated_on, device, channel, placement, "
    "label_version, scale_order, widget_version, seconds, is_demo"
)
WHOLE = "feedback_rating_whole"


def part(apps, schema_editor):
    """Put the ratings into monthly parts, on PostgreSQL. The key becomes (id, day), as a parted table needs it."""
    if schema_editor.connection.vendor != "postgresql":
        return
    replace(
        schema_editor,
        "PARTITION BY RANGE (rated_on)",
        "PRIMARY KEY (id, rated_on)",
        "CREATE TABLE feedback_rating_other PARTITION OF feedback_rating DEFAULT",
        "CREATE INDEX rating_by_day ON feedback_rating USING brin (rated_on)",
    )
    fill(schema_editor)


def put_together(apps, schema_editor):
    if schema_editor.connection.vendor != "postgresql":
        return
    replace(
        schema_editor,
        "",
        "PRIMARY KEY (id)",
        "CREATE INDEX rating_by_day ON feedback_rating (rated_on)",
    )
    schema_editor.execute(f"INSERT INTO feedback_rating ({COLUMNS}) SELECT {COLUMNS} FROM {WHOLE}")  # noqa: S608
    schema_editor.execute(f"DROP TABLE {WHOLE} CASCADE")


def replace(schema_editor, kind, key, *more):
    """Set the table aside as WHOLE and make an empty one like it; the sequence of keys goes over to the new one."""
    for statement in (
        f"ALTER TABLE feedback_rating RENAME TO {WHOLE}",
        "ALTER INDEX rating_by_day RENAME TO rating_by_day_of_the_whole",
        f"CREATE TABLE feedback_rating (LIKE {WHOLE} INCLUDING DEFAULTS INCLUDING CONSTRAINTS) {kind}",
        f"ALTER TABLE feedback_rating ADD {key}",
        *more,
    ):
        schema_editor.execute(statement)
    move_sequence(schema_editor)


def move_sequence(schema_editor):
    """Number the new table from a sequence that it owns, from where the old one stopped.

    Not as an identity column: PostgreSQL has those on parted tables from version 17 on.
    """
    with schema_editor.connection.cursor() as cursor:
        cursor.execute("CREATE SEQUENCE IF NOT EXISTS feedback_rating_keys")
        cursor.execute(f"SELECT coalesce(max(id), 0) + 1 FROM {WHOLE}")  # noqa: S608
        cursor.execute("SELECT setval('feedback_rating_keys', %s, false)", cursor.fetchone())
        cursor.execute("ALTER TABLE feedback_rating ALTER id SET DEFAULT nextval('feedback_rating_keys')")
        cursor.execute("ALTER SEQUENCE feedback_rating_keys OWNED BY feedback_rating.id")


def fill(schema_editor):
    with schema_editor.connection.cursor() as cursor:
        cursor.execute(f"SELECT min(rated_on), max(rated_on) FROM {WHOLE}")  # noqa: S608
        first, last = cursor.fetchone()
    if first:
        partitions.ensure(first, last, schema_editor.connection.alias)
    schema_editor.execute(f"INSERT INTO feedback_rating ({COLUMNS}) SELECT {COLUMNS} FROM {WHOLE}")  # noqa: S608
    schema_editor.execute(f"DROP TABLE {WHOLE} CASCADE")


class Migration(migrations.Migration):
    dependencies = [("feedback", "0007_visitors_of_the_day")]

    operations = [migrations.RunPython(part, put_together)]
