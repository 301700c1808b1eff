"""Editions by program: what the page of a story shows, in lists and singly."""

import json
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from news.models import Edition, Publication
from people.models import Person
from tests.factories import make_article, make_draft, make_edition, make_picture, make_tag, update_edition
from tests.news.linked import Subjects

from .contract import get, path_of, problem

pytestmark = pytest.mark.django_db
TODAY = timezone.now()


def titles(page):
    return [item["title"] for item in page["items"]]


def whole(client, edition):
    return get(client, f"editions/{edition.article_id}/{edition.language}/", "Edition")


def at(day):
    """A moment of the last thirty days, the same whenever it is asked for."""
    return TODAY - timedelta(days=30 - day)


# Lists


def test_a_list_is_newest_first_and_in_one_language(client):
    make_edition(title="Older", now=at(1))
    make_edition(title="Newer", now=at(2))
    make_edition(language="ar", title="عربي", now=at(3))

    page = get(client, "editions/", "EditionPage", language="en")

    assert titles(page) == ["Newer", "Older"]


def test_lists_hold_no_text_but_what_leads_to_it(client):
    edition = make_edition(body="<p>Nothing of this.</p>")

    item = get(client, "editions/", language="en")["items"][0]

    assert "body_html" not in item
    assert item["api_url"].endswith(f"/api/v1/editions/{edition.article_id}/en/")


def test_pages_lead_forth_and_back_over_all_editions_once(client):
    for number in range(7):
        make_edition(title=f"Story {number}", now=at(number))
    wanted = [f"Story {number}" for number in reversed(range(7))]

    forth, path = [], "editions/?language=en&limit=3"
    while path:
        page = get(client, path, "EditionPage")
        forth.append(titles(page))
        last, path = page, page["links"]["next"] and path_of(page["links"]["next"])
    middle = get(client, path_of(last["links"]["prev"]), "EditionPage")
    first = get(client, path_of(middle["links"]["prev"]), "EditionPage")

    assert forth == [wanted[:3], wanted[3:6], wanted[6:]]
    assert titles(middle) == wanted[3:6]
    assert titles(first) == wanted[:3]
    assert first["links"]["prev"] is None
    assert titles(get(client, path_of(first["links"]["next"]))) == wanted[3:6]


def test_a_page_holds_as_many_as_asked_for(client):
    for _ in range(3):
        make_edition()

    page = get(client, "editions/", language="en", limit="2")

    assert len(page["items"]) == 2
    assert "limit=2" in page["links"]["next"]


@pytest.mark.parametrize(
    ("name", "value"),
    [("sector", "oceans-sector"), ("state", "atlantis"), ("person", "amina-diallo"), ("tag", "المد"), ("year", "2026")],
)
def test_a_filter_keeps_the_stories_linked_to_what_it_names(client, name, value):
    linked = Subjects().stories(1, "ar", now=timezone.now().replace(year=2026, month=1))[0]
    make_edition(language="ar", title="أخرى", now=timezone.now().replace(year=2025, month=1))

    page = get(client, "editions/", "EditionPage", language="ar", **{name: value})

    assert titles(page) == [linked.title]


def test_filters_are_kept_by_the_links_to_other_pages(client):
    subjects = Subjects()
    subjects.stories(3)

    page = get(client, "editions/", language="en", tag="tides", sector="oceans-sector", limit="1")

    following = get(client, path_of(page["links"]["next"]))
    assert "tag=tides" in following["links"]["self"]
    assert len(following["items"]) == 1


@pytest.mark.parametrize("name", ["sector", "state", "person", "tag"])
def test_a_filter_that_names_nothing_is_a_404_that_names_the_filter(client, name):
    answer = client.get("/api/v1/editions/", {"language": "en", name: "nothing-of-ours"})

    told = problem(answer, 404)
    assert told["parameter"] == name
    assert "nothing-of-ours" not in answer.content.decode()


def test_the_former_slug_of_a_person_leads_to_the_present_one(client):
    subjects = Subjects()
    subjects.stories(1)
    person = Person.objects.get()
    person.slug = "amina-d"
    person.save()

    answer = client.get("/api/v1/editions/", {"language": "en", "person": "amina-diallo", "limit": "5"})

    assert answer.status_code == 301
    assert titles(get(client, path_of(answer.headers["Location"])))
    assert "limit=5" in answer.headers["Location"]


# What changed since


def test_changes_come_oldest_first_and_each_edition_once(client):
    changed, steady = make_edition(title="Old words", now=at(1)), make_edition(title="Steady", now=at(2))
    revision = update_edition(changed, publish=False, title="New words")
    changed.publish(revision, now=at(5))

    page = get(client, "editions/", "EditionPage", language="en", updated_since=f"{at(0):%Y-%m-%dT%H:%M:%SZ}")

    assert titles(page) == ["Steady", "New words"]
    assert [item["updated_at"] for item in page["items"]] == [f"{at(day):%Y-%m-%dT%H:%M:%SZ}" for day in (2, 5)]
    assert steady.is_live()


