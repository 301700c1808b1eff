"""A period beside the one before it: whether satisfaction moved more than chance would move it."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from .. import metrics
from .groups import add


@dataclass(frozen=True)
class Change:
    """start, end: the period before. difference, low, high: of CSAT, fractions, now minus then, with the 95 % spread.

    p: of the rank test on the two distributions, two-sided. before: the Figures then.
    """

    start: date
    end: date
    before: metrics.Figures
    difference: float
    low: float
    high: float
    p: float

    @property
    def direction(self):
        """1 when the whole spread is above 0, −1 when below, else 0: chance would do as much."""
        return 1 if self.low > 0 else -1 if self.high < 0 else 0


def change_since(filters, counts):
    """The Change to the period of the same length before; None where either has too few answers. One query."""
    end = filters.start - timedelta(days=1)
    earlier = replace(filters, start=end - timedelta(days=filters.days - 1), end=end)
    before = add(row[1:] for row in earlier.counts().sums("is_demo"))
    if min(sum(before), sum(counts)) < metrics.SHOWN_FROM:
        return None
    difference = metrics.newcombe(counts[3] + counts[4], sum(counts), before[3] + before[4], sum(before))
    _effect, p = metrics.rank_test(before, counts)
    return Change(earlier.start, earlier.end, metrics.figures(before), *difference, p)
