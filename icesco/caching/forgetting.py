"""When something public has changed, kept pages are forgotten before the change is answered."""

import re
from functools import cache

from django.apps import apps
from django.db import transaction

from .public_tables import PUBLIC
from .shared_mark import mark

WRITES = re.compile(r'\b(?:INTO|UPDATE|DELETE\s+FROM|TRUNCATE(?:\s+TABLE)?)\s+"?(\w+)', re.IGNORECASE)


@cache
def public_table_names():
    """The tables that readers see something of."""
    return {apps.get_model(label)._meta.db_table for label in PUBLIC}


def listen_to(connection, **kwargs):
    """Notice what is written through a connection, by whatever way: forms, commands, the shell, plain SQL."""
    if notice not in connection.execute_wrappers:
        connection.execute_wrappers.append(notice)


def notice(execute, sql, params, many, context):
    result = execute(sql, params, many, context)
    # Most statements read: the first word says so.
    if not sql.startswith("SELECT") and not public_table_names().isdisjoint(WRITES.findall(sql)):
        forget_after_commit(context["connection"])
    return result


def forget_after_commit(connection):
    """Let no kept page of any process be shown again, once what was written can be seen."""
    if not any(function is forget for _savepoints, function, _robust in connection.run_on_commit):
        transaction.on_commit(forget, using=connection.alias)


def forget():
    mark.move()
