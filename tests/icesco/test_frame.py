"""What is around every public page: one language, one heading, headers that caches and browsers rely on."""

import re
from itertools import pairwise

import pytest

from tests.factories import make_edition
from tests.news.linked import Subjects

pytestmark = pytest.mark.django_db

# A block of data (JSON-LD) runs nothing, and the policy allows it.
INLINE = r"<style|<script(?! src| type=\"application/ld\+json\")|\sstyle=|\son\w+=|javascript:"
STATIC_PAGES = ["", "news/", "people/", "member-states/", "sectors/"]


@pytest.fixture
def addresses(db):
    """A public page of every kind, in each language, and a missing one."""
    subjects = Subjects()
    arabic, english = subjects.full_story()
    entities = ["people/amina-diallo/", "member-states/atlantis/", "sectors/oceans-sector/"]
    pages = [f"/{language}/{path}" for language in ("ar", "en", "fr") for path in [*STATIC_PAGES, *entities]]
    return [*pages, arabic.get_absolute_url(), english.get_absolute_url(), "/en/tags/tides/", "/ar/none/"]


def test_every_page_has_one_heading_of_the_first_rank_and_no_inline_code(client, addresses):
    for address in addresses:
        page = client.get(address).content.decode()

        assert len(re.findall(r"<h1\b", page)) == 1, address
        assert not re.search(INLINE, page), address


def test_ids_are_unique_on_every_page(client, addresses):
    for address in addresses:
        ids = re.findall(r'\sid="([^"]+)"', client.get(address).content.decode())

        assert len(ids) == len(set(ids)), address


def test_headings_skip_no_rank(client, addresses):
    for address in addresses:
        ranks = [int(rank) for rank in re.findall(r"<h([1-6])\b", client.get(address).content.decode())]

        assert all(after <= before + 1 for before, after in pairwise(ranks)), (address, ranks)


def test_every_page_has_the_strict_policy_and_sets_no_cookie(client, addresses):
    for address in addresses:
        response = client.get(address)

        assert "'unsafe" not in response.headers["Content-Security-Policy"]
        assert response.headers["Content-Security-Policy"].startswith("default-src 'none'; script-src 'self'")
        assert not response.cookies, address
        assert "Cookie" not in response.headers.get("Vary", ""), address


def test_every_page_says_its_language_in_the_header_too(client, addresses):
    for address in addresses:
        assert client.get(address).headers["Content-Language"] == address[1:3]


def test_every_page_carries_the_rating_form_about_itself(client, addresses):
    for address in addresses[:-1]:
        response = client.get(address)

        assert response.content.decode().count('name="score"') == 5, address


def test_links_in_the_frame_stay_in_the_pages_language(client):
    make_edition(language="ar")

    page = client.get("/ar/news/").content.decode()

    header = page[page.index("<header") : page.index("</header>")]
    navigation = header[header.index('<nav class="main-nav"') :]
    assert set(re.findall(r'href="/(\w\w)/', navigation)) == {"ar"}
    assert 'href="/ar/news/" aria-current="page"' in navigation
