"""The files that analysts take away."""

import csv
import hashlib
from io import StringIO

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from feedback.exports.columns import COLUMNS
from feedback.exports.dialects import guarded, unguarded
from feedback.exports.report import REPORT_COLUMNS
from feedback.models import ExportLog
from tests.feedback.analysts import sign_in
from tests.feedback.ratings import make_rating, make_ratings

MARCH = {"start": "2026-03-01", "end": "2026-03-31"}


@pytest.fixture
def analyst(client):
    sign_in(client, "view_dashboard", "export_ratings", "view_rating")
    return client


def download(client, route, **filters):
    """The rows of a CSV file as dictionaries."""
    response = client.get(reverse(f"admin:feedback_rating_{route}"), {**MARCH, **filters})
    text = b"".join(response.streaming_content).decode("utf-8-sig")
    return list(csv.DictReader(StringIO(text, newline="")))


@pytest.mark.django_db
def test_the_dashboards_file_says_what_the_dashboard_shows(analyst):
    make_ratings(*[4] * 8, *[1] * 2)
    make_ratings(*[5] * 3, language="ar")

    rows = download(analyst, "dashboard_csv")

    assert list(rows[0]) == REPORT_COLUMNS
    assert [row["table"] for row in rows] == [
        "total",
        "language",
        "language",
        "page_type",
        "device",
        "series",
        *["day"] * 31,
    ]
    total, arabic, english = rows[:3]
    assert (total["answers"], total["csat"], total["note"]) == ("13", "0.8462", "few answers")
    assert (arabic["code"], arabic["answers"], arabic["csat"], arabic["score_5"]) == ("ar", "3", "", "")
    assert arabic["note"] == "hidden: fewer than 10 answers"
    assert (english["score_1"], english["score_4"], english["mean"]) == ("2", "8", "3.4000")
    assert rows[6]["start"] == "2026-03-01"


@pytest.mark.django_db
def test_the_dashboards_file_pools_no_scores_across_a_change_of_the_question(analyst):
    make_ratings(*[5] * 30)
    make_ratings(*[1] * 30, label_version=2)

    (apart, *_rest), (pooled, *_others) = (
        download(analyst, "dashboard_csv"),
        download(analyst, "dashboard_csv", pool="1"),
    )

    assert (apart["answers"], apart["csat"], apart["note"]) == ("60", "", "not pooled: the question changed")
    assert (pooled["answers"], pooled["csat"], pooled["note"]) == ("60", "0.5000", "")


@pytest.mark.django_db
def test_the_dashboards_file_follows_the_filters(analyst):
    make_ratings(*[4] * 10)
    make_ratings(*[5] * 10, is_demo=True)

    rows = download(analyst, "dashboard_csv", demo="exclude", language="en", start="2025-06-01")

    assert (rows[0]["answers"], rows[0]["demo"], rows[0]["language"]) == ("10", "excluded", "en")
    assert rows[-1]["table"] == "week"


@pytest.mark.django_db
def test_the_ratings_file_leaves_comments_and_minutes_out(analyst):
    make_rating(3, comment="my name is Amina")

    rows = download(analyst, "ratings_csv")

    assert list(rows[0]) == [column.name for column in COLUMNS]
    assert rows[0]["created_at"] == "2026-03-09T12:00:00Z"
    assert (rows[0]["rated_on"], rows[0]["score"], rows[0]["is_demo"]) == ("2026-03-09", "3", "false")


@pytest.mark.django_db
@pytest.mark.parametrize("route", ["ratings_csv", "ratings_zip"])
@pytest.mark.parametrize("comments", ["masked", "whole"])
def test_comments_are_only_for_who_may_read_them(client, route, comments):
    sign_in(client, "view_dashboard", "export_ratings")

    assert client.get(reverse(f"admin:feedback_rating_{route}"), {**MARCH, "comments": comments}).status_code == 403


@pytest.mark.django_db
def test_the_ratings_file_has_comments_when_asked_whole_and_harmless(analyst):
    make_rating(comment="=HYPERLINK(1)")
    make_rating(comment='شكراً، "جداً"\nسطر ثان')
    make_rating(comment="left out", language="fr")

    rows = download(analyst, "ratings_csv", comments="whole", language="en")

    assert [row["comment"] for row in rows] == ["'=HYPERLINK(1)", 'شكراً، "جداً"\nسطر ثان']


@pytest.mark.django_db
@pytest.mark.parametrize("route", ["dashboard_csv", "ratings_csv"])
def test_files_are_streamed_as_utf8_that_excel_knows_and_not_stored_on_the_way(analyst, route):
    response = analyst.get(reverse(f"admin:feedback_rating_{route}"), MARCH)

    assert response.streaming
    assert next(iter(response.streaming_content)).startswith(b"\xef\xbb\xbf")
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    assert "attachment" in response["Content-Disposition"]
    assert response["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    "text",
    [
        *("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =1", "\u200f=1", "\u2067\u200e =1", "\ufeff=1", "＝1"),
        *("\u202b=1", "'=1", "|calc"),
    ],
)
def test_text_that_a_spreadsheet_would_run_is_guarded(text):
    assert guarded(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "good", "شكراً", "a=b", "2026-03-09", "\u200fشكراً"])
def test_other_text_is_left_alone(text):
    assert guarded(text) == text


@given(st.text())
def test_the_guard_can_be_undone(text):
    cell = guarded(text)

    assert unguarded(cell) == text


@pytest.mark.django_db
def test_a_download_is_noted_with_who_what_rows_and_digest(analyst):
    make_ratings(1, 2, 3)

    response = analyst.get(reverse("admin:feedback_rating_ratings_csv"), MARCH)
    body = b"".join(response.streaming_content)

    log = ExportLog.objects.get()
    assert (log.by.username, log.rows, log.sha256) == ("analyst", 3, hashlib.sha256(body).hexdigest())
    assert log.request["filters"]["start"] == "2026-03-01"


@pytest.mark.django_db
@pytest.mark.parametrize("query", [{"dialect": "xml"}, {"comments": "all"}])
def test_a_download_that_does_not_exist_is_refused(analyst, query):
    assert analyst.get(reverse("admin:feedback_rating_ratings_csv"), {**MARCH, **query}).status_code == 422
