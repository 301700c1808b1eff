"""Whom to tell about a hole: RFC 9116, and the icon that browsers ask for unasked."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core.checks import run_checks

from icesco import environment
from icesco.found.security_txt import fields

ADDRESS = "/.well-known/security.txt"
pytestmark = pytest.mark.django_db


@pytest.fixture
def contact(settings):
    settings.SITE_ORIGIN = "https://news.example.org"
    settings.SECURITY_CONTACT = "mailto:security@example.org"


def test_the_file_names_contact_expiry_languages_its_own_address_and_the_policy(client, contact):
    answer = client.get(ADDRESS)

    told = dict(line.split(": ", 1) for line in answer.content.decode().splitlines())
    assert answer.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert told.pop("Expires").endswith("T00:00:00Z")
    assert told == {
        "Contact": "mailto:security@example.org",
        "Preferred-Languages": "ar, en, fr",
        "Canonical": f"https://news.example.org{ADDRESS}",
        "Policy": "https://news.example.org/security-policy.txt",
    }


@pytest.mark.parametrize("now", [datetime(2027, 2, 28, 23, 59, tzinfo=UTC), datetime(2028, 2, 29, tzinfo=UTC)])
def test_it_expires_within_a_year_and_not_soon(contact, now):
    expires = datetime.fromisoformat(dict(fields(now))["Expires"])

    assert timedelta(days=180) < expires - now < timedelta(days=365)


def test_without_a_contact_there_is_no_file(client, settings):
    settings.SECURITY_CONTACT = ""

    assert client.get(ADDRESS).status_code == 404


@pytest.mark.parametrize(("contact", "found"), [("", ["icesco.W001"]), ("mailto:security@example.org", [])])
def test_the_check_before_deploying_misses_a_contact(settings, contact, found):
    settings.SECURITY_CONTACT = contact

    told = run_checks(tags=["security"], include_deployment_checks=True)

    assert [check.id for check in told if check.id.startswith("icesco")] == found


def test_the_policy_is_the_one_in_the_repository(client):
    text = client.get("/security-policy.txt").content.decode()

    assert "three working days" in text
    assert "fourteen days" in text


@pytest.mark.parametrize(
    ("value", "uri"),
    [
        ("", ""),
        ("security@example.org", "mailto:security@example.org"),
        ("https://example.org/x", "https://example.org/x"),
    ],
)
def test_a_contact_is_an_address_or_a_page(monkeypatch, value, uri):
    monkeypatch.setenv("ICESCO_TRIED", value)

    assert environment.contact("ICESCO_TRIED") == uri


@pytest.mark.parametrize("value", ["security", "http://example.org", "a@b\nExpires: x", "mailto:a@b", "https://a b"])
def test_anything_else_stops_the_start_with_a_sentence(monkeypatch, value):
    monkeypatch.setenv("ICESCO_TRIED", value)

    with pytest.raises(environment.BadSetting, match="ICESCO_TRIED must be an address"):
        environment.contact("ICESCO_TRIED")


def test_the_icon_that_browsers_ask_for_is_the_site_s_own_and_is_kept(client):
    answer = client.get("/favicon.ico")

    assert answer.status_code == 302
    assert answer.headers["Location"] == "/static/img/mark.svg"
    assert answer.headers["Cache-Control"] == "public, max-age=86400"
    assert not answer.cookies
