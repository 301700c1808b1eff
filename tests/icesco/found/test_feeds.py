"""Atom and JSON feeds: whole texts, steady ids, and an answer that changes when anything shown does."""

import json
from datetime import timedelta
from urllib.parse import quote

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from lxml import etree

from feedback.pages import resolve as page_at
from news.models import Edition
from people.models import Person
from tests.caching import PUBLIC_CACHING
from tests.factories import make_article, make_draft, make_edition, make_picture, update_edition
from tests.news.linked import Subjects

pytestmark = pytest.mark.django_db

ORIGIN = "http://127.0.0.1:8000"
NS = {"a": "http://www.w3.org/2005/Atom"}
XML = "{http://www.w3.org/XML/1998/namespace}"
SUBJECT_FEEDS = ["people/amina-diallo/feed", "member-states/atlantis/feed", "sectors/oceans-sector/feed"]


def atom_of(client, address="/en/feed/"):
    response = client.get(address)
    assert response.status_code == 200, address
    assert response.headers["Content-Type"] == "application/atom+xml; charset=utf-8"
    return etree.fromstring(response.content)


def json_of(client, address="/en/feed.json"):
    response = client.get(address)
    assert response.headers["Content-Type"] == "application/feed+json; charset=utf-8"
    return json.loads(response.content)


def texts(feed, path):
    return feed.xpath(path, namespaces=NS)


def titles(client, address="/en/feed/"):
    return texts(atom_of(client, address), "a:entry/a:title/text()")


# What a feed holds


@pytest.mark.parametrize("place", ["feed", *SUBJECT_FEEDS])
def test_a_feed_brings_the_newest_stories_of_its_place_in_its_language(client, place):
    subjects = Subjects()
    for number in range(2):
        make_edition(subjects.article(), title=f"About it {number}")
    make_edition(subjects.article(source_language="ar"), "ar", title="عنها")

    assert titles(client, f"/en/{place}/") == ["About it 1", "About it 0"]
    assert [item["title"] for item in json_of(client, f"/en/{place}.json")["items"]] == ["About it 1", "About it 0"]
    assert titles(client, f"/ar/{place}/") == ["عنها"]


def test_a_tags_feed_is_at_its_path_in_each_language(client):
    arabic, english = Subjects().full_story()

    assert titles(client, "/en/tags/tides/feed/") == [english.title]
    assert titles(client, f"/ar/tags/{quote('المد')}/feed/") == [arabic.title]
    assert client.get("/ar/tags/tides/feed/").status_code == 404


def test_an_atom_feed_has_all_that_the_standard_asks_for(client):
    Subjects().full_story()

    feed = atom_of(client, "/ar/feed/")

    assert feed.tag == f"{{{NS['a']}}}feed"
    assert feed.get(f"{XML}lang") == "ar"
    assert feed.get(f"{XML}base") == f"{ORIGIN}/"
    assert texts(feed, "a:id/text()") == ["tag:127.0.0.1,2026:feed/ar"]
    assert texts(feed, "a:title/text()") == ["غرفة أخبار الإيسيسكو"]
    assert texts(feed, "a:author/a:name/text()") == ["منظمة العالم الإسلامي للتربية والعلوم والثقافة"]
    assert texts(feed, "a:link[@rel='self']/@href") == [f"{ORIGIN}/ar/feed/"]
    assert texts(feed, "a:link[@rel='alternate']/@href")[0] == f"{ORIGIN}/ar/"
    assert texts(feed, "a:updated/text()")[0].endswith("Z")
    for name in ("id", "title", "updated", "published", "content", "summary"):
        assert len(texts(feed, f"a:entry/a:{name}")) == 1


def test_an_entry_names_its_page_its_translations_and_its_subjects(client):
    arabic, english = Subjects().full_story()
    french = english.article.edition("fr")

    feed = atom_of(client, "/ar/feed/")

    links = {link.get("hreflang"): link.get("href") for link in texts(feed, "a:entry/a:link[@rel='alternate']")}
    assert links == {edition.language: ORIGIN + edition.get_absolute_url() for edition in (arabic, english, french)}
    categories = texts(feed, "a:entry/a:category")
    assert [category.get("label") for category in categories] == ["المد", "Oceans Sector"]
    assert categories[0].get("scheme") + categories[0].get("term") + "/" == ORIGIN + f"/ar/tags/{quote('المد')}/"


