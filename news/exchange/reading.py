"""A file that came back, read: from bytes to stories with units, or one sentence that says why not."""

import re

from django.utils.translation import gettext_lazy as _

from .formats import format_named
from .problems import Unreadable
from .safe import safe

LINE = re.compile(r"\bline (\d+)")


def read_file(data):
    """`data`, bytes from outside, as a list of GivenStory. Raises Unreadable, and ImportError without the toolkit."""
    name, text = safe(data)
    reader = format_named(name)
    try:
        stories = reader.read(text)
    except (ValueError, AssertionError, LookupError, StopIteration, AttributeError, TypeError) as error:
        # The toolkit has no error of its own for most of what can be wrong in a file.
        raise Unreadable(_("The file can’t be read as what it seems to be."), line_of(error)) from error
    except Exception as error:
        if not type(error).__module__.startswith(("translate.", "lxml.")):
            raise
        raise Unreadable(_("The file can’t be read as what it seems to be."), line_of(error)) from error
    if not stories:
        raise Unreadable(_("There is no text to translate in the file."))
    return stories


def line_of(error):
    """The line that an error of a parser names, or None."""
    found = LINE.search(str(error))
    return int(found[1]) if found else None
