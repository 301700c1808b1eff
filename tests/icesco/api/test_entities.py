"""People, member states, sectors and tags by program: their names in all languages, as far as they are public."""

from urllib.parse import quote

import pytest

from news.models import Tag
from people.models import Person, Sector
from tests.factories import (
    make_article,
    make_draft,
    make_edition,
    make_member_state,
    make_person,
    make_sector,
    make_tag,
)
from tests.news.linked import Subjects
from tests.news.test_query_budgets import asked

from .contract import get, path_of, problem

pytestmark = pytest.mark.django_db


@pytest.fixture
def subjects(db):
    return Subjects()


def slugs(page):
    return [item["slug"] for item in page["items"]]


def test_people_have_their_names_in_all_languages_that_have_one(client, subjects):
    Person.objects.update(name_ar="أمينة ديالو", name_fr=None)
    subjects.stories(1)

    told = get(client, "people/amina-diallo/", "WholePerson")

    assert told["names"] == {"ar": "أمينة ديالو", "en": "Amina Diallo"}
    assert told["urls"]["ar"].endswith("/ar/people/amina-diallo/")
    assert set(told["editions"]) == {"ar", "en"}
    assert get(client, path_of(told["editions"]["en"]), "EditionPage")["items"]


def test_only_people_in_public_stories_are_told_of(client, subjects):
    make_draft(subjects.article())
    make_person("Nobody Yet")

    assert get(client, "people/", "PersonPage")["items"] == []
    problem(client.get("/api/v1/people/amina-diallo/"), 404)


def test_people_whom_nobody_has_reviewed_are_not_told_of(client, subjects):
    subjects.stories(1)
    Person.objects.update(is_public=False)

    assert get(client, "people/", "PersonPage")["items"] == []
    problem(client.get("/api/v1/people/amina-diallo/"), 404)


def test_a_former_slug_leads_to_the_present_one(client, subjects):
    subjects.stories(1)
    for model, path in ((Person, "people"), (Sector, "sectors")):
        thing = model.objects.get()
        old, thing.slug = thing.slug, f"{thing.slug}-renamed"
        thing.save()

        answer = client.get(f"/api/v1/{path}/{old}/")

        assert answer.status_code == 301
        assert answer.headers["Location"].endswith(f"/api/v1/{path}/{thing.slug}/")


def test_states_and_sectors_are_told_of_without_a_story(client):
    make_member_state("XB", "Borduria")
    make_sector("Seas", ended_on="2020-01-01", successor=make_sector("Oceans"))

    assert get(client, "member-states/borduria/", "MemberState")["code"] == "XB"
    assert get(client, "sectors/seas/", "Sector")["successor"] == "oceans"


def test_lists_of_entities_are_paged_by_slug(client):
    for code, name in (("XA", "Atlantis"), ("XB", "Borduria"), ("XC", "Cagliostro")):
        make_member_state(code, name)

    first = get(client, "member-states/", "MemberStatePage", limit="2")
    second = get(client, path_of(first["links"]["next"]), "MemberStatePage")
    back = get(client, path_of(second["links"]["prev"]), "MemberStatePage")

    assert slugs(first) == slugs(back) == ["atlantis", "borduria"]
    assert slugs(second) == ["cagliostro"]
    assert second["links"]["next"] is None


def test_a_tag_is_told_of_in_the_languages_in_which_it_is_public(client, subjects):
    source = subjects.stories(1)[0]
    make_edition(source.article, "ar", follows=source.live_revision)

    told = get(client, "tags/en/tides/", "Tag")

    assert told["labels"] == {"ar": "المد", "en": "Tides"}
    assert told["paths"] == {"ar": "المد", "en": "tides"}
    assert get(client, path_of(told["api_urls"]["ar"]), "Tag") == told
    problem(client.get(f"/api/v1/tags/fr/{quote('marées')}/"), 404)


def test_a_tag_that_only_a_draft_carries_is_not_told_of(client, subjects):
    make_draft(subjects.article())

    assert get(client, "tags/", "TagPage")["items"] == []
    problem(client.get("/api/v1/tags/en/tides/"), 404)


def test_the_former_address_of_a_tag_leads_to_the_present_one(client, subjects):
    subjects.stories(1)
    tag = Tag.objects.get()
    tag.set_path("en", "High tides")
    tag.save()

    answer = client.get("/api/v1/tags/en/tides/")
    filtered = client.get("/api/v1/editions/", {"language": "en", "tag": "tides"})

    assert answer.headers["Location"].endswith("/api/v1/tags/en/high-tides/")
    assert "tag=high-tides" in filtered.headers["Location"]


@pytest.mark.parametrize("path", ["people", "member-states", "sectors", "tags"])
def test_a_list_of_entities_takes_two_queries(client, subjects, path):
    article = make_article()
    for number in range(5):
        article.tags.add(make_tag(f"Tag {number}"))
        make_member_state(f"X{chr(66 + number)}", f"State {number}")
    make_edition(article)
    subjects.stories(3)

    assert len(asked(client, f"/api/v1/{path}/")) == 2