def test_ids_stay_when_title_and_address_change(client):
    edition = make_edition()
    before = texts(atom_of(client), "a:entry/a:id/text()")

    update_edition(edition, title="Another title")
    edition.change_address("another-slug")

    assert texts(atom_of(client), "a:entry/a:id/text()") == before
    assert before == [f"tag:127.0.0.1,2026:article/{edition.article_id}/en"]


def test_content_is_the_whole_text_with_absolute_links_and_plain_pictures(client):
    inner, lead = make_picture(credit="Inner Credit"), make_picture(credit="Lead Credit")
    body = (
        '<p><a href="/en/news/">News</a> <a href="#part">part</a> 1 &lt; 2 &amp; "said"</p>'
        f'<figure><img src="picture:{inner.pk}" alt="A &quot;sea&quot; &gt; lake"></figure>'
    )
    edition = make_edition(make_article(lead_picture=lead), body=body, lead_alt="Waves", lead_caption="That day")

    (content,) = texts(atom_of(client), "a:entry/a:content/text()")

    assert content.startswith('<div lang="en" dir="ltr"><figure><img src="http://127.0.0.1:8000/media/')
    assert f'<a href="{ORIGIN}/en/news/">News</a>' in content
    assert f'<a href="{ORIGIN}{edition.get_absolute_url()}#part">part</a>' in content
    assert '1 &lt; 2 &amp; "said"' in content
    assert 'alt="A &quot;sea&quot; &gt; lake"' in content
    assert "That day" in content
    assert "Lead Credit" in content
    assert "Inner Credit" in content
    assert "<em>Original text</em>" in content
    assert not {"srcset", "<source", "<picture", "class=", "loading"} & set(content.split())
    assert "srcset" not in content
    assert content == json_of(client)["items"][0]["content_html"]


def test_updated_is_the_newest_publication_that_is_not_minor(client):
    published = timezone.now() - timedelta(days=3)
    edition = make_edition(now=published)
    update_edition(edition, is_minor=True, title="A comma changed")
    feed = atom_of(client)
    before = texts(feed, "a:updated/text()")

    update_edition(edition, title="A word changed")

    said = published.strftime("%Y-%m-%dT%H:%M:%SZ")
    assert before == texts(feed, "a:entry/a:updated/text()") == texts(feed, "a:entry/a:published/text()") == [said]
    assert texts(atom_of(client), "a:entry/a:updated/text()") > before


def test_a_json_feed_says_its_language_authors_and_tags(client):
    subjects = Subjects()
    make_edition(subjects.article(lead_picture=make_picture()), lead_alt="Waves")

    feed = json_of(client)

    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert (feed["language"], feed["feed_url"]) == ("en", f"{ORIGIN}/en/feed.json")
    assert feed["home_page_url"] == f"{ORIGIN}/en/"
    assert feed["authors"][0]["name"] == "Islamic World Educational, Scientific and Cultural Organization"
    (item,) = feed["items"]
    assert item["tags"] == ["Tides", "Oceans Sector"]
    assert item["image"].startswith(f"{ORIGIN}/media/")
    assert item["language"] == "en"


def test_a_feed_has_thirty_entries_at_most(client):
    Subjects().stories(32)

    assert len(titles(client)) == len(titles(client, "/en/tags/tides/feed/")) == 30


def test_a_feed_without_stories_is_a_feed(client):
    Subjects()

    assert texts(atom_of(client, "/en/sectors/oceans-sector/feed/"), "a:updated/text()") == ["2026-01-01T00:00:00Z"]


def test_characters_that_xml_cannot_hold_are_left_out(client):
    subjects = Subjects()
    subjects.stories(1)
    # No form lets them in: a row written by other means.
    Person.objects.update(name_en="Amina\x0b\x01 & Diallo\ufffe")

    assert texts(atom_of(client, "/en/people/amina-diallo/feed/"), "a:title/text()") == [
        "Amina & Diallo · ICESCO newsroom"
    ]


# What it doesn't


