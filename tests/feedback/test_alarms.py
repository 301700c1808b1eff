"""The parts of the alarms: days put together, what is usual, the two charts and what they find."""

import random
from itertools import pairwise
from statistics import mean, stdev

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedback.alarms import Alarm, drift, learn
from feedback.alarms.baseline import Baseline, Deviation
from feedback.alarms.batches import Batch, batches
from feedback.alarms.charts import cusum, outside

from .simulated import Site, series

DAYS = st.lists(st.integers(0, 60).flatmap(lambda n: st.tuples(st.just(n), st.integers(0, n))), max_size=90)
# D. C. Montgomery, Introduction to Statistical Quality Control, table 9.1: the mean is 10 up to the 20th, then 11.
MONTGOMERY = (
    *(9.45, 7.99, 9.29, 11.66, 12.16, 10.18, 8.04, 11.46, 9.20, 10.34, 9.03, 11.47, 10.51, 9.40, 10.08),
    *(9.37, 10.62, 10.31, 8.52, 10.84, 10.90, 9.33, 12.29, 11.50, 10.60, 11.08, 10.38, 11.62, 11.31, 10.52),
)


def usual_days(days=60, seed=7):
    """Days without a change."""
    return series(random.Random(seed), Site(), days)


def test_a_day_with_enough_answers_is_a_batch_of_its_own():
    assert batches([(20, 14), (17, 10)], 0.7) == [Batch(0, 20, 14), Batch(1, 17, 10)]


def test_days_with_few_answers_are_put_together_and_the_last_names_them():
    # Five unsatisfied answers of 30 % are to be expected of 17.
    assert batches([(8, 6), (0, 0), (9, 5), (3, 3), (40, 20), (1, 0)], 0.7, first=60) == [
        Batch(62, 17, 11),
        Batch(64, 43, 23),
    ]


@given(DAYS, st.floats(0.05, 0.95))
def test_no_answer_counts_twice_or_gets_lost_but_at_the_end(days, share):
    full = batches(days, share)
    used = days[: full[-1].day + 1] if full else []

    assert sum(batch.n for batch in full) == sum(n for n, _top in used)
    assert sum(batch.top for batch in full) == sum(top for _n, top in used)
    assert all(batch.n * min(share, 1 - share) >= 5 - 1e-9 for batch in full)


def test_what_is_usual_is_learned_from_share_and_scatter():
    days = [(100, 70), (100, 60), (100, 85), (100, 65)] * 5
    share = 1400.5 / 2001  # with half an answer of each kind more
    z = [(top - 100 * share) / (100 * share * (1 - share)) ** 0.5 for _n, top in days]

    usual = learn(days)

    assert usual.share == pytest.approx(share)
    assert usual.n == 2000
    assert usual.batch_size == 100
    assert usual.inflation == pytest.approx(max(mean(abs(b - a) for a, b in pairwise(z)) / 1.128, stdev(z)))


def test_answers_never_vary_less_than_by_chance():
    assert learn([(100, 70)] * 20).inflation == 1


def test_the_inflation_grows_with_the_number_of_answers():
    usual = Baseline(share=0.7, n=6000, batch_size=101, inflation=1.5)

    assert usual.inflation_at(1) == 1
    assert usual.inflation_at(101) == pytest.approx(1.5)
    assert usual.inflation_at(401) == pytest.approx(6**0.5)


def test_a_deviation_is_in_standard_deviations_and_knows_the_baselines_own():
    usual = Baseline(share=0.5, n=10_000, batch_size=100, inflation=2.0)

    assert usual.deviation(Batch(61, 100, 70)) == Deviation(61, z=pytest.approx(2), doubt=pytest.approx(0.1))


def test_the_chart_finds_single_days_far_out_on_either_side():
    deviations = [Deviation(day, z, 0.1) for day, z in enumerate((0.5, -3.6, 3.4, 4, -3.5))]

    assert outside(deviations) == [(1, -1), (3, 1)]


@pytest.mark.parametrize(("decision", "observation"), [(5, 29), (4, 28)])
def test_the_cusum_signals_where_the_textbooks_does(decision, observation):
    deviations = [Deviation(number, value - 10, 0.0) for number, value in enumerate(MONTGOMERY, start=1)]

    assert cusum(deviations, allowance=0.5, decision=decision)[0] == (observation, 1)


def test_the_cusum_finds_a_small_shift_that_lasts_and_starts_anew_after_an_alarm():
    down = [Deviation(day, -1.5, 0.0) for day in range(12)]

    assert cusum(down) == [(4, -1), (9, -1)]


def test_an_uncertain_baseline_makes_the_cusum_slower():
    assert cusum([Deviation(day, 1.5, 0.5) for day in range(12)]) == [(8, 1)]


def test_a_bad_day_raises_an_alarm_on_the_chart():
    days = [*usual_days(70), (100, 45), *usual_days(5, seed=8)]

    assert Alarm(70, "chart", -1) in drift(days)


def test_a_rise_is_found_as_a_drop_is():
    days = [*usual_days(70), *series(random.Random(1), Site(share=0.8), 7)]
    turned = [(n, n - top) for n, top in days]

    assert any(alarm.direction == 1 for alarm in drift(days))
    assert drift(turned) == [Alarm(alarm.day, alarm.kind, -alarm.direction) for alarm in drift(days)]


def test_the_days_to_compare_with_raise_no_alarm_themselves():
    days = [*usual_days(30), (100, 20), *usual_days(40, seed=8)]

    assert all(alarm.day >= 60 for alarm in drift(days))


@given(st.lists(st.integers(0, 90), max_size=30))
def test_days_without_answers_change_nothing_but_the_days_numbers(gaps):
    days = [*usual_days(60), *series(random.Random(3), Site(share=0.6, visits=30), 31)]
    with_gaps, places, baseline = [], [], 0
    for place, day in enumerate(days):
        with_gaps += [(0, 0)] * gaps.count(place)
        places.append(len(with_gaps))
        with_gaps.append(day)
        baseline = len(with_gaps) if place == 59 else baseline

    alarms = drift(days)

    assert alarms
    assert drift(with_gaps, baseline) == [Alarm(places[a.day], a.kind, a.direction) for a in alarms]


@pytest.mark.parametrize(
    "days",
    [[], [(0, 0)] * 400, [(1, 1)] * 100, [(5, 5)] * 60 + [(5, 0)] * 5, [(100, 70)] * 9, [(100, 70)] * 60],
    ids=["no days", "no answers", "one a day", "all satisfied", "nine days", "nothing to judge"],
)
def test_too_few_answers_raise_no_alarm(days):
    assert drift(days) == []


def test_whether_there_was_enough_to_learn_from_can_be_asked():
    assert learn([(5, 4)] * 30) is None
    assert learn([(100, 70)] * 9) is None
    assert learn([(100, 70)] * 10) is not None


@given(DAYS, st.integers(1, 90))
def test_any_series_is_judged_without_an_error(days, baseline):
    for alarm in drift(days, baseline):
        assert baseline <= alarm.day < len(days)
        assert alarm.kind in ("chart", "cusum")
        assert alarm.direction in (-1, 1)


@pytest.mark.parametrize("day", [(3, 4), (3, -1), (-1, -1), (3, 1.5), (3,), (1, 2, 3)])
def test_what_is_no_day_is_refused(day):
    with pytest.raises(ValueError, match="Not a day"):
        drift([(10, 7), day])


def test_a_baseline_of_no_days_is_refused():
    with pytest.raises(ValueError, match="Not a number of days"):
        drift([(10, 7)], baseline=0)
