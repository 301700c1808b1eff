"""Alarms of a period: days on which the share of satisfied answers left its usual range, or had drifted away."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from ..alarms import drift
from .groups import add

BASELINE_DAYS = 60


@dataclass(frozen=True)
class Warning:
    """day: when it was noticed; kind: "chart" for one day out of range, "cusum" for a drift; direction: −1 or 1."""

    day: date
    kind: str
    direction: int


def warnings(filters, days):
    """The Warnings of a period; `days`: {day: five counters} of it. One query for the days before, the baseline."""
    end = filters.start - timedelta(days=1)
    earlier = replace(filters, start=end - timedelta(days=BASELINE_DAYS - 1), end=end)
    before = {row[0]: row[1:] for row in earlier.counts().sums("rated_on")}
    first = earlier.start
    span = [first + timedelta(days=number) for number in range(BASELINE_DAYS + filters.days)]
    known = {**before, **days}
    points = [(sum(known.get(day, ())), sum(known.get(day, (0, 0, 0, 0, 0))[3:])) for day in span]
    found = drift(points, baseline=BASELINE_DAYS)
    return [Warning(span[alarm.day], alarm.kind, alarm.direction) for alarm in found]


__all__ = ["BASELINE_DAYS", "Warning", "add", "warnings"]
