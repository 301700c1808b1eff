"""The daily counts always say what the ratings say."""

from collections import Counter
from datetime import UTC, datetime, timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from hypothesis import given
from hypothesis import strategies as st

from feedback.models import GRAIN, DailyCount, DailyCountQuerySet, Rating
from tests.feedback.ratings import NOON, make_rating, make_ratings

pytestmark = pytest.mark.django_db

GIVEN = st.tuples(
    st.integers(1, 5),
    st.datetimes(datetime(2025, 12, 30), datetime(2026, 1, 2), timezones=st.just(UTC)),
    st.sampled_from(["ar", "en", "fr"]),
    st.sampled_from(["article", "home"]),
    st.booleans(),
)


def counted():
    """The daily counts as {grain: five counters}."""
    return {tuple(getattr(row, name) for name in GRAIN): row.counts for row in DailyCount.objects.all()}


def stored():
    """The same, counted by hand from the ratings."""
    scores = Counter((tuple(getattr(rating, name) for name in GRAIN), rating.score) for rating in Rating.objects.all())
    return {key: tuple(scores[key, score] for score in range(1, 6)) for key, _score in scores}


@given(one_by_one=st.lists(GIVEN, max_size=6), at_once=st.lists(GIVEN, max_size=12))
def test_counts_equal_the_ratings_however_they_arrive(one_by_one, at_once):
    Rating.objects.all()._raw_delete("default")
    DailyCount.objects.all().delete()
    made = [
        Rating(score=score, created_at=at, language=language, page_type=kind, page_key="x", is_demo=is_demo)
        for score, at, language, kind, is_demo in [*one_by_one, *at_once]
    ]

    for rating in made[: len(one_by_one)]:
        rating.save()
    Rating.objects.bulk_create(made[len(one_by_one) :])

    assert counted() == stored()
    DailyCount.objects.rebuild()
    assert counted() == stored()


def test_one_row_holds_a_day_of_a_language_and_page_type():
    make_ratings(1, 4, 4, 5)
    make_rating(3, at=NOON + timedelta(days=1))

    assert [row.counts for row in DailyCount.objects.order_by("rated_on")] == [(1, 0, 0, 2, 1), (0, 0, 1, 0, 0)]


def test_two_writers_of_a_days_first_ratings_are_both_counted(monkeypatch):
    make_rating(5)
    increase = DailyCountQuerySet._increase
    misses = [True]

    def miss_once(rows, key, tally):
        # What a writer sees whose update came just before the other's row was there.
        return 0 if misses and misses.pop() else increase(rows, key, tally)

    monkeypatch.setattr(DailyCountQuerySet, "_increase", miss_once)

    make_rating(1)

    assert DailyCount.objects.get().counts == (1, 0, 0, 0, 1)


def test_a_count_that_fails_takes_the_rating_with_it(monkeypatch):
    def fail(*_args):
        raise RuntimeError("the count failed")

    monkeypatch.setattr(DailyCountQuerySet, "_increase", fail)

    with pytest.raises(RuntimeError):
        make_rating()

    assert not Rating.objects.exists()


def test_the_command_repairs_counts_that_went_wrong():
    make_ratings(2, 2, 5)
    DailyCount.objects.update(n2=99)
    output = StringIO()

    call_command("rebuild_counts", stdout=output)

    assert counted() == stored()
    assert "1 rows" in output.getvalue()
