"""Made-up series of days for the alarms: (n, top) per day, with a weekly rhythm of visits, drawn from a seed."""

from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from math import exp, lgamma, log

WEEK = (1.27, 1.21, 1.21, 1.15, 0.94, 0.57, 0.65)  # from Monday to Sunday, how many visit; 1 on average


@dataclass(frozen=True)
class Site:
    """How people answer at a site.

    share: of satisfied answers. correlation: of two answers of one day, so that the day's own share has the variance
    share · (1 − share) · correlation. visits: answers a day on average. rhythm: how much higher the share is at the
    end of the week.
    """

    share: float = 0.7
    correlation: float = 0.0
    visits: float = 100
    rhythm: float = 0.0


def series(chance, site, days, first=0):
    """`days` days at `site` from the day with the index `first`, 0 a Monday: a list of (n, top).

    chance: a random.Random.
    """
    return [one_day(chance, site, day % 7) for day in range(first, first + days)]


def one_day(chance, site, weekday):
    """(n, top) of one day."""
    n = round(site.visits * WEEK[weekday] * chance.choice((0.85, 0.95, 1.05, 1.15)))
    share = site.share + site.rhythm * (5 / 7 if weekday >= 5 else -2 / 7)
    return (n, chance.choices(range(n + 1), cum_weights=cumulated(n, share, site.correlation))[0])


@cache
def cumulated(n, share, correlation):
    """The distribution function at 0 … n of the beta-binomial distribution; of the binomial without correlation.

    Source: N. L. Johnson, A. W. Kemp, S. Kotz, Univariate Discrete Distributions, 3rd ed. (2005), section 6.2.2.
    """
    if not correlation:
        return list(accumulate(exp(choose(n, k) + k * log(share) + (n - k) * log(1 - share)) for k in range(n + 1)))
    a, b = share * (1 / correlation - 1), (1 - share) * (1 / correlation - 1)
    return list(accumulate(exp(choose(n, k) + log_beta(a + k, b + n - k) - log_beta(a, b)) for k in range(n + 1)))


def choose(n, k):
    """Logarithm of the number of ways to choose k of n."""
    return lgamma(n + 1) - lgamma(k + 1) - lgamma(n - k + 1)


def log_beta(a, b):
    """Logarithm of the beta function."""
    return lgamma(a) + lgamma(b) - lgamma(a + b)
