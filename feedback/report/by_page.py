"""The pages that visitors are happiest and unhappiest with, of those with enough answers to tell."""

from dataclasses import dataclass

from django.conf import settings
from django.utils.module_loading import import_string

from .. import metrics
from ..models import PageCount

MOST_SHOWN = 10


@dataclass(frozen=True)
class RatedPage:
    """title, address: what the project calls the page, or its key and ''."""

    key: str
    type: str
    title: str
    address: str
    figures: metrics.Figures


@dataclass(frozen=True)
class Pages:
    """best, worst: lists of RatedPage by the sure end of the spread of CSAT; left_out: how many had too few."""

    best: list
    worst: list
    left_out: int


def pages(filters):
    """The Pages of a period; one query, and what the project needs for their titles."""
    chosen = filters.figures_by_page(PageCount.objects.all())
    rows = [(key, kind, metrics.figures(counts)) for key, kind, *counts in chosen.sums("page_key", "page_type")]
    enough = [row for row in rows if row[2].n >= metrics.FIRM_FROM]
    # By the end of the spread that is sure: few enthusiasts don't make a page the best.
    best = sorted(enough, key=lambda row: (-row[2].csat_band[0], row[0]))[:MOST_SHOWN]
    worst = sorted(enough, key=lambda row: (row[2].csat_band[1], row[0]))[:MOST_SHOWN]
    titles = titles_of({key for key, _kind, _figures in [*best, *worst]})
    return Pages(named(best, titles), named(worst, titles), len(rows) - len(enough))


def titles_of(keys):
    """{key: (title, address)} as the project's function FEEDBACK_TITLES says; {} without one."""
    named = getattr(settings, "FEEDBACK_TITLES", None)
    return import_string(named)(keys) if named and keys else {}


def named(rows, titles):
    return [RatedPage(key, kind, *titles.get(key, (key, "")), figures) for key, kind, figures in rows]
