"""Where the translation memory keeps keys and sketches: a GIN index on PostgreSQL, tables of their own on SQLite."""

from django.db import migrations

# Without fastupdate: a page asks the index hundreds of times, and each time would read what waits to be sorted in.
POSTGRESQL = [
    "ALTER TABLE news_memorysentence ADD COLUMN keys int[] NOT NULL DEFAULT '{}'",
    "ALTER TABLE news_memorysentence ADD COLUMN sketch bit(256) NOT NULL DEFAULT repeat('0', 256)::bit(256)",
    "CREATE INDEX memory_sentence_keys ON news_memorysentence USING gin (keys) WITH (fastupdate = off)",
]
SQLITE = [
    "CREATE TABLE news_memorykey (key integer NOT NULL, sentence_id integer NOT NULL, PRIMARY KEY (key, sentence_id))"
    " WITHOUT ROWID",
    "CREATE TABLE news_memorysketch (sentence_id integer PRIMARY KEY, size integer NOT NULL, sketch blob NOT NULL)",
]
BACK = {
    "postgresql": [
        "DROP INDEX memory_sentence_keys",
        "ALTER TABLE news_memorysentence DROP COLUMN sketch",
        "ALTER TABLE news_memorysentence DROP COLUMN keys",
    ],
    "sqlite": ["DROP TABLE news_memorysketch", "DROP TABLE news_memorykey"],
}
FORTH = {"postgresql": POSTGRESQL, "sqlite": SQLITE}


def forth(apps, schema_editor):
    for statement in FORTH[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


def back(apps, schema_editor):
    for statement in BACK[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("news", "0023_translation_memory")]

    operations = [migrations.RunPython(forth, back)]
