"""The sitemaps that robots.txt names hold the pages that search engines should keep, and no others."""

import re
from datetime import date, datetime

import pytest

from . import CRAWL

pytestmark = CRAWL
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
NEWS = "{http://www.google.com/schemas/sitemap-news/0.9}"
XHTML = "{http://www.w3.org/1999/xhtml}"
MOST_ADDRESSES = 50_000
MOST_BYTES = 50 * 1024 * 1024


@pytest.fixture(scope="module")
def sitemaps(site):
    """Every sitemap, indexes too, that robots.txt leads to."""
    waiting = re.findall(r"^Sitemap:\s*(\S+)", site.at("/robots.txt").text, re.MULTILINE)
    found = {}
    while waiting:
        url = waiting.pop()
        if url not in found:
            found[url] = page = site.at(url)
            waiting += [loc.text for loc in page.xml.iterfind(f"{SITEMAP}sitemap/{SITEMAP}loc")] if page else []
    return found


@pytest.fixture(scope="module")
def entries(sitemaps):
    """[(sitemap, url element)] of all sitemaps."""
    return [(page, entry) for page in sitemaps.values() if page for entry in page.xml.iterfind(f"{SITEMAP}url")]


def test_robots_name_a_sitemap_that_is_there(sitemaps):
    assert sitemaps
    assert {url: page for url, page in sitemaps.items() if not page or page.status != 200} == {}


def test_a_sitemap_keeps_within_its_limits(sitemaps):
    large = [page for page in sitemaps.values() if len(page.xml) > MOST_ADDRESSES or len(page.body) > MOST_BYTES]

    assert large == []


def test_an_address_in_a_sitemap_is_a_canonical_page(site, entries):
    wrong = []
    for page, entry in entries:
        address = entry.findtext(f"{SITEMAP}loc")
        document = site.at(address)
        if not document or not document.is_document or document.canonicals != [address]:
            wrong.append((page, address))

    assert wrong == []


def test_every_story_in_every_language_is_in_a_sitemap(site, entries):
    listed = {entry.findtext(f"{SITEMAP}loc") for _page, entry in entries}

    stories = [page for page in site.documents if page.kind == "news:edition_detail"]

    assert stories
    assert [page for page in stories if page.canonicals[0] not in listed] == []


def test_alternates_in_a_sitemap_are_those_of_the_page(site, entries):
    wrong = []
    for page, entry in entries:
        named = {link.get("hreflang"): link.get("href") for link in entry.iterfind(f"{XHTML}link")}
        document = site.at(entry.findtext(f"{SITEMAP}loc"))
        if named and document and named != document.alternates:
            wrong.append((page, document))

    assert wrong == []


def test_dates_in_a_sitemap_are_of_the_standard(sitemaps):
    said = [(page, last.text) for page in sitemaps.values() for last in page.xml.iter(f"{SITEMAP}lastmod")]

    assert [(page, text) for page, text in said if not is_day_or_instant(text)] == []


def test_the_news_sitemap_says_what_the_story_says(site, entries):
    wrong = []
    for _page, entry in entries:
        for news in entry.iterfind(f"{NEWS}news"):
            story = site.at(entry.findtext(f"{SITEMAP}loc"))
            language = news.findtext(f"{NEWS}publication/{NEWS}language")
            told = (language, " ".join(news.findtext(f"{NEWS}title").split()))
            if told != (story.language, story.headings[0]) or not is_day_or_instant(
                news.findtext(f"{NEWS}publication_date")
            ):
                wrong.append((story, told))

    assert wrong == []


def is_day_or_instant(text):
    """Whether a text is a day, or an instant with its zone, in the W3C's form."""
    try:
        return bool(date.fromisoformat(text)) if len(text) == 10 else datetime.fromisoformat(text).tzinfo is not None
    except ValueError:
        return False
