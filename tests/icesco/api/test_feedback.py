"""The addresses that take a token answer what the description of the API says of them."""

from datetime import timedelta

import pytest
from django.utils import timezone

from feedback.models import ApiToken
from tests.factories import make_user
from tests.feedback.ratings import make_rating, make_ratings

from .contract import ROOT, complaints, problem

pytestmark = pytest.mark.django_db
MARCH = {"start": "2026-03-01", "end": "2026-03-31"}


@pytest.fixture
def headers(db):
    scopes = ["figures", "ratings", "comments", "times"]
    token = ApiToken.make(make_user(), "Report", scopes, timezone.localdate() + timedelta(days=9))[1]
    return {"Authorization": f"Bearer {token}"}


@pytest.mark.parametrize(
    ("path", "schema"), [("ratings/", "Ratings"), ("figures/", "FeedbackFigures"), ("pages/", "RatedPages")]
)
def test_answers_are_as_described(client, headers, path, schema):
    make_ratings(*[5] * 12, page_type="article", page_key="article:1")
    make_rating(1, comment="Hello", seconds=3, channel="script")

    answer = client.get(f"{ROOT}feedback/{path}", MARCH, headers=headers)

    assert answer.status_code == 200
    assert complaints(answer.json(), schema) == []
    assert answer.json().get("items", [1])


def test_problems_are_as_described(client, headers):
    problem(client.get(f"{ROOT}feedback/ratings/"), 401)
    problem(client.get(f"{ROOT}feedback/ratings/?limit=0", headers=headers), 400)
    problem(client.get(f"{ROOT}feedback/nothing/"), 404)
