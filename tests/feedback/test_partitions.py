"""Months of ratings: parts of their own on PostgreSQL, and nothing is lost at their borders."""

from datetime import UTC, date, datetime

import pytest
from django.db import connection

from feedback import partitions
from feedback.models import Rating
from tests.feedback.ratings import make_rating

pytestmark = pytest.mark.django_db
OLD = datetime(2031, 1, 31, 22, 59, tzinfo=UTC)  # 23:59 in Rabat


def parts_of(rating):
    """Where PostgreSQL keeps a rating."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT tableoid::regclass::text FROM feedback_rating WHERE id = %s", [rating.pk])
        return cursor.fetchone()[0]


def test_months_follow_each_other_over_the_turn_of_a_year():
    assert list(partitions.months(date(2025, 11, 30), date(2026, 2, 1))) == [
        date(2025, 11, 1),
        date(2025, 12, 1),
        date(2026, 1, 1),
        date(2026, 2, 1),
    ]


def test_a_rating_of_a_month_without_a_part_is_kept_and_moves_there_when_it_has_one():
    rating = make_rating(at=OLD)

    made = partitions.ensure(date(2031, 1, 1), date(2031, 2, 1))

    assert Rating.objects.get().created_at == OLD
    if partitions.is_parted():
        assert made == [date(2031, 1, 1), date(2031, 2, 1)]
        assert parts_of(rating) == "feedback_rating_2031_01"
        assert parts_of(make_rating(at=datetime(2031, 2, 1, tzinfo=UTC))) == "feedback_rating_2031_02"
    else:
        assert made == []


def test_making_a_month_twice_makes_it_once():
    partitions.ensure(date(2031, 1, 1), date(2031, 1, 1))

    assert partitions.ensure(date(2031, 1, 1), date(2031, 1, 31)) == []


def test_keys_stay_unique_and_grow_over_all_months():
    keys = [make_rating(at=datetime(2031, month, 5, tzinfo=UTC)).pk for month in (3, 1, 2)]

    assert keys == sorted(set(keys))
