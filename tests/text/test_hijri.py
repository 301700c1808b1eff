"""Hijri dates: Umm al-Qura days as they were published, in one spelling, and none beyond the printed tables."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from icesco.text.hijri import MONTHS, hijri_day, hijri_words

FIRST, LAST = date(1924, 8, 1), date(2077, 11, 16)

# First days of years and months, and feasts, of the Umm al-Qura calendar as announced by the kingdom's Umm al-Qura
# gazette; compared with R. H. van Gent, "The Umm al-Qura Calendar of Saudi Arabia", Utrecht University.
PUBLISHED = [
    (date(1999, 4, 17), (1420, 1, 1)),
    (date(2000, 4, 6), (1421, 1, 1)),
    (date(2018, 9, 11), (1440, 1, 1)),
    (date(2019, 8, 31), (1441, 1, 1)),
    (date(2020, 8, 20), (1442, 1, 1)),
    (date(2021, 8, 9), (1443, 1, 1)),
    (date(2022, 7, 30), (1444, 1, 1)),
    (date(2023, 3, 23), (1444, 9, 1)),
    (date(2023, 4, 21), (1444, 10, 1)),
    (date(2023, 6, 28), (1444, 12, 10)),
    (date(2023, 7, 19), (1445, 1, 1)),
    (date(2024, 3, 11), (1445, 9, 1)),
    (date(2024, 4, 10), (1445, 10, 1)),
    (date(2024, 6, 16), (1445, 12, 10)),
    (date(2024, 7, 7), (1446, 1, 1)),
    (date(2025, 3, 1), (1446, 9, 1)),
    (date(2025, 3, 30), (1446, 10, 1)),
    (date(2025, 6, 6), (1446, 12, 10)),
    (date(2025, 6, 26), (1447, 1, 1)),
]


@pytest.mark.parametrize(("day", "published"), PUBLISHED)
def test_days_are_those_that_were_published(day, published):
    assert hijri_day(day) == published


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 11, 24), "14 جمادى الآخرة 1448 هـ"),
        (date(2025, 6, 6), "10 ذي الحجة 1446 هـ"),
        (date(2025, 6, 26), "1 محرم 1447 هـ"),
    ],
)
def test_a_day_is_said_as_arabic_prints_it(day, words):
    assert hijri_words(day) == words


@pytest.mark.parametrize("day", [FIRST - timedelta(days=1), LAST + timedelta(days=1), date.min, date.max])
def test_beyond_the_tables_nothing_is_said(day):
    assert hijri_day(day) is None
    assert hijri_words(day) == ""


def test_the_tables_reach_from_their_first_day_to_their_last():
    assert hijri_day(FIRST) == (1343, 1, 1)
    assert hijri_day(LAST) == (1500, 12, 30)


@given(st.dates(FIRST, LAST - timedelta(days=1)))
def test_days_follow_each_other_without_a_gap(day):
    year, month, number = hijri_day(day)

    assert hijri_day(day + timedelta(days=1)) in {
        (year, month, number + 1),
        (year, month + 1, 1) if month < len(MONTHS) else (year + 1, 1, 1),
    }
    assert 1 <= number <= 30
