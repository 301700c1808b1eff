"""What is no key, in forms and addresses: refused or not found, with nothing typed lost."""

import pytest
from django.urls import reverse

from people.models import Person
from tests.factories import make_article, make_edition, make_person

from .forms import change_address, shown_values

pytestmark = pytest.mark.django_db
ODD = ["x", "-1", "1.5", "٣", "9" * 20, "1" * 40, "1;2", "\u202e"]
TOO_LARGE = 2**64


@pytest.mark.parametrize("value", ODD)
def test_odd_keys_of_a_story_and_its_rows_are_refused_and_what_was_typed_stays(desk, value):
    article = make_edition().article
    address = change_address(article)
    facts = {"lead_picture": value, "dateline": value, "sectors": [value], "member_states": [value]}
    rows = {
        "appearances-TOTAL_FORMS": 1,
        "appearances-0-person": value,
        "appearances-0-position": 0,
        "gallery-TOTAL_FORMS": 1,
        "gallery-0-picture": value,
        "gallery-0-position": 0,
    }

    answer = desk.post(address, {**shown_values(desk, address), **facts, **rows, "draft_title_en": "Typed with care"})

    assert answer.status_code == 200
    assert answer.context["adminform"].form.errors.keys() == facts.keys()
    assert "Typed with care" in answer.content.decode()
    assert not article.appearances.exists()


def test_an_odd_key_of_a_row_itself_is_refused(desk):
    article = make_article()
    address = change_address(article)
    rows = {"appearances-TOTAL_FORMS": 1, "appearances-INITIAL_FORMS": 1, "appearances-0-id": "9" * 20}

    answer = desk.post(address, {**shown_values(desk, address), **rows, "_continue": "1"})

    assert answer.status_code in {200, 302}


@pytest.mark.parametrize(
    "form",
    [
        "news_article_add?lead_picture={0}&sectors={0}",
        "people_person_add?sector={0}",
        "people_place_add?member_state={0}",
        "people_sector_add?successor={0}",
    ],
)
def test_a_link_to_an_empty_form_with_odd_keys_opens_it(desk, form):
    name, _mark, query = form.partition("?")

    for value in ("x", "9" * 20):
        assert desk.get(f"{reverse(f'admin:{name}')}?{query.format(value)}").status_code == 200


@pytest.mark.parametrize("value", ["x", "9" * 20])
def test_an_odd_key_of_a_person_is_refused(desk, value):
    person = make_person("Amina Diallo")

    answer = desk.post(
        reverse("admin:people_person_change", args=[person.pk]), {"name_en": "Amina B. Diallo", "sector": value}
    )

    assert answer.status_code == 200
    assert "Amina B. Diallo" in answer.content.decode()
    assert Person.objects.get().name_en == "Amina Diallo"


@pytest.mark.parametrize(
    "address",
    [
        f"/admin/news/article/{TOO_LARGE}/en/history/",
        f"/admin/news/article/{TOO_LARGE}/en/history/{TOO_LARGE}/",
        f"/admin/news/article/{TOO_LARGE}/en/publish/",
        f"/admin/news/article/{TOO_LARGE}/attachments/{TOO_LARGE}/",
        f"/admin/news/article/1/attachments/{TOO_LARGE}/",
        f"/admin/news/picture/{TOO_LARGE}/file/",
        f"/admin/news/picture/{TOO_LARGE}/take-down/",
        f"/admin/people/person/{TOO_LARGE}/portrait/",
        f"/admin/news/article/{TOO_LARGE}/change/",
    ],
)
def test_a_number_that_no_row_can_have_is_not_found(desk, address):
    answer = desk.get(address, follow=True)

    assert answer.status_code in {200, 404}  # Django leads an unknown row of its own pages to the list
    assert answer.status_code == 404 or answer.redirect_chain


def test_a_proposal_that_no_row_can_be_is_not_found(desk):
    answer = desk.post(f"/admin/news/article/1/proposals/{TOO_LARGE}/accept/", follow=True)

    assert "doesn’t exist" in answer.content.decode()


def test_a_place_in_the_order_that_only_one_database_could_hold_is_refused(desk):
    article = make_article()
    address = change_address(article)
    rows = {
        "appearances-TOTAL_FORMS": 1,
        "appearances-0-person": make_person().pk,
        "appearances-0-position": 99999999999,
    }

    answer = desk.post(address, {**shown_values(desk, address), **rows, "_continue": "1"})

    assert "32767" in answer.content.decode()
    assert not article.appearances.exists()
