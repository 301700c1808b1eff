"""Compares a translation with its source: plain functions over plain texts, no models.

Each module looks for one kind of mistake and finds what a person should look at: it may be wrong, it may be meant.
"""

from django.utils.translation import gettext_lazy as _

from . import dates, links, names, numbers, paragraphs, quotation, untranslated, weekdays
from .items import Finding, Name, Pair, Row

__all__ = ["KINDS", "Finding", "Name", "Pair", "Row", "findings"]

# In the order in which they are shown.
KINDS = {
    "numbers": _("Numbers"),
    "dates": _("Dates"),
    "weekdays": _("Weekdays"),
    "weekday_date": _("Weekdays that do not fit their date"),
    "links": _("Links"),
    "paragraphs": _("Passages without a translation"),
    "untranslated": _("Words that were left untranslated"),
    "quotation": _("Quotation marks and brackets"),
    "names": _("Names and terms"),
}
CHECKS = (numbers, dates, weekdays, links, paragraphs, untranslated, quotation, names)


def findings(pair):
    """What may be wrong with the translation of a Pair: a list of Finding in the order of KINDS, none twice."""
    found = {}
    for check in CHECKS:
        for finding in check.check(pair):
            found.setdefault((finding.kind, finding.detail), finding)
    return list(found.values())
