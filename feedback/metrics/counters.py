"""One number from five counters: shares, their difference, means and the median."""

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


def net(counts):
    """Net score: the share of 4 and 5 less the share of 1 and 2, −1…1.

    Source: as `top_two_box`, on net scores: top box minus bottom box; docs/metrics.md, "Net score".
    """
    n = total(counts)
    return (counts[3] + counts[4] - counts[0] - counts[1]) / n if n else None


def mean(counts):
    """Arithmetic mean of the scores, 1–5. It treats the steps between the labels as equal: docs/metrics.md, "Mean"."""
    n = total(counts)
    return sum(score * count for score, count in zip(SCORES, counts, strict=True)) / n if n else None


def mean_100(counts):
    """The mean put on 0–100: 0 when all answered 1, 100 when all answered 5.

    Source: "percent of maximum possible", P. Cohen, J. Cohen, L. S. Aiken, S. G. West, "The problem of units and
    the circumstance for POMP", Multivariate Behavioral Research 34 (1999), 315–346.
    """
    n = total(counts)
    return 25 * sum((score - 1) * count for score, count in zip(SCORES, counts, strict=True)) / n if n else None


def median(counts):
    """The lower median, a float that is one of the five scores: the lowest that half of the answers do not exceed.

    Labels in an order have no middle between two of them, so nothing is averaged or interpolated: of 2, 2, 4, 4 it
    is 2. Source: the inverse of the distribution function at ½, definition 1 in R. J. Hyndman, Y. Fan, "Sample
    quantiles in statistical packages", The American Statistician 50 (1996), 361–365.
    """
    n = total(counts)
    reached = 0
    for score, count in zip(SCORES, counts, strict=True):
        reached += count
        if n and 2 * reached >= n:
            return float(score)
    return None
