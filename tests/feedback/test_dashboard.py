"""What an analyst reads of the ratings."""

import re
from datetime import timedelta

import pytest
from django.conf import settings as project
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains

from feedback.models import Rating, ViewCount
from tests.feedback.analysts import sign_in
from tests.feedback.ratings import NOON, make_rating, make_ratings

pytestmark = pytest.mark.django_db
MARCH = {"start": "2026-03-01", "end": "2026-03-31"}


@pytest.fixture
def analyst(client):
    sign_in(client, "view_rating", "view_dashboard", "export_ratings")
    return client


def read(client, language="en", **filters):
    """The dashboard's answer for March 2026, unless the filters say otherwise."""
    client.cookies[project.LANGUAGE_COOKIE_NAME] = language
    return client.get(reverse("admin:feedback_rating_dashboard"), {**MARCH, **filters})


def test_the_figures_of_a_period_come_with_their_spread(analyst):
    make_ratings(*[5] * 20, *[4] * 50, *[3] * 15, *[2] * 10, 1, 1, 1, 1, 1)

    page = read(analyst)

    assertContains(page, "70.0%")
    assertContains(page, "60.4%–78.1%")
    assertContains(page, "15.0%")
    assertContains(page, "3.70")
    assertContains(page, "Spread among those who answered:")
    assertContains(page, "describe those who answered, not all visitors")
    assertNotContains(page, "margin of error")


def test_only_the_chosen_period_language_and_page_type_count(analyst):
    make_ratings(*[5] * 12)
    make_ratings(*[1] * 12, language="fr")
    make_ratings(*[1] * 12, page_type="article")
    make_rating(1, at=timezone.now() - timedelta(days=2000))

    page = read(analyst, language="en")
    chosen = analyst.get(
        reverse("admin:feedback_rating_dashboard"), {**MARCH, "language": "en", "page_type": "edition_list"}
    )

    assert page.context["report"].total.n == 36
    assert chosen.context["report"].total.counts == (0, 0, 0, 0, 12)


def test_small_groups_are_hidden_and_middling_ones_flagged(analyst):
    make_ratings(*[4] * 12, language="en")
    make_ratings(*[1] * 3, language="fr")

    page = read(analyst)

    assertContains(page, "Not shown: fewer than 10 answers")
    assertContains(page, "Few answers: read with care")
    names = {group.code: group.figures.csat for group in page.context["report"].by_language}
    assert names == {"en": 1.0, "fr": None}


def test_too_few_answers_show_no_figure_at_all(analyst):
    make_ratings(*[5] * 9)

    page = read(analyst)

    assertContains(page, "9 answers: too few to show")
    assertNotContains(page, "100.0%")
    assertNotContains(page, "chart--bar")


def test_demo_data_is_marked_and_can_be_left_out(analyst):
    make_ratings(*[5] * 10)
    make_ratings(*[1] * 10, is_demo=True)

    mixed = read(analyst)
    real = read(analyst, demo="exclude")

    assertContains(mixed, "Demo data: 10 of these 20 answers were made up")
    assertNotContains(real, "made up")
    assert real.context["report"].total.csat == 1.0


