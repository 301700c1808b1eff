"""Portraits of people: square, named as the person, with their credit."""

import pytest
from django.contrib.auth.models import Permission
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from people.models import Portrait
from tests.factories import (
    make_appearance,
    make_article,
    make_edition,
    make_person,
    make_portrait,
    make_user,
    picture_file,
)
from tests.news.test_query_budgets import asked
from tests.people.test_admin import person_fields

pytestmark = pytest.mark.django_db


@pytest.fixture
def person():
    """A person who has a page."""
    person = make_person("Amina Diallo", name_ar="أمينة ديالو")
    make_edition(make_appearance(make_article(), person).article)
    return person


def test_a_portrait_is_shown_on_the_page_square_and_named_with_its_credit(client, person):
    make_portrait(person, original=picture_file((800, 500)), credit_ar="المصوّر", credit_en="A. Painter")

    english = client.get("/en/people/amina-diallo/").content.decode()
    arabic = client.get("/ar/people/amina-diallo/").content.decode()

    assert 'class="entity__portrait"' in english
    assert 'alt="Amina Diallo"' in english
    assert "A. Painter" in english
    assert 'alt="أمينة ديالو"' in arabic
    assert "المصوّر" in arabic
    assert {(r["width"], r["height"]) for r in Portrait.objects.get().renditions} == {
        (160, 160),
        (320, 320),
        (500, 500),
    }


def test_a_person_without_one_has_no_gap(client, person):
    page = client.get("/en/people/amina-diallo/").content.decode()

    assert "portrait" not in page


def test_the_list_shows_portraits_that_say_nothing_beside_the_name(client, person):
    make_portrait(person)

    page = client.get("/en/people/").content.decode()

    assert "<picture>" in page
    assert 'alt=""' in page


def test_portraits_cost_no_query(client, person):
    before = [len(asked(client, address)) for address in ("/en/people/", "/en/people/amina-diallo/")]
    make_portrait(person)

    assert [len(asked(client, address)) for address in ("/en/people/", "/en/people/amina-diallo/")] == before


# The admin


def portrait_fields(**changes):
    return {
        "portrait-TOTAL_FORMS": "1",
        "portrait-INITIAL_FORMS": "0",
        **{f"portrait-0-{name}": value for name, value in {"focal_x": 50, "focal_y": 20, **changes}.items()},
    }


def change(client, person, **fields):
    names = dict.fromkeys(("name_ar", "name_en", "name_fr"), "Amina Diallo")
    address = reverse("admin:people_person_change", args=[person.pk])
    return client.post(address, person_fields(**names, slug=person.slug, **fields))


def test_a_portrait_is_uploaded_with_the_person(desk):
    person = make_person()

    change(desk, person, **portrait_fields(original=picture_file(), credit_fr="Un peintre"))

    assert (person.portrait.focal, person.portrait.credit_fr) == ((50, 20), "Un peintre")
    assert person.portrait.is_shown


def test_saving_a_person_without_one_asks_for_none(desk):
    person = make_person()

    answer = change(desk, person, **portrait_fields(focal_y=50))

    assert answer.status_code == 302
    assert not Portrait.objects.exists()


def test_a_portrait_is_removed_with_its_files(desk, django_capture_on_commit_callbacks):
    portrait = make_portrait(make_person())
    row = {"portrait-INITIAL_FORMS": "1", "portrait-0-id": portrait.pk, "portrait-0-person": portrait.person_id}

    with django_capture_on_commit_callbacks(execute=True):
        change(desk, portrait.person, **{**portrait_fields(), **row, "portrait-0-DELETE": "on"})

    assert not Portrait.objects.exists()
    assert not portrait.original.storage.exists(portrait.original.name)


def test_a_hostile_portrait_is_refused(desk):
    person = make_person()

    answer = change(desk, person, **portrait_fields(original=SimpleUploadedFile("a.jpg", b"GIF89a" + b"\0" * 20)))

    assert answer.status_code == 200
    assert not Portrait.objects.exists()


def test_staff_see_the_whole_picture_and_nobody_else_does(client):
    portrait = make_portrait(make_person())
    address = reverse("admin:people_person_portrait", args=[portrait.person_id])

    anonymous = client.get(address)
    client.force_login(make_user(is_superuser=False))
    without_right = client.get(address)
    client.force_login(make_user())
    staff = client.get(address)

    assert (anonymous.status_code, without_right.status_code) == (302, 403)
    assert staff.headers["Content-Type"] == "image/jpeg"


@pytest.mark.parametrize("person", [1, 10**17])
def test_a_person_without_portrait_has_no_picture_to_see(desk, person):
    assert desk.get(reverse("admin:people_person_portrait", args=[person])).status_code == 404


def test_who_may_change_people_may_change_their_portraits(client):
    person = make_person()
    user = make_user(is_superuser=False)
    user.user_permissions.set(Permission.objects.filter(codename__in=["view_person", "change_person"]))
    client.force_login(user)

    change(client, person, **portrait_fields(original=picture_file()))

    assert Portrait.objects.exists()
