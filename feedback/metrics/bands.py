"""How far a figure would move by chance, if as many people of the same kind answered again."""

from math import sqrt
from statistics import NormalDist

from .counters import SCORES, net, total

HALVINGS = 45  # of an interval no longer than 2: limits to 1e-13


def z_of(confidence):
    """The standard normal's two-sided quantile, 1.96 for 0.95. Raises ValueError unless 0 < confidence < 1."""
    if not 0 < confidence < 1:
        raise ValueError(f"Not a confidence: {confidence!r}.")
    return NormalDist().inv_cdf((1 + confidence) / 2)


def wilson(successes, n, confidence=0.95):
    """Wilson score interval of a share: (low, high), fractions 0–1; None when n is 0.

    successes: a number 0–n, not necessarily whole; confidence: a fraction between 0 and 1.
    Raises ValueError outside these. Source: E. B. Wilson, "Probable inference, the law of succession, and
    statistical inference", JASA 22 (1927), 209–212; the form without continuity correction, as in
    R. G. Newcombe, Statistics in Medicine 17 (1998), 857–872, method 3.
    """
    if not (0 <= successes <= n and 0 < confidence < 1):
        raise ValueError(f"Not a share with a confidence: {successes!r} of {n!r}, {confidence!r}.")
    if not n:
        return None
    z = z_of(confidence)
    share = successes / n
    centre = (share + z * z / (2 * n)) / (1 + z * z / n)
    half = z / (1 + z * z / n) * sqrt(share * (1 - share) / n + z * z / (4 * n * n))
    # At 0 and at n the limit is the share itself; rounding would miss it by 1e-17.
    return (0.0 if successes == 0 else centre - half, 1.0 if successes == n else centre + half)


def mean_band(counts, confidence=0.95):
    """Wilson band of the mean: (low, high), scores 1–5.

    The mean is put on 0–1, where it is the mean of a bounded variable. The variance of such a variable is
    at most share × (1 − share), the one that Wilson's interval assumes, so the band is never too narrow.
    Source: R. Bhatia, C. Davis, "A better bound on the variance", Amer. Math. Monthly 107 (2000), 353–357.
    """
    n = total(counts)
    if not n:
        return None
    low, high = wilson(sum((score - 1) * count for score, count in zip(SCORES, counts, strict=True)) / 4, n, confidence)
    return (1 + 4 * low, 1 + 4 * high)


def net_band(counts, confidence=0.95):
    """Score band of the net score: (low, high), −1…1; for the net score what Wilson's interval is for a share.

    The answers 4 and 5 and the answers 1 and 2 are the discordant pairs of a paired table, since one answer can't be
    both. The band holds each net score that the score test keeps; without a 3 it is Wilson's interval stretched to
    −1…1. Raises ValueError unless 0 < confidence < 1. Source: T. Tango, "Equivalence test and confidence interval
    for the difference in proportions for the paired-sample design", Statistics in Medicine 17 (1998), 891–908; for
    net scores B. Rocks, "Interval estimation for the 'Net Promoter Score'", The American Statistician 70 (2016),
    365–372, where an iterated score interval is among the two best.
    """
    z = z_of(confidence)
    n = total(counts)
    if not n:
        return None
    bottom, top = counts[0] + counts[1], counts[3] + counts[4]

    def is_kept(value):
        return (top - bottom - n * value) ** 2 <= z * z * n * net_variance(bottom, top, n, value)

    share = net(counts)
    return (last_kept(share, -1.0, is_kept), last_kept(share, 1.0, is_kept))


def net_variance(bottom, top, n, value):
    """Variance of one answer, taken as −1, 0 or 1, by the likeliest shares whose net score is `value`.

    The likeliest share of 1 and 2 is the larger root of 2n·x² + b·x + c = 0. Source: as `net_band`, Tango (1998).
    """
    b = (2 * n - top + bottom) * value - top - bottom
    c = -bottom * value * (1 - value)
    share = (sqrt(max(0.0, b * b - 8 * n * c)) - b) / (4 * n)
    return 2 * share + value * (1 - value)


def last_kept(inside, outside, is_kept):
    """The number nearest to `outside` that is kept, by bisection; `inside` is kept."""
    if is_kept(outside):
        return outside
    for _halving in range(HALVINGS):
        middle = (inside + outside) / 2
        if is_kept(middle):
            inside = middle
        else:
            outside = middle
    return inside