def test_every_way_of_cutting_the_answers_adds_up_to_the_same_total(analyst):
    for days, (language, page_type) in enumerate([("ar", "article"), ("en", "article"), ("en", "home")] * 4):
        at = NOON + timedelta(days=days // 2)
        make_ratings(*[2, 4, 5] * 5, language=language, page_type=page_type, at=at)

    for start in ("2026-03-01", "2025-06-01"):
        report = read(analyst, start=start).context["report"]
        assert report.total.counts == (0, 60, 0, 60, 60)
        assert [group.figures.counts for group in report.by_language] == [(0, 20, 0, 20, 20), (0, 40, 0, 40, 40)]
        assert sum(group.figures.n for group in report.by_page_type) == 180
        assert sum(point.figures.n for point in report.trend) == 180


def test_every_day_of_a_short_period_and_every_week_of_a_long_one_has_a_row(analyst):
    days = read(analyst).context["report"]
    weeks = read(analyst, start="2025-06-04").context["report"]

    assert (len(days.trend), days.is_weekly) == (31, False)
    assert weeks.is_weekly
    assert weeks.trend[0].start.isoformat() == "2025-06-04"
    assert weeks.trend[0].end.isoformat() == "2025-06-08"
    assert all(point.start.weekday() == 0 for point in weeks.trend[1:])
    assert weeks.trend[-1].end.isoformat() == "2026-03-31"
    assert sum((point.end - point.start).days + 1 for point in weeks.trend) == 301


def test_the_last_30_days_are_shown_when_nothing_is_chosen(analyst):
    page = analyst.get(reverse("admin:feedback_rating_dashboard"))

    assert page.context["filters"].days == 30
    assertContains(page, 'aria-current="true">Last 30 days')


@pytest.mark.parametrize(
    ("filters", "message"),
    [
        ({"start": "yesterday"}, "Write the day as year-month-day"),
        ({"start": "٢٠٢٦-٠٣-٠١"}, "Write the day as year-month-day"),
        ({"start": "2026-02-30"}, "Write the day as year-month-day"),
        ({"start": "0001-01-01"}, "There are no ratings so long ago"),
        ({"start": "2026-03-09", "end": "2026-03-08"}, "ends before it begins"),
        ({"end": "9999-12-31"}, "still to come"),
        ({"start": "2005-01-01"}, "at most ten years"),
        ({"language": "xx"}, "xx"),
        ({"page_type": "id__gt"}, "id__gt"),
        ({"demo": "'; DROP TABLE"}, "DROP TABLE"),
        ({"start": "9" * 2000}, "Write the day as year-month-day"),
    ],
)
@pytest.mark.parametrize("route", ["dashboard", "dashboard_csv", "ratings_csv", "ratings_zip"])
def test_a_filter_that_makes_no_sense_gets_a_message_and_keeps_the_form(analyst, route, filters, message):
    page = analyst.get(reverse(f"admin:feedback_rating_{route}"), {**MARCH, **filters})

    assertContains(page, message, status_code=422)
    assertContains(page, 'value="2026-03-', status_code=422)
    assertNotContains(page, "chart--trend", status_code=422)


def test_the_number_of_queries_does_not_grow_with_the_ratings(analyst):
    make_ratings(5, 1)
    with CaptureQueriesContext(connection) as few:
        read(analyst)
    for language in ("ar", "en", "fr"):
        make_ratings(*[4] * 20, language=language, page_type=f"type-{language}")

    with CaptureQueriesContext(connection) as many:
        read(analyst)

    assert len(many) == len(few) <= 17


@pytest.mark.parametrize(("language", "direction"), [("ar", "rtl"), ("en", "ltr"), ("fr", "ltr")])
def test_the_dashboard_is_drawn_in_each_language_without_inline_style(analyst, language, direction):
    make_ratings(*[5] * 30, *[2] * 1200)

    page = read(analyst, language)

    html = page.content.decode()
    assert f'lang="{language}" dir="{direction}"' in html
    assert " style=" not in html
    assert "<style" not in html
    drawings = "".join(re.findall(r'<svg class="chart.*?</svg>', html, re.DOTALL))
    for number in re.findall(r' (?:x|y|width|height|cx|cy|x1|x2|y1|y2)="([^"]*)"', drawings):
        assert re.fullmatch(r"-?\d+(\.\d+)?", number), number


@pytest.mark.parametrize(
    ("codenames", "route", "status"),
    [
        ((), "dashboard", 403),
        (("view_rating",), "dashboard", 403),
        (("view_dashboard",), "dashboard", 200),
        (("view_dashboard",), "dashboard_csv", 200),
        (("view_rating", "export_ratings"), "dashboard_csv", 403),
        (("view_rating", "view_dashboard"), "ratings_csv", 403),
        (("export_ratings",), "ratings_csv", 200),
        (("view_dashboard",), "changelist", 403),
        (("view_rating",), "changelist", 200),
    ],
)
def test_each_page_asks_for_its_own_permission(client, codenames, route, status):
    sign_in(client, *codenames)

    assert client.get(reverse(f"admin:feedback_rating_{route}")).status_code == status


def test_strangers_are_sent_to_the_login(client):
    response = client.get(reverse("admin:feedback_rating_dashboard"))

    assert response.status_code == 302
    assert "login" in response["Location"]


def test_the_dashboard_is_linked_from_the_list_of_ratings_and_the_apps_page(analyst):
    link = reverse("admin:feedback_rating_dashboard")

    assertContains(analyst.get(reverse("admin:feedback_rating_changelist")), link)
    assertContains(analyst.get(reverse("admin:app_list", args=["feedback"])), link)


def test_the_first_page_of_the_desk_leads_an_analyst_to_the_dashboard(client):
    sign_in(client, "view_dashboard")

    page = client.get(reverse("admin:index"))

    assertContains(page, reverse("admin:feedback_rating_dashboard"))


def test_answers_set_apart_are_left_out_and_shown_when_asked(analyst):
    make_ratings(*[4] * 12)
    for rating in make_ratings(*[1] * 12):
        rating.judge("quarantined", "burst")

    without, with_them = read(analyst), read(analyst, suspects="include")

    assert without.context["report"].total.n == 12
    assert with_them.context["report"].total.n == 24
    assert without.context["report"].standings["quarantined"] == 12


def test_a_device_can_be_chosen_and_devices_are_compared(analyst):
    make_ratings(*[4] * 12, device="phone")
    make_ratings(*[1] * 11, device="computer")

    page, phones = read(analyst), read(analyst, device="phone")

    assert [(group.code, group.figures.n) for group in page.context["report"].by_device] == [
        ("phone", 12),
        ("computer", 11),
    ]
    assert phones.context["report"].total.n == 12


def test_a_period_is_compared_with_the_one_before(analyst):
    make_ratings(*[5] * 10, *[1] * 90, at=NOON - timedelta(days=25))
    make_ratings(*[5] * 80, *[1] * 20)

    page = read(analyst)

    change = page.context["report"].change
    assert change.direction == 1
    assert change.difference == pytest.approx(0.7)
    assertContains(page, "More satisfied than in the period before.")
    assertContains(page, "+70.0")


def test_without_enough_answers_before_nothing_is_compared(analyst):
    make_ratings(*[5] * 5, at=NOON - timedelta(days=25))
    make_ratings(*[5] * 40)

    assert read(analyst).context["report"].change is None


def test_scores_across_a_change_of_the_question_are_not_pooled_unless_asked(analyst):
    make_ratings(*[2] * 12)
    make_ratings(*[5] * 14, at=NOON + timedelta(days=3), label_version=2)

    apart, pooled = read(analyst), read(analyst, pool="1")

    assertContains(apart, "The question changed on")
    assertNotContains(apart, 'id="figures-title"')
    assert [series.figures.n for series in apart.context["report"].by_series] == [12, 14]
    assertContains(pooled, 'id="figures-title"')
    assert pooled.context["report"].total.n == 26


def test_two_places_of_the_question_are_no_break(analyst):
    make_ratings(*[2] * 12)
    make_ratings(*[5] * 14, placement=2)

    page = read(analyst)

    assertContains(page, 'id="figures-title"')
    assert page.context["report"].breaks == []


def test_response_rates_name_what_they_are_shares_of(analyst):
    make_ratings(*[4] * 3, channel="script")
    make_rating(channel="form")
    ViewCount.objects.create(
        viewed_on=NOON.date(), language="en", page_type="edition_list", offered=300, seen=100, used=6
    )

    page = read(analyst)

    assert [(rate.code, rate.rate) for rate in page.context["report"].rates] == [
        ("offered", 0.01),
        ("seen", 0.03),
        ("used", 0.5),
    ]
    assertContains(page, "of page views on which the question was seen")


def test_pages_with_enough_answers_are_ranked_by_the_sure_end_of_their_spread(analyst):
    make_ratings(*[5] * 29, page_key="few")
    make_ratings(*[5] * 30, page_key="good")
    make_ratings(*[5] * 300, *[1] * 3, page_key="surely good")
    make_ratings(*[1] * 40, page_key="bad")

    pages = read(analyst).context["report"].pages

    assert [page.key for page in pages.best] == ["surely good", "good", "bad"]
    assert [page.key for page in pages.worst] == ["bad", "surely good", "good"]
    assert pages.left_out == 1


def test_a_drop_raises_an_alarm(analyst):
    for number in range(60):
        make_in_bulk([4] * 80 + [2] * 20, NOON - timedelta(days=68 - number))
    for number in range(8):
        make_in_bulk([4] * 40 + [2] * 60, NOON - timedelta(days=7 - number))

    page = read(analyst, start="2026-03-02", end="2026-03-09")

    assert {alarm.direction for alarm in page.context["report"].alarms} == {-1}
    assertContains(page, 'id="alarms-title"')


def make_in_bulk(scores, at):
    fields = {"language": "en", "page_type": "edition_list", "page_key": "edition_list", "created_at": at}
    Rating.objects.bulk_create(Rating(score=score, **fields) for score in scores)


@pytest.mark.parametrize(("rights", "number"), [((), 0), (("view_rating",), 1)])
def test_the_dashboard_reads_no_rating_but_the_ten_latest_comments(client, rights, number):
    make_ratings(*[4] * 12, comment="good")
    sign_in(client, "view_dashboard", "export_ratings", *rights)

    with CaptureQueriesContext(connection) as queries:
        read(client)

    found = [query["sql"] for query in queries if 'FROM "feedback_rating"' in query["sql"]]
    assert len(found) == number
    assert all(sql.endswith("LIMIT 10") for sql in found)


def test_the_dashboard_can_be_of_one_page(analyst):
    make_ratings(*[5] * 12, page_key="article:1", page_type="article")
    make_ratings(*[1] * 12, page_key="article:2", page_type="article")

    page = read(analyst, page="article:1")

    assert page.context["report"].total.counts == (0, 0, 0, 0, 12)
    assertContains(page, "Views of single pages are not counted.")
    assert read(analyst, page="article:1", device="phone").status_code == 422


def test_whole_months_and_single_days_make_up_any_period(analyst):
    make_ratings(*[5] * 31, page_key="article:1", at=NOON - timedelta(days=28))
    make_ratings(*[4] * 32, page_key="article:1", at=NOON)
    make_ratings(*[3] * 33, page_key="article:1", at=NOON + timedelta(days=31))

    for start, end in (("2026-02-01", "2026-04-30"), ("2026-01-15", "2026-04-20"), ("2026-02-03", "2026-04-29")):
        best = read(analyst, start=start, end=end).context["report"].pages.best
        assert [row.figures.counts for row in best] == [(0, 0, 33, 32, 31)]
