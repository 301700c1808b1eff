"""Two groups of different people's answers, compared."""

from math import erfc, sqrt

from .bands import wilson
from .counters import total


def newcombe(successes1, n1, successes2, n2, confidence=0.95):
    """Difference of two independent shares, first less second, and its band: (difference, low, high), −1…1.

    Without any of one group None. Raises ValueError as `wilson`. Source: R. G. Newcombe, "Interval estimation for
    the difference between independent proportions: comparison of eleven methods", Statistics in Medicine 17 (1998),
    873–890, method 10: square-and-add of Wilson's limits without continuity correction.
    """
    bands = (wilson(successes1, n1, confidence), wilson(successes2, n2, confidence))
    if None in bands:
        return None
    (low1, high1), (low2, high2) = bands
    share1, share2 = successes1 / n1, successes2 / n2
    below = sqrt((share1 - low1) ** 2 + (high2 - share2) ** 2)
    above = sqrt((high1 - share1) ** 2 + (share2 - low2) ** 2)
    difference = share1 - share2
    return (difference, difference - below, difference + above)


def rank_test(counts1, counts2):
    """Do the answers of the second group tend to be higher? (effect, p), or None when one group is empty.

    effect: the probability that a random answer of the second group is higher than one of the first, plus half of
    that of a tie; 0–1, ½ when neither tends to be higher. p: two-sided, of equal distributions, by the normal
    approximation with the variance corrected for ties and without continuity correction.
    Sources: H. B. Mann, D. R. Whitney, Annals of Mathematical Statistics 18 (1947), 50–60; for ties E. L. Lehmann,
    Nonparametrics (1975), section 1.4; for the effect K. O. McGraw, S. P. Wong, "A common language effect size
    statistic", Psychological Bulletin 111 (1992), 361–365, with ties as in A. Vargha, H. D. Delaney, Journal of
    Educational and Behavioral Statistics 25 (2000), 101–132.
    """
    n1, n2 = total(counts1), total(counts2)
    if not (n1 and n2):
        return None
    effect = higher_pairs(counts1, counts2) / (n1 * n2)
    spread = sqrt(rank_variance(counts1, counts2)) / (n1 * n2)
    # All answers alike: nothing speaks against equal distributions.
    return (effect, erfc(abs(effect - 0.5) / spread / sqrt(2)) if spread else 1.0)


def higher_pairs(counts1, counts2):
    """Mann and Whitney's U: pairs of an answer each in which the second group's is higher; a tie counts half."""
    pairs = below = 0
    for count1, count2 in zip(counts1, counts2, strict=True):
        pairs += count2 * (below + count1 / 2)
        below += count1
    return pairs


def rank_variance(counts1, counts2):
    """Variance of `higher_pairs` when all the answers are shuffled between the groups. Source: as `rank_test`."""
    n1, n2 = sum(counts1), sum(counts2)
    n = n1 + n2
    ties = sum((one + two) ** 3 - (one + two) for one, two in zip(counts1, counts2, strict=True))
    # Whole numbers up to the division: with all answers alike the difference is exactly 0.
    return n1 * n2 * (n**3 - n - ties) / (12 * n * (n - 1))
