"""What the dashboard and its CSV file show: figures of a period, from the daily counts alone."""

from dataclasses import dataclass
from datetime import date, timedelta

from .. import metrics
from ..models import Rating, Standing
from .by_page import Pages, pages
from .drift import warnings
from .groups import add, by_device, by_language, by_page_type
from .previous import Change, change_since
from .rates import rates
from .series import breaks, series

MAX_DAILY_POINTS = 92  # a longer period is shown by the week


@dataclass(frozen=True)
class Point:
    """The figures of one day or one week of the trend, both days included."""

    start: date
    end: date
    figures: metrics.Figures


@dataclass(frozen=True)
class Report:
    """What the dashboard shows of a period.

    total: of all answers, hidden where the question changed within the period and pooling wasn't asked for.
    standings: {Standing: how many answers}; change: to the period before; breaks: days; alarms: of drift.
    """

    total: metrics.Figures
    is_broken: bool
    demo_count: int  # how many of the answers are demo data
    standings: dict
    by_language: list  # of Group
    by_page_type: list  # of Group
    by_device: list  # of Group; none of one page
    by_series: list  # of Series
    breaks: list
    rates: list  # of Rate; none of one page
    pages: Pages | None  # None of one page
    change: Change | None
    alarms: list  # of Warning
    trend: list  # of Point, without gaps
    is_weekly: bool


def read(filters):
    """The Report on the ratings that `filters` choose, from the roll-ups alone; the same few queries always."""
    chosen = filters.counts()
    cells = cells_of(chosen, filters)
    days = {row[0]: row[1:] for row in chosen.sums("rated_on")}
    counts = add(counts for _key, counts in cells)
    found = series(chosen)
    broken = breaks(found)
    is_weekly = filters.days > MAX_DAILY_POINTS
    return Report(
        total=metrics.figures(counts),
        is_broken=bool(broken) and not filters.is_pooled,
        demo_count=sum(sum(counts) for key, counts in cells if key[4]),
        standings=standings(filters),
        by_language=by_language(cells),
        by_page_type=by_page_type(cells),
        by_device=by_device(cells) if not filters.page_key else [],
        by_series=found,
        breaks=broken,
        rates=rates(filters, answers_by_script(cells)) if not filters.page_key else [],
        pages=pages(filters) if not filters.page_key else None,
        change=change_since(filters, counts),
        alarms=warnings(filters, days),
        trend=trend(days, filters.start, filters.end, is_weekly),
        is_weekly=is_weekly,
    )


def answers_by_script(cells):
    return sum(sum(counts) for key, counts in cells if key[3] == Rating.Channel.SCRIPT)


def cells_of(chosen, filters):
    """((language, page type, device, channel, is_demo), five counters) of each group; one page's know no device."""
    if filters.page_key:
        return [((*row[:2], "", "", row[2]), row[3:]) for row in chosen.sums("language", "page_type", "is_demo")]
    return [(row[:5], row[5:]) for row in chosen.sums("language", "page_type", "device", "channel", "is_demo")]


def standings(filters):
    """How many answers stand how: {Standing: number}, all of them."""
    rows = filters.narrow(filters.table.objects.all()).sums("standing")
    numbers = {standing: sum(counts) for standing, *counts in rows}
    return {standing: numbers.get(standing, 0) for standing in Standing}


def trend(days, start, end, is_weekly):
    """Points from `start` to `end`: each day, or each week from Monday, cut at both ends to the period.

    days: {day: five counters}.
    """
    points = []
    while start <= end:
        last = min(end, start + timedelta(days=6 - start.weekday())) if is_weekly else start
        span = [start + timedelta(days=number) for number in range((last - start).days + 1)]
        points.append(Point(start, last, metrics.figures(add(days[day] for day in span if day in days))))
        start = last + timedelta(days=1)
    return points
