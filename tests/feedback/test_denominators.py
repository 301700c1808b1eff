"""Page views are counted in memory and written by the minute, a row a group and day."""

import pytest
from django.db import DatabaseError
from django.urls import reverse
from django.utils.translation import override

from feedback import denominators
from feedback.models import ViewCount
from feedback.pages import Page
from tests.feedback.ratings import NOON
from tests.feedback.test_rate import BROWSER, SAME_ORIGIN

pytestmark = pytest.mark.django_db
LIST = Page("edition_list", "edition_list", "en")


@pytest.fixture(autouse=True)
def nothing_counted(monkeypatch):
    monkeypatch.setattr(denominators, "flushed_at", denominators.time.monotonic())
    denominators.tallies.clear()
    denominators.page_at.cache_clear()


def tell(client, headers=SAME_ORIGIN, **data):
    with override("en"):
        address = reverse("feedback:count_view")
    return client.post(address, {"page": "/en/news/", "seen": "0", "used": "0", **data}, headers={**BROWSER, **headers})


def rows():
    denominators.flush()
    return sorted(ViewCount.objects.values_list("language", "page_type", "device", "offered", "seen", "used"))


def test_views_are_counted_by_what_became_of_them(client):
    for flags in ({}, {"seen": "1"}, {"seen": "1", "used": "1"}):
        assert tell(client, **flags).status_code == 204

    assert rows() == [("en", "edition_list", "phone", 3, 2, 1)]


def test_a_view_costs_no_query_until_a_minute_has_passed(client, django_assert_num_queries, monkeypatch):
    tell(client)
    with django_assert_num_queries(0):
        tell(client)
    assert not ViewCount.objects.exists()

    monkeypatch.setattr(denominators, "flushed_at", denominators.time.monotonic() - 61)
    tell(client)

    assert ViewCount.objects.get().offered == 3


def test_whoever_used_the_question_has_seen_it():
    denominators.add(LIST, "phone", is_seen=False, is_used=True, now=NOON)

    assert rows() == [("en", "edition_list", "phone", 1, 1, 1)]


def test_counts_of_two_processes_add_up():
    for _process in range(2):
        denominators.add(LIST, "phone", is_seen=True, is_used=False, now=NOON)
        denominators.flush()

    assert rows() == [("en", "edition_list", "phone", 2, 2, 0)]


def test_what_can_not_be_written_is_counted_on(monkeypatch):
    denominators.add(LIST, "phone", is_seen=True, is_used=False, now=NOON)

    def fail(*_args):
        raise DatabaseError("away")

    with monkeypatch.context() as broken:
        broken.setattr(ViewCount.objects, "add", fail)
        denominators.flush()
    denominators.add(LIST, "phone", is_seen=True, is_used=True, now=NOON)

    assert rows() == [("en", "edition_list", "phone", 2, 2, 1)]


@pytest.mark.parametrize("page", ["", "/nowhere/", "/admin/", "//evil.example/", "/" + "x" * 9000, "\x00"])
def test_views_of_pages_that_are_not_known_are_not_counted(client, page):
    assert tell(client, page=page).status_code == 422
    assert rows() == []


def test_views_told_from_elsewhere_are_not_counted(client):
    assert tell(client, headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403
    assert rows() == []


def test_telling_takes_a_post_and_sets_no_cookie(client):
    with override("en"):
        assert client.get(reverse("feedback:count_view")).status_code == 405
    assert not tell(client).cookies
