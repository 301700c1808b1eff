"""Sitemaps: complete, of one mind with the pages, and cut into parts that no number of stories makes longer."""

from datetime import datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from lxml import etree

from icesco.found.sitemaps import newest, parts, questions
from news.models import Correction
from tests.crawling import kept_body
from tests.factories import make_article, make_draft, make_edition, make_person, update_edition
from tests.icesco.found.heads import head_of
from tests.news.linked import Subjects

pytestmark = pytest.mark.django_db

ORIGIN = "http://127.0.0.1:8000"
NS = {
    "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "x": "http://www.w3.org/1999/xhtml",
    "n": "http://www.google.com/schemas/sitemap-news/0.9",
}


def xml_of(client, address):
    response = client.get(address)
    assert response.status_code == 200, address
    assert response.headers["Content-Type"] == "application/xml; charset=utf-8"
    return etree.fromstring(kept_body(response))


def parts_of(client):
    """Paths of the sitemaps that the index names."""
    return [
        loc.removeprefix(ORIGIN)
        for loc in xml_of(client, "/sitemap.xml").xpath("s:sitemap/s:loc/text()", namespaces=NS)
    ]


def pages_of(client, part):
    """{address: (its alternates, its lastmod or None)} of a part."""
    pages = {}
    for url in xml_of(client, part).xpath("s:url", namespaces=NS):
        links = {link.get("hreflang"): link.get("href") for link in url.xpath("x:link", namespaces=NS)}
        changed = url.xpath("string(s:lastmod)", namespaces=NS)
        pages[url.xpath("string(s:loc)", namespaces=NS)] = (links, changed or None)
    return pages


def all_pages(client):
    return {
        url: said for part in parts_of(client) if "news" not in part for url, said in pages_of(client, part).items()
    }


def test_every_page_listed_answers_and_says_the_same_of_itself(client):
    Subjects().full_story()

    listed = all_pages(client)

    assert len(listed) > 20
    for url, (alternates, _changed) in listed.items():
        head = head_of(client, url.removeprefix(ORIGIN))
        assert head.canonical() == url
        assert head.hreflangs() == alternates, url


def test_every_kind_of_page_is_listed_in_each_language(client):
    arabic, english = Subjects().full_story()

    listed = all_pages(client)

    for edition in (arabic, english):
        assert ORIGIN + edition.get_absolute_url() in listed
    for language in ("ar", "en", "fr"):
        for path in (
            "",
            "news/",
            "people/",
            "people/amina-diallo/",
            "member-states/atlantis/",
            "sectors/oceans-sector/",
        ):
            assert f"{ORIGIN}/{language}/{path}" in listed
        assert f"{ORIGIN}/{language}/{english.permalink_on:%Y/%m}/" in listed
        assert f"{ORIGIN}/{language}/{english.permalink_on:%Y}/" in listed
        assert f"{ORIGIN}/{language}/about/privacy/" in listed
    assert f"{ORIGIN}/en/tags/tides/" in listed
    assert f"{ORIGIN}/fr/tags/mar%C3%A9es/" in listed


def test_a_story_changed_when_it_was_last_published_in_more_than_a_minor_way(client):
    published = timezone.now() - timedelta(days=3)
    edition = make_edition(now=published)
    update_edition(edition, is_minor=True, title="A comma changed")

    ((_alternates, changed),) = pages_of(client, "/sitemaps/stories-en-1.xml").values()

    assert changed == published.isoformat(timespec="seconds")


def test_nothing_that_is_not_public_is_listed_and_no_part_is_empty(client):
    article = make_article()
    make_draft(article, title="Draft one")
    make_edition(title="Gone").withdraw()
    make_person("Hidden Name")

    names = parts_of(client)

    assert names == ["/sitemaps/news.xml", "/sitemaps/pages-ar.xml", "/sitemaps/pages-en.xml", "/sitemaps/pages-fr.xml"]
    assert client.get("/sitemaps/stories-en-1.xml").status_code == 404


