"""What is usual: the share of satisfied answers, and how much more it varies from day to day than by chance alone."""

from dataclasses import dataclass
from itertools import pairwise
from math import sqrt
from statistics import mean, stdev

from .batches import batches, checked

FEWEST_BATCHES = 10
D2 = 1.128  # mean of the range of two standard normal values, NIST/SEMATECH e-Handbook, 6.3.2


@dataclass(frozen=True)
class Deviation:
    """How far a batch lies from the baseline, in standard deviations; `doubt`: the baseline's own error in the same."""

    day: int
    z: float
    doubt: float


@dataclass(frozen=True)
class Baseline:
    """The usual `share` of satisfied answers, 0–1, known from `n` answers in batches of `batch_size` on average.

    inflation: standard deviation of a batch's share ÷ that of as many independent answers; at least 1.
    """

    share: float
    n: int
    batch_size: float
    inflation: float

    def inflation_at(self, n):
        """The inflation of a batch of `n` answers.

        Days differ by what all their visitors met, so its square grows with n: 1 + (n − 1) · intraclass correlation.
        With Laney's inflation alone, the same for all n, a site that got 3 times as many visitors was measured to
        raise a false alarm on 3.4 % of days instead of 0.7 %. Source: L. Kish, Survey Sampling (1965), on the
        design effect.
        """
        return sqrt(1 + (self.inflation**2 - 1) * (n - 1) / (self.batch_size - 1))

    def deviation(self, batch):
        """The Deviation of a Batch. Source: D. B. Laney, as `learn`, with the inflation of this batch's size."""
        inflation = self.inflation_at(batch.n)
        z = by_chance(batch, self.share) / inflation
        return Deviation(batch.day, z, doubt=self.inflation / inflation * sqrt(batch.n / self.n))


def learn(days):
    """The Baseline of `days`, or None when they make fewer than 10 batches: too few to know what is usual.

    The share gets half an answer of each kind more (H. Jeffreys' prior), so it is never 0 or 1. The inflation is
    Laney's sigma of z, by the mean moving range, or their standard deviation when that is larger: it is under a weekly
    rhythm, which the moving range hardly sees. Source: D. B. Laney, "Improved control charts for attributes", Quality
    Engineering 14 (2002), 531–537.
    """
    days = checked(days)
    n, top = sum(day[0] for day in days), sum(day[1] for day in days)
    share = (top + 0.5) / (n + 1)
    usual = batches(days, share)
    if len(usual) < FEWEST_BATCHES:
        return None
    z = [by_chance(batch, share) for batch in usual]
    moving_range = mean(abs(after - before) for before, after in pairwise(z))
    return Baseline(share, n, mean(batch.n for batch in usual), max(1.0, moving_range / D2, stdev(z)))


def by_chance(batch, share):
    """Standardised share of a Batch, as if its answers were independent: the z-score of a p-chart."""
    return (batch.top / batch.n - share) / sqrt(share * (1 - share) / batch.n)
