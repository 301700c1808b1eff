"""How often alarms are false and how soon they come, on made-up series. A deep run takes ten times as many.

Measured as in a deep run, with a baseline of 60 days. `spread` is the standard deviation of the days' own shares in
points, `rhythm` how much higher the share is at the end of the week.

| share | spread | answers a day | false alarms, of days | a drop by 10 points found within 7 days |
|---|---|---|---|---|
| 70 % | 0 | 100 | 0.28 % | 98.9 % (by 20 points 100 %, by 5 points 47 %) |
| 70 % | 3.2 | 100 | 0.48 % | 92.3 % (by 20 points 100 %) |
| 70 % | 4.6 | 100 | 0.50 % | 82.5 % (by 20 points 100 %) |
| 70 % | 6.5 | 100 | 0.51 % | 64.9 % (by 20 points 99.9 %) |
| 70 %, rhythm 4 | 0 | 100 | 0.32 % | 98.1 % |
| 70 %, rhythm 4 | 3.2 | 100 | 0.45 % | 89.3 % |
| 55 %, 80 %, 90 % | 0 | 100 | 0.28 %, 0.30 %, 0.32 % | 97.6 %, 99.8 %, 100 % |
| 90 % | 3.0 | 100 | 0.68 % | 99.0 % |
| 95 % | 2.2 | 100 | 0.64 % | 99.9 % |
| 70 % | 0 | 20 | 0.23 % | 34 % |
| 70 % | 0 | 5 | 0.07 % | 2 % |
| 70 % | 2.0 | 1000 | 0.50 % | 100 % |
| 70 % | 4.6 | 100, then 20, 300, 1000 | 0.34 %, 0.66 %, 0.87 % | |
"""

import random
from dataclasses import replace

import pytest

from feedback.alarms import drift
from tests.sampling import IS_DEEP

from .simulated import Site, series

BASELINE, JUDGED = 60, 730  # days
SERIES = 300 if IS_DEEP else 30
TRIALS = 4000 if IS_DEEP else 400

PLAIN = Site()
VARYING = Site(correlation=0.005)  # the day's own share has a standard deviation of 3.2 points


def false_alarms(site, later=None, seed=2002):
    """Share of days with an alarm, over long series without a change of the share; `later`: the site once judged."""
    chance = random.Random(seed)
    alarmed = 0
    for _series in range(SERIES):
        days = series(chance, site, BASELINE) + series(chance, later or site, JUDGED, first=BASELINE)
        alarmed += len({alarm.day for alarm in drift(days, BASELINE)})
    return alarmed / (SERIES * JUDGED)


def found(site, drop, seed=1954):
    """Share of series in which a drop of the share is found on one of its first seven days, whatever the weekday."""
    chance = random.Random(seed)
    later = replace(site, share=site.share - drop)
    hits = 0
    for trial in range(TRIALS):
        change = BASELINE + 30 + trial % 7
        days = series(chance, site, change) + series(chance, later, 7, first=change)
        hits += any(alarm.day >= change and alarm.direction < 0 for alarm in drift(days, BASELINE))
    return hits / TRIALS


@pytest.mark.parametrize(
    "site",
    [
        PLAIN,
        VARYING,
        Site(correlation=0.02),
        Site(correlation=0.005, rhythm=0.04),
        Site(correlation=0.01, share=0.9),
        Site(correlation=0.02, visits=20),
        Site(correlation=0.002, visits=1000),
    ],
    ids=str,
)
def test_at_most_one_day_in_a_hundred_raises_a_false_alarm(site):
    assert false_alarms(site) <= 0.01


@pytest.mark.parametrize("growth", [0.2, 3])
def test_more_or_fewer_visitors_are_no_drift(growth):
    site = Site(correlation=0.01)

    assert false_alarms(site, replace(site, visits=site.visits * growth)) <= 0.01


@pytest.mark.parametrize("site", [PLAIN, VARYING, Site(share=0.8), Site(share=0.55), Site(rhythm=0.04)], ids=str)
def test_a_drop_by_ten_points_is_found_within_a_week(site):
    assert found(site, drop=0.1) >= 0.9


def test_days_that_vary_much_of_themselves_make_a_drop_harder_to_find():
    assert found(Site(correlation=0.02), drop=0.1) >= 0.5
    assert found(Site(correlation=0.02), drop=0.2) >= 0.9
