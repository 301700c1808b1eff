"""The roll-ups always say what the ratings and their verdicts say."""

from collections import Counter
from datetime import UTC, datetime, timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from hypothesis import given
from hypothesis import strategies as st

from feedback.models import DailyCount, PageCount, PageMonthCount, Rating, Recognition, Standing, Verdict
from feedback.models.counts import COUNT_TABLES, CountQuerySet
from feedback.upkeep import drop_old
from tests.feedback.ratings import NOON, counted, make_rating, make_ratings

pytestmark = pytest.mark.django_db

GIVEN = st.fixed_dictionaries(
    {
        "score": st.integers(1, 5),
        "created_at": st.datetimes(datetime(2025, 12, 30), datetime(2026, 1, 2), timezones=st.just(UTC)),
        "language": st.sampled_from(["ar", "en", "fr"]),
        "page_type": st.sampled_from(["article", "home"]),
        "page_key": st.sampled_from(["a", "b"]),
        "device": st.sampled_from(Rating.Device.values),
        "channel": st.sampled_from(Rating.Channel.values),
        "placement": st.sampled_from([1, 2]),
        "label_version": st.sampled_from([1, 2]),
        "is_demo": st.booleans(),
    }
)
STEPS = st.one_of(
    st.tuples(st.just("one"), GIVEN),
    st.tuples(st.just("many"), st.lists(GIVEN, max_size=8)),
    st.tuples(st.sampled_from(["quarantine", "restore", "replace"]), st.integers(0, 30)),
    st.tuples(st.just("purge"), st.sampled_from([datetime(2028, 1, 5, tzinfo=UTC), datetime(2028, 2, 5, tzinfo=UTC)])),
)
STANDINGS = {"quarantine": Standing.QUARANTINED, "restore": Standing.COUNTED, "replace": Standing.REPLACED}


def stored(table):
    """The same as counted(), by hand from the ratings."""
    ratings = Rating.objects.with_standing()
    scores = Counter((table.grain_of(rating, rating.standing), rating.score) for rating in ratings)
    return {key: tuple(scores[key, score] for score in range(1, 6)) for key, _score in scores}


def kept(table):
    """The roll-up of the days whose ratings are still there."""
    days = set(Rating.objects.values_list("rated_on", flat=True))
    if table is PageMonthCount:
        days = {day.replace(day=1) for day in days}
    return {key: counts for key, counts in counted(table).items() if key[0] in days}


def do(step, value):
    if step == "one":
        Rating(**value).save()
    elif step == "many":
        Rating.objects.bulk_create(Rating(**rating) for rating in value)
    elif step == "purge":
        drop_old(value.date())
    elif ratings := list(Rating.objects.order_by("pk")):
        ratings[value % len(ratings)].judge(STANDINGS[step], "staff")


@given(steps=st.lists(STEPS, max_size=12))
def test_counts_equal_the_ratings_after_any_history(steps):
    Rating.objects.all()._raw_delete("default")
    for table in (*COUNT_TABLES, Verdict):
        table.objects.all().delete()

    for step, value in steps:
        do(step, value)

    for table in COUNT_TABLES:
        assert kept(table) == stored(table)
        before = counted(table)
        call_command("rebuild_counts", stdout=StringIO())
        assert counted(table) == before


def test_one_group_holds_a_day_of_a_language_and_page_type():
    make_ratings(1, 4, 4, 5)
    make_rating(3, at=NOON + timedelta(days=1))

    assert list(counted(DailyCount).values()) == [(1, 0, 0, 2, 1), (0, 0, 1, 0, 0)]
    assert list(counted(PageCount).values()) == [(1, 0, 0, 2, 1), (0, 0, 1, 0, 0)]


def test_two_writers_of_a_days_first_ratings_are_both_counted(monkeypatch):
    make_rating(5)
    increase = CountQuerySet._increase
    misses = [True]

    def miss_once(rows, key, tally):
        # What a writer sees whose update came just before the other's row was there.
        return 0 if misses and misses.pop() else increase(rows, key, tally)

    monkeypatch.setattr(CountQuerySet, "_increase", miss_once)

    make_rating(1)

    assert list(counted(DailyCount).values()) == [(1, 0, 0, 0, 1)]


def test_a_count_that_fails_takes_the_rating_with_it(monkeypatch):
    def fail(*_args):
        raise RuntimeError("the count failed")

    monkeypatch.setattr(CountQuerySet, "_increase", fail)

    with pytest.raises(RuntimeError):
        make_rating()

    assert not Rating.objects.exists()


def test_the_command_repairs_counts_that_went_wrong():
    make_ratings(2, 2, 5)
    DailyCount.objects.update(n2=99)
    output = StringIO()

    call_command("rebuild_counts", stdout=output)

    assert counted(DailyCount) == stored(DailyCount)
    assert "2026-03 (1 of 1)" in output.getvalue()


def test_counts_of_answers_that_are_gone_stay():
    make_rating(5, at=datetime(2023, 3, 9, tzinfo=UTC))
    make_rating(4)

    call_command("keep_feedback", stdout=StringIO())
    call_command("rebuild_counts", stdout=StringIO())

    assert Rating.objects.get().score == 4
    assert sorted(counted(DailyCount).values()) == [(0, 0, 0, 0, 1), (0, 0, 0, 1, 0)]


def test_nothing_that_knows_a_visitor_outlives_its_day():
    call_command("keep_feedback", stdout=StringIO())

    assert not Recognition.objects.exists()
