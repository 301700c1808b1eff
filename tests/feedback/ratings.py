"""Ratings and pages for the tests of feedback, which knows no other app."""

from datetime import UTC, datetime

from feedback.models import Rating
from feedback.pages import Page

PAGES = {
    "/en/news/": Page("edition_list", "edition_list", "en"),
    "/ar/news/": Page("edition_list", "edition_list", "ar"),
    "/ar/2026/03/09/ملتقى-الرباط/": Page("article", "article:7", "ar"),
    "/fr/too-long/": Page("article", "article:" + "7" * 200, "fr"),
}
NOON = datetime(2026, 3, 9, 12, tzinfo=UTC)


def known_page(path):
    """The tests' stand-in for the function that the setting FEEDBACK_PAGE names."""
    return PAGES.get(path)


def make_rating(score=4, at=NOON, **changes):
    """A stored rating, given on 9 March 2026 on the English list of news unless told otherwise."""
    fields = {"language": "en", "page_type": "edition_list", "page_key": "edition_list", "created_at": at, **changes}
    return Rating.objects.create(score=score, **fields)


def make_ratings(*scores, **changes):
    """Stored ratings, one for each score."""
    return [make_rating(score, **changes) for score in scores]


def counted(table):
    """A roll-up as {values of its GRAIN: five counters}, groups that sum up to nothing left out."""
    rows = table.objects.sums(*table.GRAIN)
    found = {row[: len(table.GRAIN)]: tuple(row[len(table.GRAIN) :]) for row in rows}
    return {key: counts for key, counts in found.items() if any(counts)}
