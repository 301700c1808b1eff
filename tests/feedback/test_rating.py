"""A stored rating is what the visitor said, for good."""

from datetime import UTC, date, datetime

import pytest
from django.db import IntegrityError, transaction

from feedback.models import DailyCount, Rating, RatingIsFinal
from tests.feedback.ratings import make_rating

pytestmark = pytest.mark.django_db


def test_a_stored_rating_cannot_be_saved_again():
    rating = make_rating(score=2)
    rating.score = 5

    with pytest.raises(RatingIsFinal):
        rating.save()

    assert Rating.objects.get().score == 2


def test_a_rating_read_back_cannot_be_saved_or_deleted():
    make_rating(score=2)
    rating = Rating.objects.get()

    with pytest.raises(RatingIsFinal):
        rating.save(update_fields=["comment"])
    with pytest.raises(RatingIsFinal):
        rating.delete()


def test_ratings_cannot_be_changed_or_deleted_in_bulk():
    rating = make_rating(score=2)
    rating.score = 5

    with pytest.raises(RatingIsFinal):
        Rating.objects.update(score=5)
    with pytest.raises(RatingIsFinal):
        Rating.objects.bulk_update([rating], ["score"])
    with pytest.raises(RatingIsFinal):
        Rating.objects.filter(score=2).delete()
    with pytest.raises(TypeError):
        Rating.objects.bulk_create([rating], ignore_conflicts=True)

    assert Rating.objects.get().score == 2


@pytest.mark.parametrize("changes", [{"score": 0}, {"score": 6}, {"comment": "x" * 2001}])
def test_the_database_refuses_what_no_visitor_can_have_said(changes):
    with pytest.raises(IntegrityError), transaction.atomic():
        make_rating(**changes)

    assert not Rating.objects.exists()
    assert not DailyCount.objects.exists()


def test_a_rating_of_late_evening_belongs_to_the_day_in_rabat():
    rating = make_rating(at=datetime(2026, 6, 30, 23, 30, tzinfo=UTC))

    assert rating.rated_on == date(2026, 7, 1)


def test_a_rating_knows_how_it_was_asked():
    rating = make_rating()

    rating.refresh_from_db()

    assert (rating.channel, rating.label_version, rating.scale_order, rating.widget_version) == ("form", 1, 1, 2)
    assert rating.is_demo is False