def test_changes_before_the_moment_and_minor_ones_are_left_out(client):
    make_edition(title="Old", now=at(1))
    minor = make_edition(title="Minor", now=at(2))
    revision = update_edition(minor, publish=False, title="Minor, with a comma")
    minor.publish(revision, now=at(8), is_minor=True)
    make_edition(title="New", now=at(9))

    page = get(client, "editions/", language="en", updated_since=f"{at(5):%Y-%m-%dT%H:%M:%SZ}")

    assert titles(page) == ["New"]


def test_a_text_first_published_as_a_minor_edit_is_news(client):
    make_edition(title="New", is_minor=True, now=at(9))

    page = get(client, "editions/", "EditionPage", language="en", updated_since=f"{at(5):%Y-%m-%dT%H:%M:%SZ}")

    assert titles(page) == ["New"]


def test_changes_go_on_from_page_to_page(client):
    for number in range(5):
        make_edition(title=f"Story {number}", now=at(number))
    found, path = [], "editions/?language=en&limit=2&updated_since=2000-01-01T00:00:00Z"

    while path:
        page = get(client, path, "EditionPage")
        found += titles(page)
        path = page["links"]["next"] and path_of(page["links"]["next"])

    assert found == [f"Story {number}" for number in range(5)]


@pytest.mark.parametrize("name", ["sector", "state", "person", "tag", "year"])
def test_changes_are_not_filtered(client, name):
    answer = client.get("/api/v1/editions/", {"language": "en", "updated_since": "2026-01-01T00:00:00Z", name: "2026"})

    assert problem(answer, 400)["parameter"] == name


# One edition


def test_an_edition_tells_what_its_page_shows(client):
    arabic, _source = Subjects().full_story()

    told = whole(client, arabic)

    assert (told["title"], told["language"], told["direction"]) == ("منتدى الرباط", "ar", "rtl")
    assert told["dateline"]["text"] == "Harbour Town"
    assert (told["event_date"], told["event_ends_on"]) == ("2024-12-12", "2024-12-14")
    assert told["people"][0]["name"]["text"] == "Amina Diallo"
    assert (told["people"][0]["role"], told["people"][0]["honorific"]) == ("رئيسة", None)
    assert told["member_states"][0]["code"] == "XA"
    assert told["sectors"][0]["slug"] == "oceans-sector"
    assert told["tags"][0]["label"] == "المد"
    assert told["url"] == f"http://127.0.0.1:8000{arabic.get_absolute_url()}"
    assert told["id"] == f"tag:127.0.0.1,2026:article/{arabic.article_id}/ar"


def test_pictures_come_with_their_texts_and_absolute_addresses(client):
    arabic, _source = Subjects().full_story()

    told = whole(client, arabic)

    assert told["lead_picture"]["alt"] == "وصف"
    assert told["lead_picture"]["credit"]["text"] == "ICESCO"
    assert {rendition["format"] for rendition in told["lead_picture"]["renditions"]} >= {"jpeg", "webp"}
    assert 'src="http://127.0.0.1:8000/media/' in told["body_html"]
    assert '"/media/' not in told["body_html"]
    assert " /media/" not in told["body_html"]
    assert "picture:" not in told["body_html"]


def test_what_looks_like_an_address_in_the_words_is_left_alone(client):
    body = '<p>She wrote src="/x" and <a href="/en/news/">linked</a> and <a href="#end">the end</a>.</p>'
    edition = make_edition(body=body)

    told = whole(client, edition)["body_html"]

    assert 'src="/x"' in told
    assert 'href="http://127.0.0.1:8000/en/news/"' in told
    assert f'{edition.get_absolute_url()}#end"' in told


def test_a_picture_that_was_taken_down_is_not_told_of(client):
    picture = make_picture()
    edition = make_edition(make_article(lead_picture=picture), lead_alt="A hall")
    picture.take_down()

    assert whole(client, edition)["lead_picture"] is None


def test_a_translation_says_from_what_and_since_when_it_is_behind(client):
    source = make_edition(now=at(1))
    french = make_edition(source.article, "fr", follows=source.live_revision, now=at(2))
    before = whole(client, french)
    revision = update_edition(source, publish=False, title="Changed")
    source.publish(revision, now=at(3))

    after = whole(client, french)

    assert (before["behind"], before["behind_since"]) == (False, None)
    assert (after["behind"], after["behind_since"]) == (True, f"{at(3):%Y-%m-%dT%H:%M:%SZ}")
    assert after["translated_from"]["language"] == "en"
    assert after["translated_from"]["url"].endswith(source.get_absolute_url())
    assert after["provenance"] == "Traduit de l’anglais par nos services"
    assert [place["language"] for place in after["available_languages"]] == ["en", "fr"]


