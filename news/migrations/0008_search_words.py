"""Where search keeps the stems of stories: a GIN index on PostgreSQL, an FTS5 table on SQLite."""

from django.db import migrations

# Vector and pairs always lie beside the row, uncompressed: reading the days of fifty thousand matches takes few pages
# then. One index for both: it alone meets their lists, with no plan of the planner's (decision 15).
POSTGRESQL = [
    "ALTER TABLE news_searchentry ADD COLUMN vector tsvector NOT NULL DEFAULT ''::tsvector",
    "ALTER TABLE news_searchentry ALTER COLUMN vector SET STORAGE EXTERNAL",
    "ALTER TABLE news_searchentry ADD COLUMN pairs smallint[] NOT NULL DEFAULT '{}'",
    "ALTER TABLE news_searchentry ALTER COLUMN pairs SET STORAGE EXTERNAL",
    "ALTER TABLE news_searchentry SET (toast_tuple_target = 128)",
    "CREATE INDEX search_entry_words ON news_searchentry USING gin (vector, pairs)",
]
# Stems hold letters and digits only, of which this tokenizer parts none: the analyser alone decides what a word is.
SQLITE = [
    "CREATE VIRTUAL TABLE news_searchwords USING fts5 (title, summary, body, facts, tokenize = 'ascii')",
]
BACK = {
    "postgresql": [
        "DROP INDEX search_entry_words",
        "ALTER TABLE news_searchentry RESET (toast_tuple_target)",
        "ALTER TABLE news_searchentry DROP COLUMN pairs",
        "ALTER TABLE news_searchentry DROP COLUMN vector",
    ],
    "sqlite": ["DROP TABLE news_searchwords"],
}
FORTH = {"postgresql": POSTGRESQL, "sqlite": SQLITE}


def forth(apps, schema_editor):
    for statement in FORTH[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


def back(apps, schema_editor):
    for statement in BACK[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("news", "0007_search_entries")]

    operations = [migrations.RunPython(forth, back)]
