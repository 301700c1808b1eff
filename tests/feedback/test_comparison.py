"""Two groups compared: as slow and simple computations, published examples and the mathematics have it."""

from itertools import product
from math import erfc, isclose, sqrt
from statistics import NormalDist

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedback import metrics

from .answers import COUNTS, scores

FEW = st.tuples(*[st.integers(0, 9)] * 5).filter(any)
SHARES = st.integers(1, 300).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


# R. G. Newcombe, Statistics in Medicine 17 (1998), 873–890, table II, method 10.
@pytest.mark.parametrize(
    ("shares", "low", "high"),
    [
        ((56, 70, 48, 80), 0.0524, 0.3339),
        ((9, 10, 3, 10), 0.1705, 0.8090),
        ((6, 7, 2, 7), 0.0582, 0.8062),
        ((5, 56, 0, 29), -0.0381, 0.1926),
        ((0, 10, 0, 20), -0.1611, 0.2775),
        ((0, 10, 0, 10), -0.2775, 0.2775),
        ((10, 10, 0, 20), 0.6791, 1.0000),
        ((10, 10, 0, 10), 0.6075, 1.0000),
    ],
)
def test_newcombe_gives_the_published_values(shares, low, high):
    difference, *band = metrics.newcombe(*shares)

    assert difference == pytest.approx(shares[0] / shares[1] - shares[2] / shares[3])
    assert band == pytest.approx([low, high], abs=0.00005)


@given(first=SHARES, second=SHARES, confidence=st.sampled_from([0.8, 0.95, 0.99]))
def test_newcombes_limits_are_squares_of_wilsons_distances_added(first, second, confidence):
    (low1, high1), (low2, high2) = metrics.wilson(*first, confidence), metrics.wilson(*second, confidence)
    share1, share2 = first[0] / first[1], second[0] / second[1]

    difference, low, high = metrics.newcombe(*first, *second, confidence)

    assert -1 - 1e-12 <= low <= difference <= high <= 1 + 1e-12
    assert isclose((difference - low) ** 2, (share1 - low1) ** 2 + (high2 - share2) ** 2, abs_tol=1e-12)
    assert isclose((high - difference) ** 2, (high1 - share1) ** 2 + (share2 - low2) ** 2, abs_tol=1e-12)


@given(first=SHARES, second=SHARES)
def test_the_groups_exchanged_turn_the_difference_round(first, second):
    difference, low, high = metrics.newcombe(*first, *second)

    assert metrics.newcombe(*second, *first) == pytest.approx((-difference, -high, -low), abs=1e-12)


def test_nothing_is_compared_with_an_empty_group():
    assert metrics.newcombe(0, 0, 3, 4) is None
    assert metrics.newcombe(3, 4, 0, 0) is None
    assert metrics.rank_test((0, 0, 0, 0, 0), (1, 1, 1, 1, 1)) is None
    assert metrics.rank_test((1, 1, 1, 1, 1), (0, 0, 0, 0, 0)) is None


@pytest.mark.parametrize("shares", [(5, 4, 1, 2), (1, 2, -1, 2)])
def test_newcombe_refuses_what_is_no_share(shares):
    with pytest.raises(ValueError, match="Not a share"):
        metrics.newcombe(*shares)


def test_the_rank_test_refuses_anything_but_five_counters():
    with pytest.raises(ValueError, match="Five counters"):
        metrics.rank_test((1, 2, 3), (1, 2, 3, 4, 5))


def midranks(answers):
    """{score: the mean of the ranks 1, 2, … that it takes among the answers in order}."""
    places = {}
    for rank, answer in enumerate(sorted(answers), start=1):
        places.setdefault(answer, []).append(rank)
    return {answer: sum(ranks) / len(ranks) for answer, ranks in places.items()}


@given(FEW, FEW)
def test_the_rank_test_equals_pairs_counted_and_ranks_summed(counts1, counts2):
    first, second = scores(counts1), scores(counts2)
    rank = midranks(first + second)
    ranks = [rank[answer] for answer in first + second]
    n1, n2, n = len(first), len(second), len(ranks)
    # Shuffled, a sum of n2 of the ranks has this mean and this variance: sampling without replacement.
    mean = sum(ranks) / n
    variance = n1 * n2 / (n - 1) * sum((one - mean) ** 2 for one in ranks) / n
    z = (sum(rank[answer] for answer in second) - n2 * mean) / sqrt(variance) if variance else 0

    effect, p = metrics.rank_test(counts1, counts2)

    assert isclose(effect, sum((b > a) + (b == a) / 2 for a, b in product(first, second)) / (n1 * n2))
    assert isclose(p, erfc(abs(z) / sqrt(2)), abs_tol=1e-9)


@given(COUNTS.filter(any))
def test_a_group_compared_with_itself_is_neither_higher_nor_lower(counts):
    assert metrics.rank_test(counts, counts) == pytest.approx((0.5, 1))


@given(FEW, FEW)
def test_the_groups_exchanged_turn_the_effect_round_and_keep_p(counts1, counts2):
    effect, p = metrics.rank_test(counts1, counts2)

    assert metrics.rank_test(counts2, counts1) == pytest.approx((1 - effect, p))


def test_all_answers_alike_speak_for_no_difference():
    assert metrics.rank_test((0, 0, 7, 0, 0), (0, 0, 3, 0, 0)) == (0.5, 1.0)
    assert metrics.rank_test((0, 0, 0, 0, 1), (0, 0, 0, 0, 1)) == (0.5, 1.0)


def test_a_group_wholly_above_the_other_has_the_effect_1():
    effect, p = metrics.rank_test((30, 20, 0, 0, 0), (0, 0, 10, 20, 30))

    assert effect == 1
    assert p < 1e-15


def test_a_difference_of_two_large_groups_has_the_p_value_of_its_normal_deviate():
    # Of 100 and 100 answers of two kinds: z² is the textbook's chi-square times (n − 1) / n.
    _effect, p = metrics.rank_test((40, 0, 0, 0, 60), (25, 0, 0, 0, 75))

    chi_square = 200 * (40 * 75 - 60 * 25) ** 2 / (65 * 135 * 100 * 100)
    assert p == pytest.approx(2 * NormalDist().cdf(-sqrt(chi_square * 199 / 200)))
