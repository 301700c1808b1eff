"""Made-up ratings are plausible, marked, counted and made once."""

from datetime import date, timedelta
from itertools import chain
from statistics import mean

import pytest

from feedback.demo import make_demo_ratings
from feedback.models import DailyCount, Rating
from feedback.pages import Page
from tests.feedback.ratings import counted, make_rating

pytestmark = pytest.mark.django_db

PAGES = [Page("article", f"article:{number}", language) for number in (1, 2) for language in ("ar", "en", "fr")]
LAST_DAY = date(2026, 3, 8)


def test_demo_ratings_are_marked_and_counted():
    number = make_demo_ratings(PAGES, days=28, until=LAST_DAY)

    assert Rating.objects.filter(is_demo=True).count() == number > 200
    assert sum(sum(row.counts) for row in DailyCount.objects.filter(is_demo=True)) == number
    before = counted(DailyCount)
    DailyCount.objects.rebuild(date(2026, 1, 1), LAST_DAY)
    assert counted(DailyCount) == before


def test_demo_ratings_are_made_once():
    make_rating()
    make_demo_ratings(PAGES, days=7, until=LAST_DAY)
    stored = Rating.objects.count()

    assert make_demo_ratings(PAGES, days=7, until=LAST_DAY) == 0
    assert Rating.objects.count() == stored


def test_nothing_is_made_without_pages():
    assert make_demo_ratings([]) == 0


def test_the_same_seed_makes_the_same_ratings():
    make_demo_ratings(PAGES, days=5, seed=7, until=LAST_DAY)
    first = list(Rating.objects.order_by("pk").values_list("score", "comment", "created_at", "page_key"))
    Rating.objects.all()._raw_delete("default")
    DailyCount.objects.all().delete()

    make_demo_ratings(PAGES, days=5, seed=7, until=LAST_DAY)

    assert list(Rating.objects.order_by("pk").values_list("score", "comment", "created_at", "page_key")) == first


def test_a_demo_year_has_a_weekly_rhythm_improves_and_speaks_the_pages_languages():
    make_demo_ratings(PAGES, days=364, until=LAST_DAY)

    days = [LAST_DAY - timedelta(days=number) for number in range(364)]
    scores = {day: [] for day in days}
    for day, score in Rating.objects.values_list("rated_on", "score"):
        scores[day].append(score)
    working = mean(len(scores[day]) for day in days if day.weekday() < 4)
    weekend = mean(len(scores[day]) for day in days if day.weekday() > 4)
    assert working > 1.4 * weekend
    newest, oldest = chain(*map(scores.get, days[:90])), chain(*map(scores.get, days[-90:]))
    assert mean(newest) > mean(oldest)
    comments = Rating.objects.exclude(comment="")
    assert set(comments.values_list("language", flat=True)) == {"ar", "en", "fr"}
