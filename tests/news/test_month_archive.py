"""The stories of a month, with the months before and after that have any."""

from datetime import date

import pytest

from tests.factories import make_draft

pytestmark = pytest.mark.django_db


def on(day, title, language="en"):
    edition = make_draft(language=language, title=title)
    edition.set_address(permalink_on=day)
    edition.publish(edition.newest_revision)
    return edition


def test_a_month_has_its_stories_and_links_the_nearest_months_with_stories(client):
    on(date(2024, 2, 29), "Last of February")
    on(date(2024, 4, 1), "First of April")
    on(date(2024, 4, 30), "Last of April")
    on(date(2024, 9, 5), "In September")

    page = client.get("/en/2024/04/").content.decode()

    assert "First of April" in page
    assert "Last of April" in page
    assert "February</bdi>" not in page
    assert 'rel="prev" href="/en/2024/02/"' in page
    assert 'rel="next" href="/en/2024/09/"' in page


def test_december_ends_with_its_last_day(client):
    on(date(2024, 12, 31), "Last of December")

    assert client.get("/en/2024/12/").status_code == 200


@pytest.mark.parametrize("address", ["/en/2024/03/", "/en/2024/13/", "/en/2024/00/", "/en/0000/01/", "/en/9999/12/"])
def test_a_month_without_stories_is_missing(client, address):
    assert client.get(address).status_code == 404


def test_a_month_with_a_draft_only_is_missing(client):
    make_draft().set_address(permalink_on=date(2024, 3, 1))

    assert client.get("/en/2024/03/").status_code == 404


def test_the_switch_offers_the_languages_that_have_stories_in_the_month(client):
    on(date(2024, 4, 1), "First of April")
    on(date(2024, 4, 2), "Le 2 avril", language="fr")

    page = client.get("/en/2024/04/").content.decode()

    assert 'href="/fr/2024/04/"' in page
    assert 'href="/ar/2024/04/"' not in page
