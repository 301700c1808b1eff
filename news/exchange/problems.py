"""What is wrong with a file that came back, in sentences with a line."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from ..errors import NewsError


class Unreadable(NewsError):
    """A file that can't be read at all; line: where, or None."""

    def __init__(self, reason, line=None):
        super().__init__()
        self.message, self.line = reason, line

    def __str__(self):
        if self.line is None:
            return str(self.message)
        return _("Line %(line)d: %(sentence)s") % {"line": self.line, "sentence": self.message}


@dataclass(frozen=True)
class Problem:
    """line: in the file; unit: the key of a unit, or ""; reason: a sentence in the interface's language."""

    line: int
    unit: str
    reason: str