def test_parts_are_cut_by_keys_and_together_hold_all(client, monkeypatch):
    monkeypatch.setattr(parts, "KEYS_IN_A_PART", 2)
    monkeypatch.setattr(questions, "QUESTIONS_IN_A_QUERY", 4)
    editions = Subjects().stories(5)
    editions[2].withdraw()

    stories = [name for name in parts_of(client) if "stories" in name]
    found = [url for name in stories for url in pages_of(client, name)]

    assert len(stories) >= 2
    assert all(len(pages_of(client, name)) <= 2 for name in stories)
    assert sorted(found) == sorted(ORIGIN + e.get_absolute_url() for e in editions if e != editions[2])


def test_sitemaps_take_the_same_few_queries_for_more_stories(client):
    subjects = Subjects()
    subjects.full_story()

    def asked(address):
        with CaptureQueriesContext(connection) as queries:
            kept_body(client.get(address))
        return len(queries)

    addresses = ["/sitemap.xml", "/sitemaps/stories-ar-1.xml", "/sitemaps/pages-ar.xml", "/sitemaps/tags-ar-1.xml"]
    few = [asked(address) for address in addresses]
    subjects.stories(15)

    many = [asked(address) for address in addresses]

    assert many == few
    assert max(many) <= 12


def test_the_pages_of_many_years_take_few_queries(client):
    old, new = make_draft(), make_edition()
    old.set_address(permalink_on="1990-01-31")
    old.refresh_from_db()
    old.publish(old.newest_revision)

    pages = pages_of(client, "/sitemaps/pages-en.xml")

    assert f"{ORIGIN}/en/1990/01/" in pages
    assert f"{ORIGIN}/en/{new.permalink_on:%Y/%m}/" in pages
    assert f"{ORIGIN}/en/1990/02/" not in pages


@pytest.mark.parametrize(
    "name",
    [
        "stories-en-2",
        "stories-en-0",
        "stories-en-999999",
        "stories-en-9999999",
        "stories-xx-1",
        "x-en-1",
        "pages-xx",
        "a",
    ],
)
def test_a_part_that_is_none_is_missing(client, name):
    make_edition()

    assert client.get(f"/sitemaps/{name}.xml").status_code == 404


# News


def test_the_news_sitemap_has_the_last_two_days_in_all_languages(client):
    edition = make_edition(title="Waves & wind")
    arabic = make_edition(edition.article, "ar", follows=edition.live_revision, title="أمواج")
    make_edition(title="Old one", now=timezone.now() - timedelta(hours=49))

    news = xml_of(client, "/sitemaps/news.xml")

    said = [
        tuple(url.xpath(f"string(.//{path})", namespaces=NS) for path in ("s:loc", "n:language", "n:name", "n:title"))
        for url in news.xpath("s:url", namespaces=NS)
    ]
    assert said == [
        (ORIGIN + arabic.get_absolute_url(), "ar", "غرفة أخبار الإيسيسكو", "أمواج"),
        (ORIGIN + edition.get_absolute_url(), "en", "ICESCO newsroom", "Waves & wind"),
    ]


def test_a_story_of_the_former_site_is_no_news(client):
    draft = make_draft()
    draft.set_address(permalink_on="2019-05-04")
    draft.refresh_from_db()
    draft.publish(draft.newest_revision)

    assert len(xml_of(client, "/sitemaps/news.xml")) == 0


def test_the_news_sitemap_has_a_thousand_stories_at_most(client, monkeypatch):
    monkeypatch.setattr(newest, "MOST_NEWS", 3)
    Subjects().stories(4)

    assert len(xml_of(client, "/sitemaps/news.xml")) == 3


# robots.txt


def test_robots_are_told_where_the_sitemaps_are_and_what_to_leave(client):
    lines = client.get("/robots.txt").content.decode().splitlines()

    assert f"Sitemap: {ORIGIN}/sitemap.xml" in lines
    assert f"Sitemap: {ORIGIN}/sitemaps/news.xml" in lines
    assert "Disallow: /admin/" in lines
    assert "Disallow: /ar/search/?" in lines


def test_a_correction_moves_the_date_of_the_last_change(client):
    edition = make_edition(now=timezone.now() - timedelta(days=3))

    note = Correction.add(edition, "Ten countries, not twelve.")

    _alternates, changed = all_pages(client)[ORIGIN + edition.get_absolute_url()]
    assert changed == head_of(client, edition.get_absolute_url()).node("NewsArticle")["dateModified"]
    assert datetime.fromisoformat(changed) == note.at.replace(microsecond=0)
