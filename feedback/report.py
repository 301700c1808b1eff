"""What the dashboard and its CSV file show: figures of a period, from the daily counts alone."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.conf import settings

from . import metrics, pages
from .models import DailyCount

MAX_DAILY_POINTS = 92  # a longer period is shown by the week


@dataclass(frozen=True)
class Group:
    """The figures of one language or one type of page."""

    code: str
    name: str
    figures: metrics.Figures


@dataclass(frozen=True)
class Point:
    """The figures of one day or one week of the trend, both days included."""

    start: date
    end: date
    figures: metrics.Figures


@dataclass(frozen=True)
class Report:
    total: metrics.Figures
    demo_count: int  # how many of the answers are demo data
    by_language: list  # of Group
    by_page_type: list  # of Group
    trend: list  # of Point, without gaps
    is_weekly: bool


def read(filters):
    """The Report on the ratings that `filters` choose; two queries, whatever their number."""
    chosen = filters.figures(DailyCount.objects.all())
    cells = [(row[:3], row[3:]) for row in chosen.sums("language", "page_type", "is_demo")]
    days = {row[0]: row[1:] for row in chosen.sums("rated_on")}
    languages = {code: str(name) for code, name in settings.LANGUAGES}
    is_weekly = filters.days > MAX_DAILY_POINTS
    return Report(
        total=metrics.figures(add(counts for _key, counts in cells)),
        demo_count=sum(sum(counts) for (_language, _type, is_demo), counts in cells if is_demo),
        by_language=groups(cells, 0, languages),
        by_page_type=groups(cells, 1, pages.type_labels()),
        trend=trend(days, filters.start, filters.end, is_weekly),
        is_weekly=is_weekly,
    )


def add(rows):
    """The sums of `rows` of five counters; five zeros of none."""
    return tuple(map(sum, zip((0, 0, 0, 0, 0), *rows, strict=True)))


def groups(cells, position, names):
    """One Group for each value at `position` of the cells' keys, in the order of `names`, then of codes."""
    order = {code: rank for rank, code in enumerate(names)}
    codes = sorted({key[position] for key, _counts in cells}, key=lambda code: (order.get(code, len(order)), code))
    return [
        Group(
            code,
            str(names.get(code, code)),
            metrics.figures(add(counts for key, counts in cells if key[position] == code)),
        )
        for code in codes
    ]


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