def test_a_minor_edit_of_the_source_leaves_nothing_behind(client):
    source = make_edition()
    french = make_edition(source.article, "fr", follows=source.live_revision)
    update_edition(source, is_minor=True, title="A comma, moved")

    assert whole(client, french)["behind"] is False


def test_a_source_that_is_no_longer_public_has_no_address(client):
    source = make_edition()
    french = make_edition(source.article, "fr", follows=source.live_revision)
    source.withdraw()

    told = whole(client, french)

    assert told["translated_from"] == {"language": "en", "url": None, "api_url": None}
    assert [place["language"] for place in told["available_languages"]] == ["fr"]
    assert told["behind"] is False


def test_a_person_whom_nobody_has_reviewed_is_a_name_without_a_page(client):
    edition = Subjects().stories(1)[0]
    Person.objects.update(is_public=False)

    told = whole(client, edition)["people"][0]

    assert told["name"]["text"] == "Amina Diallo"
    assert (told["slug"], told["url"], told["api_url"]) == (None, None, None)


def test_a_name_that_is_missing_is_told_in_the_language_it_has(client):
    subjects = Subjects()
    Person.objects.update(name_ar=None)
    edition = subjects.stories(1, "ar")[0]

    told = whole(client, edition)["people"][0]

    assert told["name"] == {"text": "Amina Diallo", "language": "en", "direction": "ltr"}
    assert told["url"] is None
    assert told["api_url"]


def test_a_tag_without_a_label_in_the_language_is_left_out(client):
    article = make_article()
    article.tags.add(make_tag("Tides", label_fr=None))
    source = make_edition(article)
    french = make_edition(article, "fr", follows=source.live_revision)

    assert whole(client, source)["tags"]
    assert whole(client, french)["tags"] == []


def test_a_draft_answers_as_if_it_were_not_there(client):
    draft = make_draft()

    hidden = client.get(f"/api/v1/editions/{draft.article_id}/en/")
    missing = client.get(f"/api/v1/editions/{draft.article_id}/fr/")

    problem(hidden, 404)
    assert hidden.content == missing.content


def test_a_withdrawn_text_answers_410_with_the_time_and_none_of_its_words(client):
    edition = make_edition(title="Unsaid")
    edition.withdraw()

    answer = client.get(f"/api/v1/editions/{edition.article_id}/en/")

    edition.refresh_from_db()
    assert f"{edition.withdrawn_at:%Y-%m-%dT%H:%M:%SZ}" in problem(answer, 410)["detail"]
    assert b"Unsaid" not in answer.content


def test_an_expired_text_answers_410(client):
    edition = make_edition()
    Edition.objects.update(expires_at=timezone.now() - timedelta(minutes=1))

    problem(client.get(f"/api/v1/editions/{edition.article_id}/en/"), 410)


def test_a_scheduled_update_changes_nothing_yet(client):
    edition = make_edition(title="Now")
    address = f"/api/v1/editions/{edition.article_id}/en/"
    before = client.get(address)
    revision = update_edition(edition, publish=False, title="Tomorrow")
    edition.publish(revision, due_at=timezone.now() + timedelta(days=1))

    after = client.get(address)

    assert after.content == before.content
    assert after.headers["ETag"] == before.headers["ETag"]
    assert Publication.objects.pending().exists()


# What it costs


def asked(client, address):
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    return [query["sql"] for query in queries]


ALL = "&sector=oceans-sector&state=atlantis&person=amina-diallo&tag=tides&year={year}"


@pytest.mark.parametrize(
    ("query", "most"),
    [("", 4), (ALL, 8), ("&updated_since=2000-01-01T00:00:00Z", 4)],
    ids=["all", "filters", "changes"],
)
def test_a_list_takes_the_same_few_queries_however_many_it_shows_and_no_body(client, query, most):
    subjects = Subjects()
    arabic, source = subjects.full_story()
    update_edition(source, title="Changed since")
    address = f"/api/v1/editions/?language=en&limit=100{query.format(year=source.permalink_on.year)}"
    few = asked(client, address)
    subjects.stories(30)

    many = asked(client, address)

    assert len(many) == len(few) <= most
    assert not [sql for sql in many if '"body_' in sql]
    assert arabic.is_live()


def test_an_edition_takes_ten_queries_at_most_and_no_body_but_its_own(client):
    arabic, source = Subjects().full_story()
    update_edition(source, title="Changed since")

    queries = asked(client, f"/api/v1/editions/{arabic.article_id}/ar/")

    assert len(queries) <= 10
    assert not [sql for sql in queries if '"body_en"' in sql or '"body_fr"' in sql]


def test_answers_are_the_same_bytes_each_time_and_in_plain_letters(client):
    arabic, _source = Subjects().full_story()
    address = f"/api/v1/editions/{arabic.article_id}/ar/"

    first, second = client.get(address), client.get(address)

    assert first.content == second.content
    assert "منتدى الرباط" in first.content.decode()
    assert json.loads(first.content)["title"] == "منتدى الرباط"
