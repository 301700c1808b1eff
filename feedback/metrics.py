"""The named figures of satisfaction, each from five counters: how often scores 1, 2, 3, 4 and 5 were given.

`counts` is everywhere a sequence of five whole numbers ≥ 0, from score 1 to score 5; anything else raises
ValueError. A figure of no answers is None. docs/metrics.md says what each figure means and does not mean.
"""

from dataclasses import dataclass
from math import sqrt
from statistics import NormalDist

SHOWN_FROM = 10
FIRM_FROM = 30
SCORES = (1, 2, 3, 4, 5)


def total(counts):
    """Number of answers."""
    if len(counts) != len(SCORES) or any(count < 0 or count != int(count) for count in counts):
        raise ValueError(f"Five counters of 0 or more are needed, not {counts!r}.")
    return sum(counts)


def distribution(counts):
    """Share of each score, five fractions 0–1 that add up to 1."""
    n = total(counts)
    return tuple(count / n for count in counts) if n else None


def top_two_box(counts):
    """Share of answers that are 4 or 5, a fraction 0–1: the site's CSAT figure.

    Source: J. Sauro, J. R. Lewis, Quantifying the User Experience, 2nd ed. (2016), on top-box and
    top-two-box scores; docs/metrics.md, "CSAT".
    """
    n = total(counts)
    return (counts[3] + counts[4]) / n if n else None


def bottom_two_box(counts):
    """Share of answers that are 1 or 2, a fraction 0–1. Source: as `top_two_box`, from the other end."""
    n = total(counts)
    return (counts[0] + counts[1]) / n if n else None


def mean(counts):
    """Arithmetic mean of the scores, 1–5. It treats the steps between the labels as equal: docs/metrics.md, "Mean"."""
    n = total(counts)
    return sum(score * count for score, count in zip(SCORES, counts, strict=True)) / n if n else None


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
    z = NormalDist().inv_cdf((1 + confidence) / 2)
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


@dataclass(frozen=True)
class Figures:
    """The figures of one group of answers; all but `n` are None when it is too small to show.

    Shares and their bands are fractions 0–1, `mean` and its band scores 1–5, `distribution` five fractions.
    """

    n: int
    counts: tuple | None = None
    distribution: tuple | None = None
    csat: float | None = None
    csat_band: tuple | None = None
    bottom: float | None = None
    bottom_band: tuple | None = None
    mean: float | None = None
    mean_band: tuple | None = None

    @property
    def is_hidden(self):
        """Whether there are fewer than 10 answers: chance decides such figures, they are not shown."""
        return self.n < SHOWN_FROM

    @property
    def is_flagged(self):
        """Whether there are 10–29 answers: shown, with a warning."""
        return SHOWN_FROM <= self.n < FIRM_FROM


def figures(counts):
    """The Figures of `counts`."""
    n = total(counts)
    if n < SHOWN_FROM:
        return Figures(n)
    return Figures(
        n=n,
        counts=tuple(counts),
        distribution=distribution(counts),
        csat=top_two_box(counts),
        csat_band=wilson(counts[3] + counts[4], n),
        bottom=bottom_two_box(counts),
        bottom_band=wilson(counts[0] + counts[1], n),
        mean=mean(counts),
        mean_band=mean_band(counts),
    )