def test_only_live_editions_have_an_entry(client):
    make_draft(title="Draft one")
    make_edition(title="To come", due_at=timezone.now() + timedelta(days=1))
    make_edition(title="Withdrawn one").withdraw()
    expired = make_edition(title="Expired one")
    Edition.objects.filter(pk=expired.pk).update(expires_at=timezone.now())
    make_edition(title="Live one")

    assert titles(client) == ["Live one"]


@pytest.mark.parametrize("form", ["feed/", "feed.json"])
def test_a_feed_of_nothing_public_is_missing_and_a_former_slug_leads_on(client, form):
    subjects = Subjects()
    make_draft(subjects.article())
    subjects.sector.slug = "seas-sector"
    subjects.sector.save()

    assert client.get(f"/en/people/amina-diallo/{form}").status_code == 404
    assert client.get(f"/en/tags/tides/{form}").status_code == 404
    assert client.get(f"/en/sectors/none/{form}").status_code == 404
    moved = client.get(f"/en/sectors/oceans-sector/{form}")
    assert (moved.status_code, moved.headers["Location"]) == (301, f"/en/sectors/seas-sector/{form}")


def test_a_subject_without_a_name_in_a_language_has_no_feed_there(client):
    subjects = Subjects()
    subjects.sector.name_fr = ""
    subjects.sector.save()

    assert client.get("/fr/sectors/oceans-sector/feed/").status_code == 404


def test_a_feed_is_no_page_that_can_be_rated():
    assert page_at("/en/feed/") is None
    assert page_at("/en/sectors/oceans-sector/feed/") is None


# Asking again


def again(client, response, address="/en/feed/"):
    """The status of asking again with the tag of `response`."""
    return client.get(address, headers={"If-None-Match": response.headers["ETag"]}).status_code


def test_what_has_not_changed_is_not_sent_again(client):
    make_edition()
    first = client.get("/en/feed/")

    assert first.headers["ETag"].startswith('W/"')
    assert again(client, first) == 304


def take_down_a_picture(story):
    story.article.lead_picture.take_down()


def rename_the_tag(story):
    tag = story.article.tags.get()
    tag.label_en = "Waves"
    tag.save()


def expire(story):
    Edition.objects.filter(pk=story.pk).update(expires_at=timezone.now())


CHANGES = {
    "withdrawn": lambda story: story.withdraw(),
    "expired": expire,
    "a minor edit": lambda story: update_edition(story, is_minor=True, title="A comma"),
    "picture taken down": take_down_a_picture,
    "tag renamed": rename_the_tag,
    "tag taken off": lambda story: story.article.tags.clear(),
    "translated": lambda story: make_edition(story.article, "ar", follows=story.live_revision, lead_alt="أمواج"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_any_change_of_what_is_shown_is_sent(client, change):
    older = make_edition(Subjects().article(lead_picture=make_picture()), lead_alt="Waves")
    make_edition(title="Newer")
    first = client.get("/en/feed/")

    CHANGES[change](older)

    assert again(client, first) == 200


def test_who_asks_by_date_alone_gets_the_feed(client):
    make_edition()

    answer = client.get("/en/feed/", headers={"If-Modified-Since": "Fri, 31 Dec 2100 00:00:00 GMT"})

    assert answer.status_code == 200
    assert "Last-Modified" not in answer.headers


def test_other_sites_scripts_may_read_feeds_and_caches_keep_them_for_a_second(client):
    response = client.get("/en/feed.json")

    assert response.headers["Access-Control-Allow-Origin"] == "*"
    assert response.headers["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert response.headers["Cache-Control"] == PUBLIC_CACHING
    assert not response.cookies
    assert response.headers["Vary"] == "Accept-Encoding"


def test_head_answers_as_get_does(client):
    make_edition()

    head, full = client.head("/en/feed/"), client.get("/en/feed/")

    assert head.content == b""
    assert head.headers["ETag"] == full.headers["ETag"]


@pytest.mark.parametrize("address", ["/en/feed/", "/en/tags/tides/feed/", "/en/people/amina-diallo/feed.json"])
def test_a_feed_takes_ten_queries_at_most_whatever_is_in_it(client, address):
    subjects = Subjects()
    subjects.full_story()
    with CaptureQueriesContext(connection) as few:
        client.get(address)
    subjects.stories(20)
    subjects.full_story()

    with CaptureQueriesContext(connection) as many:
        client.get(address)

    assert len(many) == len(few) <= 10
