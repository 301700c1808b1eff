"""An exception as text for the log: of what kind it is and where it happened, without what somebody had typed."""

import sys
import traceback
from smtplib import SMTPException

from django.db import InterfaceError, OperationalError
from django.template import TemplateDoesNotExist, TemplateSyntaxError

# Their messages speak of the machine or the code. Others may repeat the data: a database prints the whole row that
# breaks a rule, with the comment in it; a ValueError what could not be read; mail errors the addresses.
TELLING = (
    *(OSError, OperationalError, InterfaceError, ImportError, MemoryError, RecursionError),
    *(AttributeError, NameError, TypeError, TemplateDoesNotExist, TemplateSyntaxError),
)
MOST_CAUSES = 8


def written(error):
    """The exception `error` and what caused it, the cause first: text of several lines."""
    return "\n".join(reversed([one(found) for found in chain(error)]))


def chain(error):
    """`error`, its cause, the cause's cause …: a list, not longer than MOST_CAUSES."""
    found = []
    while error is not None and error not in found and len(found) < MOST_CAUSES:
        found.append(error)
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    return found


def one(error):
    frames = "".join(traceback.format_list(traceback.extract_tb(error.__traceback__)))
    kind = type(error)
    name = kind.__qualname__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__qualname__}"
    return f"{frames}{name}{said_by(error)}"


def said_by(error):
    """What `error` says of itself, after ": ", as far as that can't be somebody's words; '' when nothing is left."""
    if isinstance(error, TELLING) and not isinstance(error, SMTPException):
        return f": {str(error).partition(chr(10))[0]}"
    # psycopg names the rule that was broken apart from the row that broke it.
    rule = getattr(getattr(error, "diag", None), "constraint_name", None)
    return f": {rule}" if rule else ""


def keep_failure(sender, request=None, **kwargs):
    """Keep the exception that Django answers with the page for errors until the line about it is written."""
    if getattr(request, "is_watched", False):
        request.failure = sys.exc_info()[1]
