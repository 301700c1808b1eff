"""Breaks: where the wording, the order or the place of the question changed. Scores across one are not pooled."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Max, Min
from django.utils.translation import gettext as _

from .. import metrics, scale
from .groups import add


@dataclass(frozen=True)
class Series:
    """Answers to the same words in the same order at the same place. start, end: first and last day with one."""

    code: str
    name: str
    start: date
    end: date
    counts: tuple
    figures: metrics.Figures


def series(chosen):
    """The Series of `chosen`, a queryset of counts, oldest first; two queries."""
    days = {
        code: (first, last)
        for code, first, last in chosen.order_by().values_list("series").annotate(Min("rated_on"), Max("rated_on"))
    }
    found = []
    for code, *counts in chosen.sums("series"):
        if any(counts):
            found.append(Series(code, name_of(code), *days[code], tuple(counts), metrics.figures(counts)))
    return sorted(found, key=lambda one: (one.start, one.code))


def name_of(code):
    """ "Wording 1, order 1, above the foot of the page"."""
    wording, order, place = code.split(".")
    values = {"wording": wording, "order": order, "place": scale.PLACEMENTS.get(int(place), place)}
    return _("Wording %(wording)s, order %(order)s: %(place)s") % values


def breaks(found):
    """Days on which another wording or order began: placements stand side by side and break nothing."""
    seen, days = set(), []
    for one in found:
        asked = one.code.rpartition(".")[0]
        if asked not in seen and seen:
            days.append(one.start)
        seen.add(asked)
    return days


def pooled(found):
    return add(one.counts for one in found)
