"""Which tables an archive holds, as the migrations made them, not as the code of today sees them.

So a database may be backed up before it is migrated, and an older archive restored as what it was.
"""

from dataclasses import dataclass, field

from django.db.models import F, QuerySet, TextField
from django.db.models.functions import Cast

from . import values

# What must not be kept, or is of no use in another place: who is signed in, wrong passwords counted, keys in letters,
# who has a text open, how often this very database was changed. The hashes of those who rated must be forgotten within
# 48 hours, in every copy.
LEFT_OUT = {
    "sessions.session",
    "account.emailconfirmation",
    "icesco.signincount",
    "icesco.siteversion",
    "news.opentext",
    "feedback.dailykey",
    "feedback.recognition",
}
# What commands derive from the rest, in a form of each database's own: restoring calls them.
DERIVED = {"news.searchentry", "news.nameentry", "news.workitem", "news.memorysentence", "news.memoryunit"}
# Rows that are there in a database that nobody has used yet.
MADE_BY_MIGRATIONS = {
    "contenttypes.contenttype",
    "auth.permission",
    "auth.group",
    "auth.group_permissions",
    "icesco.institutionpage",
    "icesco.siteversion",
}


@dataclass(frozen=True)
class Table:
    """A table of the archive. fields: its key first, the others by the names of their columns."""

    model: type
    fields: list = field(repr=False)

    @property
    def name(self):
        return self.model._meta.db_table

    @property
    def label(self):
        return self.model._meta.label_lower

    @property
    def columns(self):
        return [field.column for field in self.fields]

    @property
    def kinds(self):
        return [values.kind_of(field) for field in self.fields]

    @property
    def counter(self):
        """The column that the database numbers, or None."""
        key = self.model._meta.pk
        return key.column if key.get_internal_type().endswith("AutoField") else None

    def rows(self, alias):
        """The values of each row, by key; JSON as the text that the database has. Streamed."""
        selected = [
            Cast(F(field.attname), TextField()) if kind == "JSONField" else field.attname
            for field, kind in zip(self.fields, self.kinds, strict=True)
        ]
        # Not the model's manager: nothing may rewrite a name or leave out a row.
        query = QuerySet(self.model, using=alias).order_by("pk").values_list(*selected)
        return query.iterator(chunk_size=1000)

    def has_rows(self, alias):
        return QuerySet(self.model, using=alias).exists()

    def count(self, alias):
        return QuerySet(self.model, using=alias).count()


def all_tables(apps):
    """Every Table of the registry `apps`, by name, those that no archive holds too."""
    models = apps.get_models(include_auto_created=True)
    found = (Table(model, in_order(model)) for model in models if model._meta.managed and not model._meta.proxy)
    return sorted(found, key=lambda table: table.name)


def kept_tables(apps):
    """The Tables that an archive holds."""
    return [table for table in all_tables(apps) if table.label not in LEFT_OUT | DERIVED]


def in_order(model):
    key = model._meta.pk
    others = [field for field in model._meta.local_concrete_fields if field is not key]
    return [key, *sorted(others, key=lambda field: field.column)]
