"""The pages that visitors are happiest and unhappiest with, of those with enough answers to tell."""

from dataclasses import dataclass, replace
from datetime import timedelta

from django.conf import settings
from django.utils.module_loading import import_string

from .. import metrics, partitions
from ..models import PageCount, PageMonthCount
from .groups import add

MOST_SHOWN = 10
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class RatedPage:
    """title, address: what the project calls the page, or its key and ''. query: of the dashboard of it alone."""

    key: str
    type: str
    title: str
    address: str
    query: str
    figures: metrics.Figures


@dataclass(frozen=True)
class Pages:
    """best, worst: lists of RatedPage by the sure end of the spread of CSAT; left_out: how many had too few."""

    best: list
    worst: list
    left_out: int


def pages(filters):
    """The Pages of a period; at most three queries, and what the project needs for their titles."""
    counts = counts_by_page(filters)
    enough = [(key, kind, five) for (key, kind), five in counts.items() if sum(five) >= metrics.FIRM_FROM]
    bands = {row[:2]: metrics.wilson(row[2][3] + row[2][4], sum(row[2])) for row in enough}
    # By the end of the spread that is sure: few enthusiasts don't make a page the best.
    best = sorted(enough, key=lambda row: (-bands[row[:2]][0], row[0]))[:MOST_SHOWN]
    worst = sorted(enough, key=lambda row: (bands[row[:2]][1], row[0]))[:MOST_SHOWN]
    titles = titles_of({key for key, _kind, _five in [*best, *worst]})
    return Pages(named(best, titles, filters), named(worst, titles, filters), len(counts) - len(enough))


def counts_by_page(filters):
    """{(page key, page type): five counters}: of whole months from their own sums, of what remains by the day."""
    found = {}
    for table, start, end in spans(filters.start, filters.end):
        chosen = replace(filters, start=start, end=end).figures_by_page(table.objects.all())
        for key, kind, *five in chosen.sums("page_key", "page_type"):
            place = (key, kind)
            found[place] = add([found[place], five]) if place in found else tuple(five)
    return found


def page_after(filters, after, limit):
    """([(page key, page type, five counters)], the key to go on from or None): of the next `limit` pages by key.

    after: the key of the last page that is already known, or ''. Four queries at most, however many pages there are.
    """
    parts = [
        replace(filters, start=start, end=end).figures_by_page(table.objects.all())
        for table, start, end in spans(filters.start, filters.end)
    ]
    # Keys are compared by the database alone: it has an order of its own.
    first, *others = [part.filter(page_key__gt=after).order_by().values_list("page_key").distinct() for part in parts]
    keys = [key for (key,) in first.union(*others).order_by("page_key")[: limit + 1]]
    following = keys[limit - 1] if len(keys) > limit else None
    keys, sums = keys[:limit], {}
    for part in parts:
        for key, kind, *five in part.filter(page_key__in=keys).sums("page_key", "page_type"):
            sums[key, kind] = add([sums.get((key, kind), (0, 0, 0, 0, 0)), five])
    place = {key: number for number, key in enumerate(keys)}
    rows = sorted((place[key], key, kind, five) for (key, kind), five in sums.items() if any(five))
    return [row[1:] for row in rows], following


def spans(start, end):
    """(table, first day, last day) that make up the days from `start` to `end`, each day once."""
    whole = [month for month in partitions.months(start, end) if start <= month and partitions.last_of(month) <= end]
    if not whole:
        return [(PageCount, start, end)]
    last = partitions.last_of(whole[-1])
    parts = [(PageCount, start, whole[0] - ONE_DAY), (PageMonthCount, whole[0], last), (PageCount, last + ONE_DAY, end)]
    return [(table, begin, until) for table, begin, until in parts if begin <= until]


def titles_of(keys):
    """{key: (title, address)} as the project's function FEEDBACK_TITLES says; {} without one."""
    named = getattr(settings, "FEEDBACK_TITLES", None)
    return import_string(named)(keys) if named and keys else {}


def named(rows, titles, filters):
    """The RatedPages of `rows`, (page key, page type, five counters)."""
    return [
        RatedPage(
            key,
            kind,
            *titles.get(key, (key, "")),
            query=replace(filters, device="", page_key=key).query,
            figures=metrics.figures(five),
        )
        for key, kind, five in rows
    ]
