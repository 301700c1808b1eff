"""Every feed that a page names is sound, in the page's language, and leads back to pages that exist."""

import json

import pytest
from lxml import etree

from . import CRAWL
from .feeds import ATOM, LANGUAGE, addresses_within, atom_problems, json_problems, link

pytestmark = CRAWL
GOOD = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ar"><id>tag:example.org,2025:news</id><title>News</title>
<updated>2025-02-04T10:00:00Z</updated><author><name>ICESCO</name></author><link rel="self" href="/en/feed/"/>
<entry><id>tag:example.org,2025:1</id><title>One</title><updated>2025-02-04T10:00:00+01:00</updated>
<link href="/en/1/"/><content type="html">&lt;p&gt;One&lt;/p&gt;</content></entry></feed>"""


@pytest.fixture(scope="module")
def atom(site):
    return site.of_type("application/atom+xml")


@pytest.fixture(scope="module")
def json_feeds(site):
    return [(page, json.loads(page.text)) for page in site.of_type("application/feed+json")]


def test_every_language_has_feeds_of_both_kinds(atom, json_feeds):
    languages = {page.language for page in atom}

    assert languages == {page.language for page, _feed in json_feeds} == {"ar", "en", "fr"}


def test_every_atom_feed_is_sound(atom):
    problems = {page: atom_problems(page.xml) for page in atom}

    assert {page: found for page, found in problems.items() if found} == {}


def test_every_json_feed_is_sound(json_feeds):
    problems = {page: json_problems(feed) for page, feed in json_feeds}

    assert {page: found for page, found in problems.items() if found} == {}


def test_a_feed_is_in_the_language_of_its_address_and_names_itself(site, atom):
    wrong = [
        page
        for page in atom
        if page.xml.get(LANGUAGE) != page.language or site.at(link(page.xml, "self").partition("#")[0]) is not page
    ]

    assert wrong == []


def test_the_entries_of_a_feed_lead_to_stories_with_their_titles(site, atom):
    wrong = []
    for page in atom:
        for entry in page.xml.findall(f"{ATOM}entry"):
            story = site.at(link(entry, "alternate"))
            title = " ".join("".join(entry.find(f"{ATOM}title").itertext()).split())
            if not story or story.status != 200 or [title] != story.headings:
                wrong.append((page, link(entry, "alternate"), title))

    assert wrong == []


def test_the_items_of_a_json_feed_lead_to_stories_with_their_titles(site, json_feeds):
    wrong = [
        (page, item["url"], item["title"])
        for page, feed in json_feeds
        for item in feed["items"]
        if not (story := site.at(item["url"])) or [" ".join(item["title"].split())] != story.headings
    ]

    assert wrong == []


def test_a_text_in_a_feed_names_whole_addresses(atom, json_feeds):
    """A feed reader shows it far from the site: a path would lead nowhere."""
    texts = [(page, content.text) for page in atom for content in page.xml.iter(f"{ATOM}content") if content.text] + [
        (page, item.get("content_html", "")) for page, feed in json_feeds for item in feed["items"]
    ]

    paths = [
        (page, address)
        for page, text in texts
        if text
        for address in addresses_within(text)
        if not address.startswith(("http://", "https://", "mailto:", "tel:"))
    ]

    assert paths == []


def test_a_sound_feed_passes_the_check():
    assert atom_problems(etree.fromstring(GOOD)) == []


@pytest.mark.parametrize(
    ("part", "instead"),
    [
        ("<title>One</title>", ""),
        ("<title>One</title>", "<title>One</title><title>Two</title>"),
        ("2025-02-04T10:00:00Z", "2025-02-04 10:00"),
        ("<author><name>ICESCO</name></author>", ""),
        ("<author><name>ICESCO</name></author>", "<author/>"),
        ('<link rel="self" href="/en/feed/"/>', ""),
        ("tag:example.org,2025:1", "1"),
        ('type="html"', 'type="markup"'),
        ('<link href="/en/1/"/><content type="html">&lt;p&gt;One&lt;/p&gt;</content>', ""),
        ('xml:lang="ar"', 'xml:lang="ar_MA"'),
    ],
)
def test_a_breach_of_the_standard_is_noticed(part, instead):
    broken = GOOD.replace(part, instead, 1)

    assert broken != GOOD
    assert atom_problems(etree.fromstring(broken)) != []
