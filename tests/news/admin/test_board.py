"""The parity board: language by sector and month, down to the stories, and both as files."""

import csv
from datetime import date, timedelta
from io import StringIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from news.models import WorkItem
from news.queue.board import Cell, Period, by_month, by_sector, by_sector_and_month, months_after, totals
from tests.factories import make_draft, make_edition, make_sector, make_user, update_edition

pytestmark = pytest.mark.django_db
ADDRESS = "/admin/news/article/board/"
FILE = "/admin/news/article/board.csv"


def this_month():
    return Period.usual(timezone.localdate())


def read(response):
    """The lines of a CSV file as dicts."""
    text = b"".join(response.streaming_content).decode("utf-8-sig")
    return list(csv.DictReader(StringIO(text)))


def make_stories():
    """Two sectors and one story in both: English current, French behind, Arabic missing; and one draft without any."""
    english = make_edition(title="=Forum")
    make_edition(english.article, "fr", follows=english.live_revision, title="Le forum")
    update_edition(english, body="<p>Changed.</p>")
    sectors = [make_sector("Oceans"), make_sector("Culture")]
    english.article.sectors.set(sectors)
    make_draft(language="ar")
    return english.article, sectors


def test_a_period_of_twelve_months_crosses_the_year():
    period = Period.usual(date(2026, 3, 17))

    assert (period.start, period.end) == (date(2025, 4, 1), date(2026, 3, 1))
    assert len(period.months()) == 12
    assert months_after(date(2026, 1, 1), -1) == date(2025, 12, 1)


def test_a_story_counts_in_each_of_its_sectors_and_once_in_all():
    _article, (oceans, culture) = make_stories()

    counts = {key: cell.count for key, cell in by_sector(this_month()).items()}

    assert counts == {
        **{(sector.pk, "ar", "missing"): 1 for sector in (oceans, culture)},
        **{(sector.pk, "en", "current"): 1 for sector in (oceans, culture)},
        **{(sector.pk, "fr", "behind"): 1 for sector in (oceans, culture)},
        (None, "ar", "in_work"): 1,
    }
    assert totals(this_month())["ar", "missing"].count == 1
    assert sum(cell.count for cell in by_sector_and_month(this_month()).values()) == 7


def test_each_count_comes_with_the_age_of_what_is_so_longest():
    now = timezone.now()
    old, new = (make_edition(now=now - timedelta(days=days)) for days in (5, 1))
    period = Period(min(old.permalink_on, new.permalink_on).replace(day=1), new.permalink_on.replace(day=1))

    cell = by_sector(period)[None, "fr", "missing"]

    assert cell == Cell(2, old.first_public_at)


def test_stories_of_other_months_and_what_is_taken_down_are_left_out():
    make_edition(now=timezone.now() - timedelta(days=800))
    withdrawn = make_edition()
    withdrawn.withdraw()

    assert totals(this_month()) == {}


def test_the_page_says_states_in_words_with_ages_and_leads_to_the_stories(desk):
    make_stories()

    page = desk.get(ADDRESS).content.decode()

    for words in ("All stories", "Oceans", "Without a sector", "in work", "behind", "less than an hour", "<caption"):
        assert words in page
    assert 'scope="colgroup"' in page
    assert "Language of the newsroom" in page
    assert "board/stories/?start=" in page


def test_the_stories_of_a_cell_are_listed(desk):
    article, (oceans, _culture) = make_stories()
    query = {"sector": oceans.slug, "language": "fr", "state": "behind"}

    listed = desk.get(f"{ADDRESS}stories/", query)
    elsewhere = desk.get(f"{ADDRESS}stories/", {**query, "sector": "none"})

    assert [row.item.article_id for row in listed.context["rows"]] == [article.pk]
    assert '<bdi lang="fr" dir="ltr">Le forum</bdi>' in listed.content.decode()
    assert "There is no story in this state." in elsewhere.content.decode()
    assert 'value="fr"' in listed.content.decode()  # the interface's languages are still offered


def test_one_sector_can_be_looked_at_alone(desk):
    make_stories()

    page = desk.get(ADDRESS, {"sector": "oceans"})

    assert [row["name"] for row in page.context["rows"]] == ["Oceans"]


def test_months_are_rows_too_and_narrow_to_a_sector(desk):
    make_stories()
    month = timezone.localdate().replace(day=1)

    page = desk.get(ADDRESS, {"by": "month", "sector": "oceans"})

    assert len(page.context["rows"]) == 12
    assert by_month(this_month())[month, "ar", "in_work"].count == 1
    first = page.context["rows"][0]["cells"]
    assert [cell["count"] for cell in first] == [1, 0, 0, 0, 0, 0, 0, 1, 0, 0, 1, 0]


def test_the_board_is_a_file_of_codes_and_figures(desk):
    make_stories()

    lines = read(desk.get(FILE))

    assert [line["sector"] for line in lines[::3]] == ["culture", "none", "oceans"]
    culture = {line["language"]: line for line in lines[:3]}
    assert (culture["fr"]["behind"], culture["ar"]["missing"], culture["ar"]["current"]) == ("1", "1", "0")
    assert culture["fr"]["behind_oldest"].endswith("Z")


def test_the_stories_are_a_file_whose_titles_run_nowhere(desk):
    make_stories()

    (line,) = read(desk.get(f"{ADDRESS}stories.csv", {"language": "en", "state": "current"}))

    assert (line["title"], line["title_language"], line["work"]) == ("'=Forum", "en", "")


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("start=March", "Write the month as year-month"),
        ("start=2026-13", "Write the month as year-month"),
        ("start=2026-03&end=2026-02", "The last month is before the first one."),
        ("start=2020-01&end=2026-01", "Choose at most 36 months."),
        ("sector=nonsense", "Select a valid choice"),
    ],
)
def test_senseless_questions_are_answered_in_words(desk, query, words):
    page = desk.get(f"{ADDRESS}?{query}")

    assert page.status_code == 422
    assert words in page.content.decode()
    assert desk.get(f"{FILE}?{query}").status_code == 404


@pytest.mark.parametrize("query", ["", "language=de&state=missing", "language=fr&state=down", "language=fr"])
def test_a_cell_that_the_board_has_not_is_not_found(desk, query):
    assert desk.get(f"{ADDRESS}stories/?{query}").status_code == 404


@pytest.mark.parametrize("address", [ADDRESS, FILE, f"{ADDRESS}stories/", f"{ADDRESS}stories.csv"])
def test_those_who_may_not_see_stories_see_no_board(client, address):
    client.force_login(make_user(is_superuser=False))

    assert client.get(address).status_code == 403


@pytest.mark.parametrize("query", [{}, {"by": "month", "sector": "none"}])
def test_the_board_takes_ten_queries_at_most(desk, query):
    make_stories()

    with CaptureQueriesContext(connection) as queries:
        desk.get(ADDRESS, query)

    assert len(queries) <= 10


def plan(queryset):
    """The plan of a query where small tables are not simply read whole."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET LOCAL enable_seqscan = off; SET LOCAL enable_bitmapscan = off")
    return queryset.explain()


def test_the_queue_and_the_board_are_read_off_their_indexes():
    make_stories()
    waiting = WorkItem.objects.waiting("fr", "translate").order_by("since", "id")[:50]
    months = WorkItem.objects.filter(month__gte=date(2026, 1, 1), month__lte=date(2026, 12, 1)).order_by()

    by_age, counted = plan(waiting), plan(months.values("language", "state"))

    assert "work_by_age" in by_age
    assert "Sort" not in by_age
    assert "work_by_month" in counted
