"""What a page tells machines in JSON-LD is what it shows to people."""

import re
from datetime import datetime

import pytest

from . import CRAWL

pytestmark = CRAWL
STORY = "news:edition_detail"
DAY = re.compile(r"\d{4}-\d\d-\d\d")


@pytest.fixture(scope="module")
def described(site):
    """[(page, NewsArticle of it)] for every story."""
    return [(page, item) for page in site.documents for item in of_type(page, "NewsArticle")]


def test_every_story_is_described_once(site, described):
    stories = [page for page in site.documents if page.kind == STORY]

    assert stories
    assert sorted(page.address for page, _item in described) == sorted(page.address for page in stories)


def test_everything_described_has_a_context_and_a_type(site):
    wrong = [
        (page, item.get("@type"))
        for page in site.documents
        for item in page.structured_data
        if not item.get("@type") or ("@graph" not in page.text and "schema.org" not in str(item.get("@context")))
    ]

    assert wrong == []


def test_headline_and_language_are_those_of_the_page(described):
    wrong = [
        (page, item["headline"], item["inLanguage"])
        for page, item in described
        if not page.headings[0].startswith(" ".join(item["headline"].rstrip("…").split()))
        or item["inLanguage"] != page.language
    ]

    assert wrong == []


def test_the_day_of_publication_is_the_day_that_is_shown(described):
    shown = {page: page.tree.xpath("//main//time/@datetime") for page, _item in described}

    wrong = [
        (page, item["datePublished"], shown[page])
        for page, item in described
        if item["datePublished"][:10] not in {day[:10] for day in shown[page]}
    ]

    assert wrong == []


def test_dates_are_of_the_standard_and_in_order(described):
    wrong = [
        (page, item["datePublished"], item.get("dateModified"))
        for page, item in described
        if not in_order(item["datePublished"], item.get("dateModified") or item["datePublished"])
    ]

    assert wrong == []


def test_the_address_is_the_canonical_one(described):
    wrong = [
        (page, address)
        for page, item in described
        for address in [address_of(item.get("mainEntityOfPage") or item.get("url"))]
        if [address] != page.canonicals
    ]

    assert wrong == []


def test_every_address_of_the_site_in_it_is_one_that_exists(site):
    dead = [
        (page, url)
        for page in site.documents
        for item in page.structured_data
        for url in own_addresses(item, site.origin)
        if not url.startswith((f"{site.origin}/media/", f"{site.origin}/static/", f"{site.origin}/#"))
        and "{" not in url
        and not site.at(url.partition("#")[0])
    ]

    assert dead == []


def test_breadcrumbs_are_numbered_and_shown(site):
    complaints = []
    for page in site.documents:
        for trail in of_type(page, "BreadcrumbList"):
            steps = trail["itemListElement"]
            shown = " ".join(page.tree.find("body").text_content().split())
            names = [" ".join(name_of(step).split()) for step in steps]
            if [step["position"] for step in steps] != list(range(1, len(steps) + 1)):
                complaints.append((page, "positions"))
            complaints += [(page, name) for name in names if not name or name not in shown]

    assert complaints == []


def of_type(page, name):
    """The objects of the page's JSON-LD with this type."""
    return [item for item in page.structured_data if name in as_list(item.get("@type"))]


def as_list(value):
    return value if isinstance(value, list) else [value]


def address_of(value):
    return value.get("@id") if isinstance(value, dict) else value


def name_of(step):
    return step.get("name") or step["item"]["name"]


def in_order(first, second):
    """Whether two ISO dates or times, alike in form, follow each other. Raises ValueError on anything else."""
    return datetime.fromisoformat(first) <= datetime.fromisoformat(second)


def own_addresses(value, origin):
    """Every address on the site in a JSON document."""
    if isinstance(value, str):
        if value.startswith(f"{origin}/"):
            yield value
    elif isinstance(value, list | dict):
        for part in value.values() if isinstance(value, dict) else value:
            yield from own_addresses(part, origin)
