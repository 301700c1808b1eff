"""Pages by number, then by cursor: every row once, and 404 for what no link says."""

import base64
from datetime import UTC, date, datetime, timedelta

import pytest
from django.http import Http404, QueryDict
from django.utils import timezone

from news.models import Edition, Listing
from news.paging import KeysetPage
from tests.factories import make_article, make_draft, make_edition, make_sector

pytestmark = pytest.mark.django_db


def make_editions(count, **changes):
    """Live editions, several of them on each day and at each instant."""
    start = datetime(2024, 1, 1, 12, tzinfo=UTC)
    return [make_edition(now=start + timedelta(days=number // 3), **changes) for number in range(count)]


def page_at(query="", rows=None, **options):
    return KeysetPage(Edition.objects.live("en") if rows is None else rows, QueryDict(query), **options)


def follow(page, **options):
    """All rows of `page` and of those after it, and the queries that led there."""
    rows, queries = list(page), []
    while page.next_url:
        queries.append(page.next_url)
        page = page_at(page.next_url.removeprefix("?"), **options)
        rows += page
    return rows, queries


def test_numbered_pages_hold_every_row_once_newest_first():
    make_editions(7)

    rows, queries = follow(page_at(per_page=3), per_page=3)

    assert [row.pk for row in rows] == [edition.pk for edition in Edition.objects.live("en").newest_first()]
    assert queries == ["?page=2", "?page=3"]


def test_after_the_last_number_a_cursor_leads_on(monkeypatch):
    monkeypatch.setattr("news.paging.MOST_PAGES", 2)
    make_editions(11)

    rows, queries = follow(page_at(per_page=2), per_page=2)

    assert [row.pk for row in rows] == [edition.pk for edition in Edition.objects.live("en").newest_first()]
    assert [query.split("=")[0] for query in queries] == ["?page", "?before", "?before", "?before", "?before"]


def test_a_cursor_leads_through_listings_too(monkeypatch):
    monkeypatch.setattr("news.paging.MOST_PAGES", 1)
    sector = make_sector()
    for edition in make_editions(5):
        edition.article.sectors.add(sector)
    rows = Listing.objects.live("en").filter(sector=sector)

    found, _queries = follow(page_at(rows=rows, per_page=2), rows=rows, per_page=2)

    assert [row.edition_id for row in found] == [e.pk for e in Edition.objects.live("en").newest_first()]


def test_a_cursor_stays_right_when_a_story_is_published_meanwhile(monkeypatch):
    monkeypatch.setattr("news.paging.MOST_PAGES", 1)
    make_editions(4)
    first = page_at(per_page=2)
    make_edition(now=datetime(2025, 1, 1, tzinfo=UTC))

    second = page_at(first.next_url.removeprefix("?"), per_page=2)

    assert not {row.pk for row in first} & {row.pk for row in second}
    assert len(second) == 2


def test_links_keep_the_other_parameters():
    make_editions(5)

    page = page_at("page=2", per_page=2, kept={"sector": "oceans"})

    assert page.next_url == "?sector=oceans&page=3"
    assert page.previous_url == "?sector=oceans"


def test_the_first_page_may_be_empty_and_later_ones_may_not():
    assert list(page_at()) == []
    with pytest.raises(Http404):
        page_at("page=2")


@pytest.mark.parametrize("value", ["0", "-1", "51", "01", "abc", "٢", "1e1", " 1", "9" * 30, "1&page=2"])
def test_a_number_that_no_link_says_is_missing(value):
    make_editions(2)

    with pytest.raises(Http404):
        page_at(f"page={value}", per_page=1)


def cursor(text):
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


@pytest.mark.parametrize(
    "value",
    [
        "garbage",
        "!!!",
        "A",
        "=" * 8,
        "a" * 2_000,
        cursor("2024-12-16"),
        cursor("2024-12-16\x1f2024-12-16T10:00:00+00:00\x1fx"),
        cursor("2024-12-16\x1f2024-12-16T10:00:00+00:00\x1f0"),
        cursor("2024-12-16\x1f2024-12-16T10:00:00+00:00\x1f" + "9" * 30),
        cursor("2024-12-16\x1f2024-12-16T10:00:00\x1f1"),
        cursor("2024-13-16\x1f2024-12-16T10:00:00+00:00\x1f1"),
        cursor("0001-01-01\x1f0001-01-01T00:00:00+23:59\x1f1"),
        cursor("9999-12-31\x1f9999-12-31T23:59:59-23:59\x1f1"),
        cursor("2024-12-16\x1f2024-12-16T10:00:00+00:00\x1f1\x1f1"),
    ],
    ids=lambda value: value[:24],
)
def test_a_cursor_that_no_link_says_is_missing(value):
    with pytest.raises(Http404):
        page_at(f"before={value}")


def test_a_page_has_a_number_or_a_cursor():
    make_editions(3)
    said = KeysetPage(Edition.objects.live("en"), QueryDict(), per_page=1)

    with pytest.raises(Http404):
        page_at(f"page=2&before={said.encode(said.shown[0])}")


def test_rows_are_counted_no_further_than_1001(monkeypatch, django_assert_num_queries):
    monkeypatch.setattr("news.paging.MOST_COUNTED", 3)
    make_editions(6)

    page = page_at(per_page=2)

    assert page.counted == 4


def test_a_single_page_is_not_counted_in_the_database(django_assert_num_queries):
    make_editions(2)
    page = page_at()

    with django_assert_num_queries(0):
        assert page.counted == 2


def test_rows_are_sorted_by_day_before_instant():
    late = make_draft(make_article())
    late.set_address("from-long-ago", permalink_on=date(2001, 1, 1))
    late.publish(late.newest_revision, now=timezone.now())
    recent = make_edition(now=datetime(2024, 1, 1, tzinfo=UTC))

    assert [row.pk for row in page_at()] == [recent.pk, late.pk]
