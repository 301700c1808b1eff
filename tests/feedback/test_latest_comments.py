"""The latest comments on the dashboard."""

import re

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains

from feedback.models import Standing
from tests.feedback.analysts import sign_in
from tests.feedback.ratings import make_rating

pytestmark = pytest.mark.django_db
MARCH = {"start": "2026-03-01", "end": "2026-03-31"}


def titles(keys):
    """The tests' stand-in for the function that the setting FEEDBACK_TITLES names."""
    return {key: ("ملتقى الرباط", "/ar/2026/03/09/x/") for key in keys if key == "article:7"}


@pytest.fixture
def dashboard(client, settings):
    settings.FEEDBACK_TITLES = "tests.feedback.test_latest_comments.titles"
    sign_in(client, "view_dashboard", "view_rating")
    return lambda **filters: client.get(reverse("admin:feedback_rating_dashboard"), {**MARCH, **filters})


def shown(page):
    return [comment.text for comment in page.context["comments"]]


def test_the_ten_newest_comments_that_count_are_shown_masked(dashboard):
    for number in range(12):
        make_rating(comment=f"number {number}")
    make_rating(comment="write to a@b.example")
    make_rating(comment="")
    make_rating(comment="a robot").judge(Standing.QUARANTINED, "staff")
    make_rating(comment="said again").judge(Standing.REPLACED, "answered_again")

    page = dashboard()

    assert shown(page) == ["write to [e-mail]", *(f"number {number}" for number in range(11, 2, -1))]
    assertNotContains(page, "a@b.example")
    assertContains(page, f"{reverse('admin:feedback_rating_comments')}?start=2026-03-01")


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({"language": "fr"}, ["bien"]),
        ({"page": "article:7"}, ["جيد"]),
        ({"suspects": "include"}, ["robot", "جيد", "bien"]),
        ({"start": "2026-03-10"}, []),
    ],
)
def test_they_follow_the_filters(dashboard, filters, expected):
    make_rating(comment="bien", language="fr")
    make_rating(comment="جيد", language="ar", page_key="article:7")
    make_rating(comment="robot").judge(Standing.QUARANTINED, "staff")

    page = dashboard(**filters)

    assert shown(page) == expected
    if not expected:
        assertContains(page, "Nobody wrote a comment in this period.")


def test_each_says_its_score_page_language_and_direction(dashboard):
    make_rating(2, comment="صعب البحث <b>", language="ar", page_type="article", page_key="article:7")

    text = dashboard().content.decode()

    one = re.search(r'<li class="comments__one">.*?</li>', text, re.DOTALL)[0]
    assert 'lang="ar" dir="rtl"' in one
    assert "صعب البحث &lt;b&gt;" in one
    assert '<a href="/ar/2026/03/09/x/"><bdi>ملتقى الرباط</bdi></a>' in one
    assert "<bdi>2</bdi> – Dissatisfied" in one


def test_who_may_not_read_comments_sees_none(client):
    sign_in(client, "view_dashboard", "export_ratings")
    make_rating(comment="a secret")

    page = client.get(reverse("admin:feedback_rating_dashboard"), MARCH)

    assertNotContains(page, "a secret")
    assertNotContains(page, "Latest comments")
