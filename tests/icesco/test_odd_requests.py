"""Odd paths and parameters get an answer: never a 500, on any public address."""

from itertools import product

import pytest

from tests.factories import make_appearance, make_article, make_edition, make_member_state, make_sector, make_tag
from tests.sampling import SEED, sampled

pytestmark = pytest.mark.django_db

LONG = "a" * 8_192
ODD_VALUES = [
    "",
    "0",
    "-1",
    "1.5",
    "abc",
    "51",
    "9" * 30,
    "%D9%A2%D9%A0%D9%A2%D9%A5",  # ٢٠٢٥
    "%00",
    "%C0%AE",
    "%ED%A0%80",
    "%E2%80%AE",
    "%FF",
    "%",
    "..%2f..%2f",
    "%5C",
    "%27%20OR%201=1--",
    "MjAyNQ",
    "MjAyNC0xMi0xNh8yMDI0LTEyLTE2VDAwOjAwOjAwHzE",
    LONG,
]
PARAMETERS = ["page", "before", "sector", "state", "person", "tag", "year", "q", "sort", "unknown"]
ODD_PARTS = [
    "0",
    "-1",
    "%D9%A2%D9%A0%D9%A2%D9%A5",
    "%00",
    "%C0%AE%C0%AE",
    "%ED%A0%80",
    "%E2%80%AE",
    "%FF%FE",
    "..%2f..%2fetc",
    "%5C..%5C",
    "e%CC%81",
    "a%20b",
    "%0A",
    "x" * 300,
    LONG,
]
ODD_PATHS = [
    "//",
    "//en/",
    "/en//news/",
    "/en/news//",
    "/%2e%2e/",
    "/en/../admin/",
    "/EN/",
    "/xx/",
    "/en",
    "/en/news",
    "/en/%00/",
    "/en/0000/01/",
    "/en/2024/00/",
    "/en/2024/13/",
    "/en/9999/12/",
    "/en/2024/02/30/a/",
    "/en/0000/00/00/a/",
    "/en/%D9%A2%D9%A0%D9%A2%D9%A4/12/16/a/",
    "/en/2024/1/1/a/",
    "\\",
    "/en/\\",
]


@pytest.fixture
def addresses(db):
    """A page of every kind in English."""
    article = make_article()
    sector, state, tag = make_sector(), make_member_state(), make_tag()
    article.sectors.add(sector)
    article.member_states.add(state)
    article.tags.add(tag)
    person = make_appearance(article).person
    edition = make_edition(article)
    lists = ["/", "/en/", "/en/news/", "/en/people/", "/en/member-states/", "/en/sectors/", "/robots.txt", "/healthz"]
    lists += ["/en/search/", "/opensearch.xml"]
    pages = [f"/en/people/{person.slug}/", f"/en/member-states/{state.slug}/", f"/en/sectors/{sector.slug}/"]
    story = edition.get_absolute_url()
    return [*lists, *pages, f"/en/tags/{tag.path_en}/", story, story[: len("/en/2024/12/")]]


@pytest.mark.parametrize("value", ODD_VALUES, ids=lambda value: value[:20])
def test_odd_parameters_never_break_a_page(client, addresses, value):
    chosen = sampled(list(product(addresses, PARAMETERS)), 40, seed=f"{SEED} {value}")

    answers = {(address, name): client.get(f"{address}?{name}={value}").status_code for address, name in chosen}

    assert {key: status for key, status in answers.items() if status >= 500} == {}


@pytest.mark.parametrize("part", ODD_PARTS, ids=lambda part: part[:20])
def test_odd_parts_of_addresses_never_break_a_page(client, addresses, part):
    places = ["people", "member-states", "sectors", "tags", "2024/12", "2024/12/16", "news", "2024", ""]

    answers = {place: client.get(f"/en/{place}/{part}/".replace("//", "/")).status_code for place in places}

    assert {place: status for place, status in answers.items() if not 300 <= status < 500} == {}


@pytest.mark.parametrize("path", ODD_PATHS)
def test_odd_paths_never_break_the_site(client, path):
    response = client.get(path)

    assert 300 <= response.status_code < 500


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "options"])
def test_public_pages_answer_to_reading_only(client, addresses, method):
    answers = {address: getattr(client, method)(address).status_code for address in addresses}

    assert set(answers.values()) == {405}


def test_head_answers_as_get_does_without_a_body(client, addresses):
    for address in addresses:
        response = client.head(address)

        assert response.status_code == client.get(address).status_code
        assert response.content == b""


@pytest.mark.parametrize("header", ["", "*", "xx", "ar;q=0.1,fr", "fr-CA, en;q=0.5", "a" * 5000, "ar-\x7f", ";;;,,,=,"])
def test_odd_language_headers_lead_to_a_home_page(client, header):
    response = client.get("/", headers={"accept-language": header})

    assert response.status_code == 302
    assert response.headers["Location"] in {"/ar/", "/en/", "/fr/"}
