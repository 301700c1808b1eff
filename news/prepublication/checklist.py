"""The list itself. A check is a function of a Text that gives Items; add it to CHECKS with what it is called.

Links to other sites are asked on demand only: see outside.py.
"""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from .items import BLOCKS, Text
from .lengths import lengths
from .links import own_links
from .names import names, reviewed
from .pictures import pictures
from .required import required
from .translation import open_checks
from .weekdays import weekdays

REQUIRED = (_("What no text is published without"), required)
CHECKS = [
    (_("Title and summary"), lengths),
    (_("Pictures"), pictures),
    (_("People reviewed"), reviewed),
    (_("Names"), names),
    (_("Weekdays"), weekdays),
    (_("Links to our own pages"), own_links),
]
# It reads the names of the whole site, so the story's form, which counts warnings, does without.
TRANSLATION = (_("Checks of the translation"), open_checks)


@dataclass(frozen=True)
class Result:
    """What one check, called `label`, found: items is empty when all is well."""

    label: str
    items: list

    @property
    def level(self):
        """ "ok", or the level of the items: one check's are of one level."""
        return self.items[0].level if self.items else "ok"

    @property
    def blocks(self):
        return self.level == BLOCKS


def checklist(edition, revision, facts=None):
    """Every check of `revision` as it would be published in `edition`: a list of Result, what blocks first."""
    text = Text(edition, revision, facts)
    return [Result(label, list(check(text))) for label, check in (REQUIRED, *CHECKS, TRANSLATION)]


def warnings(edition, revision, facts=None):
    """What only warns and costs little to know: a list of Item.

    facts: those of the article, when several of its languages are asked.
    """
    text = Text(edition, revision, facts)
    return [item for _label, check in CHECKS for item in check(text)]
