"""The way to a page: from home through its list, in the page's language, without a query, and none on errors."""

import re
from html import unescape

import pytest

from tests.factories import make_edition
from tests.news.linked import Subjects

pytestmark = pytest.mark.django_db

NAV = re.compile(r'<nav class="page breadcrumbs".*?</nav>', re.DOTALL)


def way(client, address):
    """The steps shown on a page: [(label, address or None for the page itself)]."""
    found = NAV.search(client.get(address).content.decode())
    items = re.findall(r"<li.*?</li>", found[0], re.DOTALL) if found else []
    return [step(item) for item in items]


def step(item):
    link = re.search(r'href="([^"]+)"', item)
    assert bool(link) != ('aria-current="page"' in item)
    return unescape(re.search(r"<bdi>(.*?)</bdi>", item)[1]), link[1] if link else None


@pytest.mark.parametrize(
    ("path", "steps"),
    [
        ("news/", [("News", None)]),
        ("people/", [("People", None)]),
        ("people/amina-diallo/", [("People", "/en/people/"), ("Amina Diallo", None)]),
        ("member-states/atlantis/", [("Member states", "/en/member-states/"), ("Atlantis", None)]),
        ("sectors/oceans-sector/", [("Sectors", "/en/sectors/"), ("Oceans Sector", None)]),
        ("tags/tides/", [("News", "/en/news/"), ("Tides", None)]),
        ("search/", [("Search", None)]),
        ("feedback/", [("Rate this website", None)]),
    ],
)
def test_a_page_says_how_one_comes_to_it(client, path, steps):
    Subjects().full_story()

    assert way(client, f"/en/{path}") == [("Home", "/en/"), *steps]


def test_a_story_stands_in_the_month_and_year_of_its_address(client):
    edition = make_edition(title="Forum & fair")
    day = edition.permalink_on

    news = [("Home", "/en/"), ("News", "/en/news/")]
    year, month = (f"{day:%Y}", f"/en/{day:%Y}/"), (f"{day:%B}", f"/en/{day:%Y/%m}/")

    assert way(client, edition.get_absolute_url()) == [*news, year, month, ("Forum & fair", None)]
    assert way(client, month[1]) == [*news, year, (month[0], None)]
    assert way(client, year[1]) == [*news, (year[0], None)]


def test_the_way_is_in_the_pages_language(client):
    Subjects().full_story()

    assert way(client, "/ar/people/amina-diallo/")[:2] == [("الرئيسية", "/ar/"), ("الشخصيات", "/ar/people/")]


@pytest.mark.parametrize("path", ["", "none/", "people/none/", "news/?page=0", "2024/12/16/none/"])
def test_the_front_page_and_errors_have_no_way(client, path):
    assert way(client, f"/en/{path}") == []
