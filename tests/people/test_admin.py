import pytest
from django.contrib.admin.models import LogEntry
from django.urls import reverse

from people.models import MemberState, Person
from tests.factories import make_member_state, make_person, make_place, make_sector, make_tag

pytestmark = pytest.mark.django_db


NO_OTHER_NAMES = {
    "other_names-TOTAL_FORMS": "0",
    "other_names-INITIAL_FORMS": "0",
    "portrait-TOTAL_FORMS": "0",
    "portrait-INITIAL_FORMS": "0",
}


def person_fields(**changes):
    return {"slug": "", "is_public": "on", **NO_OTHER_NAMES, **changes}


def found(client, model, words, source="appearance", field="person", app="news"):
    answer = client.get(
        "/admin/autocomplete/", {"term": words, "app_label": app, "model_name": source, "field_name": field}
    )
    return answer.json()["results"]


def test_a_person_named_in_arabic_only_can_be_saved(desk):
    desk.post(reverse("admin:people_person_add"), person_fields(name_ar="سالم المالك"))

    person = Person.objects.get()
    assert person.name_ar == "سالم المالك"
    assert person.languages == ["ar"]


def test_a_person_without_any_name_is_refused(desk):
    answer = desk.post(reverse("admin:people_person_add"), person_fields())

    assert answer.status_code == 200
    assert not Person.objects.exists()


@pytest.mark.parametrize("interface", ["ar", "en", "fr"])
def test_saving_in_any_interface_language_changes_only_what_was_typed(desk, interface):
    person = make_person("Amina Diallo", office_ar="وزيرة", office_en="Minister")
    desk.cookies["icesco_admin_language"] = interface
    fields = person_fields(
        name_ar="أمينة ديالو", name_en="Amina Diallo", name_fr="Amina Diallo", office_ar="وزيرة", office_en="Minister"
    )

    desk.post(reverse("admin:people_person_change", args=[person.pk]), {**fields, "slug": person.slug})

    person.refresh_from_db()
    assert (person.name_ar, person.name_en, person.office_fr) == ("أمينة ديالو", "Amina Diallo", None)


def test_each_name_has_the_language_and_direction_of_its_content(desk):
    page = desk.get(reverse("admin:people_person_add")).content.decode()

    tag = page[page.rindex("<input", 0, page.index('name="name_ar"')) :]
    assert 'lang="ar"' in tag[: tag.index(">")]
    assert 'dir="rtl"' in tag[: tag.index(">")]


@pytest.mark.parametrize("words", ["المالك", "سَالم", "almalik", "SALIM"])
def test_people_are_found_by_a_name_in_any_language(desk, words):
    person = Person.objects.create(name_ar="سالم المالك", name_en="Salim AlMalik")
    make_person("Somebody Else")

    results = found(desk, Person, words)

    assert [(r["id"], r["text"], r["others"]) for r in results] == [(str(person.pk), "Salim AlMalik", ["سالم المالك"])]


def test_tags_states_and_sectors_are_found_by_any_name_too(desk):
    tag = make_tag("Tides", label_ar="المد")
    state = make_member_state("TN", "Tunisia", name_ar="تونس")
    sector = make_sector("Education", name_fr="Éducation")

    assert [r["id"] for r in found(desk, None, "المد", "article", "tags")] == [str(tag.pk)]
    assert [r["id"] for r in found(desk, None, "تونس", "article", "member_states")] == [str(state.pk)]
    assert [r["id"] for r in found(desk, None, "education", "article", "sectors")] == [str(sector.pk)]


def test_a_change_is_logged_with_before_and_after(desk):
    person = make_person("Amina Diallo", office_en="Minister")
    names = dict.fromkeys(("name_ar", "name_en", "name_fr"), "Amina Diallo")
    fields = person_fields(**names, office_en="Prime Minister", slug=person.slug)

    desk.post(reverse("admin:people_person_change", args=[person.pk]), fields)

    page = desk.get(reverse("admin:people_person_history", args=[person.pk])).content.decode()
    assert "<bdi>Minister</bdi>" in page
    assert "<bdi>Prime Minister</bdi>" in page


def test_people_are_marked_as_reviewed_from_the_list(desk):
    waiting, public = make_person("Waiting", is_public=False), make_person("Public")

    desk.post(
        reverse("admin:people_person_changelist"),
        {"action": "mark_as_reviewed", "_selected_action": [waiting.pk, public.pk]},
    )

    waiting.refresh_from_db()
    assert waiting.is_public
    assert [entry.object_id for entry in LogEntry.objects.all()] == [str(waiting.pk)]


def test_another_spelling_makes_a_person_found(desk):
    person = make_person("Salim AlMalik")
    names = dict.fromkeys(("name_ar", "name_en", "name_fr"), "Salim AlMalik")
    other = {
        "other_names-TOTAL_FORMS": "1",
        "other_names-INITIAL_FORMS": "0",
        "other_names-0-language": "en",
        "other_names-0-form": "Salem Al-Malek",
    }

    desk.post(
        reverse("admin:people_person_change", args=[person.pk]), person_fields(**names, slug=person.slug, **other)
    )

    assert [r["id"] for r in found(desk, Person, "malek")] == [str(person.pk)]


@pytest.mark.parametrize("make", [make_member_state, make_sector])
def test_states_and_sectors_are_never_deleted(desk, make):
    entity = make()
    address = reverse(f"admin:people_{entity._meta.model_name}_delete", args=[entity.pk])

    answer = desk.post(address, {"post": "yes"})

    assert answer.status_code == 403
    assert type(entity).objects.exists()


@pytest.mark.parametrize("make", [make_person, make_member_state, make_sector, make_place])
@pytest.mark.parametrize("interface", ["ar", "en", "fr"])
def test_every_list_and_form_opens_in_every_interface_language(desk, make, interface):
    entity = make()
    name = entity._meta.model_name
    desk.cookies["icesco_admin_language"] = interface

    for page in (
        reverse(f"admin:people_{name}_changelist"),
        reverse(f"admin:people_{name}_changelist") + "?q=a",
        reverse(f"admin:people_{name}_add"),
        reverse(f"admin:people_{name}_change", args=[entity.pk]),
        reverse(f"admin:people_{name}_history", args=[entity.pk]),
    ):
        assert desk.get(page).status_code == 200, page


def test_a_state_is_listed_under_its_names_in_three_languages(desk):
    MemberState.objects.create(code="TN", name_ar="تونس", name_en="Tunisia", name_fr="Tunisie")

    page = desk.get(reverse("admin:people_memberstate_changelist")).content.decode()

    for name in ("تونس", "Tunisia", "Tunisie"):
        assert name in page
