from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from news.models import Edition, LeadPin, Publication
from news.models.publication import apply_due
from news.to_come import agenda
from tests.factories import make_draft, make_edition, make_user
from tests.news.test_releases import arrange, make_story

pytestmark = pytest.mark.django_db
# Of the calendar's queries, in their order: those of publications, releases, texts taken down, pins. Without statistics
# SQLite goes by what was never applied.
INDEXES = [
    ("publication_pending", "publication_by_applied_at"),
    ("release_open", "one_open_release_per_article"),
    ("edition_by_expiry",),
    ("news_leadpin",),
]
RABAT = ZoneInfo("Africa/Casablanca")


def address(**asked):
    return reverse("admin:news_calendar", query=asked or None)


def next_month():
    first = timezone.localdate().replace(day=1)
    return (first + timedelta(days=32)).replace(day=1)


def at(day, hour=9):
    """`hour` o'clock in Rabat on a day of next month."""
    first = next_month()
    return datetime(first.year, first.month, day, hour, tzinfo=RABAT)


def make_month():
    """Something of every kind, on the 5th to the 8th of next month."""
    story = make_story(approved=["en"])
    arrange(story, at(5))
    alone = make_draft(title="Alone")
    alone.publish(alone.newest_revision, due_at=at(6))
    expiring, pinned = make_edition(language="ar", title="ينتهي"), make_edition(title="Pinned")
    Edition.objects.filter(pk=expiring.pk).update(expires_at=at(7))
    LeadPin.put(pinned, at(8))


def shown(answer):
    found = answer.context["agenda"]
    return [(day.day, item.kind) for _monday, days in found.weeks for day, items in days for item in items]


def test_the_calendar_shows_what_is_to_come_day_by_day(desk):
    make_month()

    answer = desk.get(address(month=f"{next_month():%Y-%m}"))

    page = answer.content.decode()
    assert shown(answer) == [(5, "release"), (6, "publication"), (7, "expiry"), (8, "pin")]
    assert "Arabic, English, French: become public together" in page
    assert '<bdi lang="ar" dir="rtl">ينتهي</bdi>' in page
    assert "#en" in page
    assert shown(desk.get(address())) == []


def test_it_shows_one_language_when_asked(desk):
    make_month()

    answer = desk.get(address(month=f"{next_month():%Y-%m}", language="ar"))

    assert shown(answer) == [(5, "release"), (7, "expiry")]


def test_a_day_is_a_day_in_rabat():
    edition = make_draft()
    edition.publish(edition.newest_revision, due_at=datetime(2030, 6, 30, 23, 30, tzinfo=ZoneInfo("UTC")))

    [(_monday, [(day, _items)])] = agenda(datetime(2030, 7, 1).date()).weeks

    assert day.isoformat() == "2030-07-01"
    assert agenda(datetime(2030, 6, 1).date()).weeks == []


def test_what_is_late_or_failed_stands_on_top_of_every_month(desk):
    story, late = make_story(approved=["en"]), make_draft(title="Late")
    due_at = timezone.now() + timedelta(hours=1)
    arrange(story, due_at)
    apply_due(due_at)
    late.publish(late.newest_revision, due_at=due_at)
    Publication.objects.filter(edition=late).update(due_at=timezone.now() - timedelta(minutes=5))

    answer = desk.get(address(month=f"{next_month():%Y-%m}"))

    page = answer.content.decode()
    assert [item.kind for item in answer.context["agenda"].late] == ["publication", "release"]
    assert "French: Revision 1 is not approved yet." in page
    assert "does run_due run?" in page


def test_a_release_without_an_hour_stands_apart(desk):
    story = make_story(approved=["en"])
    arrange(story, None)

    answer = desk.get(address())

    assert [item.kind for item in answer.context["agenda"].unset] == ["release"]


def test_an_empty_month_says_so(desk):
    assert "Nothing is to come in this month." in desk.get(address()).content.decode()


@pytest.mark.parametrize(
    "asked", [{"month": "2019-01"}, {"month": "9999-12"}, {"month": "٢٠٢٧-٠١"}, {"language": "de"}]
)
def test_a_month_or_language_that_is_none_is_not_found(desk, asked):
    assert desk.get(address(**asked)).status_code == 404


def test_it_takes_the_right_to_see_stories(client):
    client.force_login(make_user(is_superuser=False))

    assert client.get(address()).status_code == 403


def test_the_desk_leads_to_it(desk):
    assert address() in desk.get("/admin/").content.decode()
    assert address() in desk.get("/admin/news/article/").content.decode()


def test_a_full_month_takes_no_more_queries(desk, django_assert_max_num_queries):
    for _ in range(3):
        arrange(make_story(), at(5))
        edition = make_draft()
        edition.publish(edition.newest_revision, due_at=at(6))
    make_month()

    with django_assert_max_num_queries(12):
        desk.get(address(month=f"{next_month():%Y-%m}"))


def test_what_is_to_come_is_found_by_indexes():
    with CaptureQueriesContext(connection) as asked:
        agenda(next_month())

    is_postgresql = connection.vendor == "postgresql"
    with connection.cursor() as cursor:
        if is_postgresql:
            # Small tables are read whole, whatever indexes they have.
            cursor.execute("SET LOCAL enable_seqscan = off")
        for query, indexes in zip(asked, INDEXES, strict=True):
            cursor.execute(f"{'EXPLAIN' if is_postgresql else 'EXPLAIN QUERY PLAN'} {query['sql']}")
            plan = " ".join(str(row) for row in cursor.fetchall())
            assert any(index in plan for index in indexes), plan
