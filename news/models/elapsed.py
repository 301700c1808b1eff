"""Time between two columns as constraints can ask it, in the database's own words.

Django's arithmetic with dates calls a function of its own in SQLite: in a constraint, that keeps every other program
from checking, copying (VACUUM INTO) or repairing the file.
"""

from django.db.models import FloatField, Func


class Days(Func):
    """The days from the second moment to the first, a float; exact to some milliseconds."""

    arity = 2
    output_field = FloatField()

    def as_sqlite(self, compiler, connection, **context):
        return self.as_sql(
            compiler, connection, template="(julianday(%(expressions)s))", arg_joiner=") - julianday(", **context
        )

    def as_postgresql(self, compiler, connection, **context):
        template = "(EXTRACT(EPOCH FROM (%(expressions)s)) / 86400.0)"
        return self.as_sql(compiler, connection, template=template, arg_joiner=" - ", **context)
