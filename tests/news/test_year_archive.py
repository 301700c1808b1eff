"""The months of a year that have stories, and the years."""

from datetime import date

import pytest

from .test_month_archive import on

pytestmark = pytest.mark.django_db


def test_a_year_links_its_months_and_the_other_years_that_have_stories(client):
    on(date(2021, 6, 1), "Older")
    on(date(2024, 2, 29), "Last of February")
    on(date(2024, 12, 31), "Last of December")

    page = client.get("/en/2024/").content.decode()

    assert 'href="/en/2024/02/"' in page
    assert 'href="/en/2024/12/"' in page
    assert 'href="/en/2024/03/"' not in page
    assert 'href="/en/2021/"' in page
    assert 'href="/en/2022/"' not in page
    assert 'href="/en/2024/" aria-current="page"' in page


@pytest.mark.parametrize("address", ["/en/2022/", "/en/2020/", "/en/2025/", "/en/0000/", "/en/9999/", "/ar/2024/"])
def test_a_year_without_stories_in_the_language_is_missing(client, address):
    on(date(2021, 6, 1), "Older")
    on(date(2024, 2, 29), "Newer")

    assert client.get(address).status_code == 404


def test_what_was_withdrawn_makes_no_month(client):
    on(date(2024, 2, 29), "Stays")
    on(date(2024, 3, 1), "Goes").withdraw()

    assert 'href="/en/2024/03/"' not in client.get("/en/2024/").content.decode()


def test_the_switch_offers_the_languages_that_have_stories_in_the_year(client):
    on(date(2024, 4, 1), "First of April")
    on(date(2024, 5, 2), "Le 2 mai", language="fr")

    page = client.get("/en/2024/").content.decode()

    assert 'href="/fr/2024/"' in page
    assert 'href="/ar/2024/"' not in page


def test_a_year_takes_four_queries_whatever_there_is(client, django_assert_num_queries):
    for year in range(1990, 2025, 5):
        on(date(year, 1, 1), f"In {year}")

    with django_assert_num_queries(4):
        client.get("/en/2020/")


def test_the_list_and_each_month_lead_to_the_archive(client):
    on(date(2024, 4, 1), "First of April")

    assert 'href="/en/2024/"' in client.get("/en/news/").content.decode()
    assert 'href="/en/2024/"' in client.get("/en/2024/04/").content.decode()
