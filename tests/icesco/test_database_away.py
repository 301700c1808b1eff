"""While the database is away readers hear when to come back, in their language, and nothing is half done."""

import pytest
from django.db import InterfaceError, OperationalError
from django.test import Client

AWAY = [OperationalError("connection refused"), InterfaceError("the connection is closed")]


@pytest.fixture(params=AWAY, ids=["refused", "closed"])
def away(request, monkeypatch):
    """Every query fails."""

    def fail(*args, **kwargs):
        raise request.param

    monkeypatch.setattr("django.db.backends.utils.CursorWrapper.execute", fail)


@pytest.fixture
def reader():
    return Client(raise_request_exception=False)


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["ar", "en", "fr"])
def test_a_page_says_that_it_is_back_in_a_moment(reader, away, language):
    answer = reader.get(f"/{language}/news/")

    assert (answer.status_code, answer.headers["Retry-After"], answer.headers["Cache-Control"]) == (
        503,
        "5",
        "no-store",
    )
    assert f'<html lang="{language}"' in answer.content.decode()


@pytest.mark.django_db
def test_programs_hear_it_too(reader, away):
    answer = reader.get("/api/v1/editions/?language=en")

    assert (answer.status_code, answer.headers["Content-Type"]) == (503, "application/problem+json")
    assert answer.headers["Retry-After"] == "5"


@pytest.mark.django_db
def test_a_rating_is_not_thanked_for(reader, away):
    answer = reader.post("/en/feedback/", {"score": "5", "page": "/en/"}, headers={"sec-fetch-site": "same-origin"})

    assert answer.status_code == 503


@pytest.mark.django_db
def test_any_other_failure_is_ours(reader, monkeypatch):
    monkeypatch.setattr("icesco.views.front_page", None)

    assert reader.get("/fr/").status_code == 500


@pytest.mark.django_db
def test_when_even_that_page_fails_a_line_of_text_is_answered(reader, away, monkeypatch):
    monkeypatch.setattr("icesco.errors.render", None)

    answer = reader.get("/fr/news/")

    assert (answer.status_code, answer.content) == (500, b"500\n")
