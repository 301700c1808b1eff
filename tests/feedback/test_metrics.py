"""The figures equal what a slow and simple computation says."""

import statistics
from math import isclose

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedback import metrics

from .answers import SOME, scores


@given(SOME)
def test_shares_and_mean_equal_those_of_the_answers_one_by_one(counts):
    answers = scores(counts)

    assert metrics.total(counts) == len(answers)
    assert isclose(metrics.mean(counts), statistics.mean(answers))
    assert isclose(metrics.top_two_box(counts), statistics.mean(score >= 4 for score in answers))
    assert isclose(metrics.bottom_two_box(counts), statistics.mean(score <= 2 for score in answers))
    for score, share in enumerate(metrics.distribution(counts), start=1):
        assert isclose(share, answers.count(score) / len(answers))


@given(SOME)
def test_net_score_and_mean_of_100_equal_means_over_the_answers(counts):
    answers = scores(counts)

    assert isclose(metrics.net(counts), statistics.mean((a >= 4) - (a <= 2) for a in answers), abs_tol=1e-12)
    assert isclose(metrics.mean_100(counts), statistics.mean(100 * (a - 1) / 4 for a in answers), abs_tol=1e-12)


@given(SOME)
def test_the_median_is_the_lower_one_of_the_answers_in_order(counts):
    median = metrics.median(counts)

    assert median == statistics.median_low(scores(counts))
    assert isinstance(median, float)


def test_figures_of_no_answers_are_none():
    nothing = (0, 0, 0, 0, 0)

    assert metrics.distribution(nothing) is None
    assert metrics.top_two_box(nothing) is None
    assert metrics.bottom_two_box(nothing) is None
    assert metrics.mean(nothing) is None
    assert metrics.mean_band(nothing) is None
    assert metrics.mean_100(nothing) is None
    assert metrics.median(nothing) is None
    assert metrics.net(nothing) is None
    assert metrics.net_band(nothing) is None
    assert metrics.wilson(0, 0) is None


# 81 of 263, 15 of 148, 0 of 20 and 1 of 29: Newcombe (1998), table I, method 3. The rest are limits by the definition.
@pytest.mark.parametrize(
    ("successes", "n", "low", "high"),
    [
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0000, 0.1611),
        (1, 29, 0.0061, 0.1718),
        (20, 20, 0.8389, 1.0000),
    ],
)
def test_wilson_gives_the_published_values(successes, n, low, high):
    found = metrics.wilson(successes, n)

    assert found == pytest.approx((low, high), abs=0.00005)


@given(n=st.integers(1, 500), part=st.floats(0, 1), confidence=st.sampled_from([0.8, 0.9, 0.95, 0.99]))
def test_wilson_limits_are_the_shares_that_the_score_test_just_keeps(n, part, confidence):
    successes = round(n * part)
    z = statistics.NormalDist().inv_cdf(0.5 + confidence / 2)

    low, high = metrics.wilson(successes, n, confidence)

    assert 0 <= low <= successes / n <= high <= 1
    for limit in (low, high):
        if 0 < limit < 1:
            assert isclose((successes / n - limit) ** 2, z * z * limit * (1 - limit) / n, rel_tol=1e-6, abs_tol=1e-12)


@pytest.mark.parametrize(("successes", "n", "confidence"), [(-1, 5, 0.95), (6, 5, 0.95), (1, 5, 0), (1, 5, 1)])
def test_wilson_refuses_what_is_no_share(successes, n, confidence):
    with pytest.raises(ValueError, match="Not a share"):
        metrics.wilson(successes, n, confidence)


@given(SOME)
def test_the_means_band_holds_the_mean_and_is_no_narrower_than_the_answers_ask_for(counts):
    answers = scores(counts)
    n = len(answers)
    z = statistics.NormalDist().inv_cdf(0.975)

    low, high = metrics.mean_band(counts)

    assert 1 <= low <= metrics.mean(counts) + 1e-9
    assert metrics.mean(counts) - 1e-9 <= high <= 5
    # The score interval of a mean whose variance is known, by the same shrinking towards the middle.
    own = z * (statistics.pvariance(answers) / n) ** 0.5 / (1 + z * z / n)
    assert high - low >= 2 * own - 1e-9


@pytest.mark.parametrize("counts", [(1, 2, 3), (1, 2, 3, 4, -1), (1, 2, 3, 4, 0.5), ()])
def test_anything_but_five_counters_is_refused(counts):
    with pytest.raises(ValueError, match="Five counters"):
        metrics.figures(counts)


@pytest.mark.parametrize(
    ("n", "is_hidden", "is_flagged"),
    [(0, True, False), (9, True, False), (10, False, True), (29, False, True), (30, False, False)],
)
def test_small_groups_are_hidden_or_flagged(n, is_hidden, is_flagged):
    figures = metrics.figures((0, 0, 0, n, 0))

    assert (figures.is_hidden, figures.is_flagged) == (is_hidden, is_flagged)
    assert (figures.csat is None) == is_hidden
    assert (figures.distribution is None) == is_hidden


def test_the_figures_of_a_known_group():
    figures = metrics.figures((5, 10, 15, 40, 30))

    assert figures.csat == pytest.approx(0.7)
    assert figures.bottom == pytest.approx(0.15)
    assert figures.mean == pytest.approx(3.8)
    assert figures.csat_band == pytest.approx((0.6042, 0.7811), abs=0.0001)
    assert figures.net == pytest.approx(0.55)
    assert figures.net_band == pytest.approx((0.3879, 0.6767), abs=0.0001)
    assert figures.mean_100 == pytest.approx(70)
    assert figures.median == 4
