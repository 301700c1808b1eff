"""The net score's band holds what the score test keeps, and holds its promise."""

from math import factorial, isclose, sqrt
from statistics import NormalDist

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedback import metrics

from .answers import SOME

Z = NormalDist().inv_cdf(0.975)


def likeliest_bottom(top, middle, bottom, net):
    """The share of 1 and 2 under which the answers are likeliest, of all whose net score is `net`: a slow search.

    Where the slope of the likelihood's logarithm, which only falls, is 0.
    """
    low, high = max(0.0, -net), (1 - net) / 2
    for _halving in range(100):
        share = (low + high) / 2
        slope = sum(
            weight * count / part
            for weight, count, part in ((1, top, share + net), (1, bottom, share), (-2, middle, 1 - 2 * share - net))
            if count
        )
        low, high = (share, high) if slope > 0 else (low, share)
    return low


@given(SOME)
def test_the_limits_are_the_net_scores_that_the_score_test_just_keeps(counts):
    bottom, middle, top = counts[0] + counts[1], counts[2], counts[3] + counts[4]
    n, net = sum(counts), metrics.net(counts)

    low, high = metrics.net_band(counts)

    assert -1 <= low <= net + 1e-12
    assert net - 1e-12 <= high <= 1
    for limit in (low, high):
        if -1 < limit < 1:
            variance = 2 * likeliest_bottom(top, middle, bottom, limit) + limit - limit * limit
            assert isclose(abs(net - limit), Z * sqrt(variance / n), rel_tol=1e-4, abs_tol=1e-6)


@given(bottom=st.integers(0, 200), top=st.integers(0, 200))
def test_without_a_middle_answer_the_band_is_wilsons_stretched(bottom, top):
    if bottom + top:
        low, high = metrics.wilson(top, bottom + top)

        assert metrics.net_band((bottom, 0, 0, 0, top)) == pytest.approx((2 * low - 1, 2 * high - 1), abs=1e-9)


@given(SOME)
def test_the_scale_turned_round_turns_the_band_round(counts):
    low, high = metrics.net_band(counts)

    assert metrics.net_band(counts[::-1]) == pytest.approx((-high, -low), abs=1e-9)


def test_equally_many_at_both_ends_or_none_at_all_give_a_band_around_zero():
    assert metrics.net_band((0, 0, 10, 0, 0)) == pytest.approx((-0.2775, 0.2775), abs=0.0001)
    assert sum(metrics.net_band((3, 4, 9, 5, 2))) == pytest.approx(0, abs=1e-9)


def test_the_whole_scale_is_kept_when_all_answered_alike():
    assert metrics.net_band((0, 0, 0, 0, 12))[1] == 1
    assert metrics.net_band((12, 0, 0, 0, 0))[0] == -1


@pytest.mark.parametrize("confidence", [0, 1, -0.5, 95])
def test_what_is_no_confidence_is_refused(confidence):
    with pytest.raises(ValueError, match="Not a confidence"):
        metrics.net_band((1, 1, 1, 1, 1), confidence)


@pytest.mark.parametrize(("top", "bottom"), [(0.7, 0.15), (0.45, 0.45), (0.95, 0.02), (0.3, 0.3), (0.8, 0.01)])
def test_the_band_of_thirty_answers_holds_the_truth_in_19_of_20_samples(top, bottom):
    n, held = 30, 0.0

    for high in range(n + 1):
        for low in range(n + 1 - high):
            ways = factorial(n) // factorial(high) // factorial(low) // factorial(n - high - low)
            chance = ways * top**high * bottom**low * (1 - top - bottom) ** (n - high - low)
            band = metrics.net_band((low, 0, n - high - low, 0, high))
            held += chance * (band[0] - 1e-9 <= top - bottom <= band[1] + 1e-9)

    assert held >= 0.945
