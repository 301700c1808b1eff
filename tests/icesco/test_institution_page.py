"""Pages of the institution as readers see them: our words until somebody edits, dated, in each language by itself."""

import re
from datetime import UTC, datetime

import pytest

from feedback.pages import Page
from icesco.institution import WRITTEN_ON, default_text
from icesco.institution.published import institution_pages
from icesco.models import InstitutionPage, PageRevision, PressContact
from icesco.pages import TYPES, feedback_page
from news.body import clean_body
from news.errors import Immutable
from people.languages import LANGUAGES
from tests.crawling import in_every_language
from tests.factories import make_user

pytestmark = pytest.mark.django_db

NAMES = InstitutionPage.Name.values
CASES = [(name, language) for name in NAMES for language in LANGUAGES]


def page(name="privacy"):
    return InstitutionPage.objects.get_or_create(name=name)[0]


def shown(client, name="privacy", language="en"):
    return client.get(f"/{language}/about/{name}/").content.decode()


# The words that come with the software


@pytest.mark.parametrize(("name", "language"), CASES)
def test_a_page_stands_before_anybody_has_written_it(client, name, language):
    answer = client.get(f"/{language}/about/{name}/")

    text = answer.content.decode()
    assert answer.status_code == 200
    assert len(re.findall(r"<h1\b", text)) == 1
    assert default_text(name, language).body in text
    assert f"<title>{default_text(name, language).title} ·" in text


@pytest.mark.parametrize(("name", "language"), CASES)
def test_the_words_need_no_cleaning_and_lead_to_pages_of_their_language(name, language):
    text = default_text(name, language)

    assert clean_body(text.body) == text.body
    assert "<h1" not in text.body
    assert set(re.findall(r'href="/(\w\w)/', text.body)) <= {language}


@pytest.mark.parametrize("name", NAMES)
def test_the_three_languages_say_the_same_in_the_same_order(name):
    shapes = [re.findall(r"<(h2|p|li|a)\b", default_text(name, language).body) for language in LANGUAGES]

    assert shapes[0] == shapes[1] == shapes[2]


def test_every_page_links_them_all(client):
    footer = client.get("/ar/news/").content.decode().partition("<footer")[2]

    assert re.findall(r'href="(/ar/about/[^"]+)"', footer) == [f"/ar/about/{name}/" for name in (*NAMES, "api")]


# What somebody wrote


def test_what_is_saved_is_public_at_once_and_in_its_language_only(client):
    page().write("en", "Your privacy", "<p>Written by us.</p>", by=make_user())

    assert "Written by us." in shown(client)
    assert "Your privacy" in shown(client)
    assert default_text("privacy", "ar").body in shown(client, language="ar")


def test_the_day_is_that_of_the_last_change_of_words(client):
    revision = page().write("en", "Your privacy", "<p>One.</p>")
    PageRevision.objects.filter(pk=revision.pk).update(created_at=datetime(2027, 6, 9, 23, 30, tzinfo=UTC))

    assert "Last changed on <bdi>10 June 2027</bdi>" in shown(client)
    assert "Last changed on <bdi>26 November 2026</bdi>" in shown(client, "reuse")
    assert "<bdi>26 نوفمبر 2026</bdi>" in shown(client, language="ar")


def test_saving_the_same_words_changes_nothing():
    default = default_text("privacy", "en")

    assert page().write("en", default.title, default.body) is None
    assert page().write("en", "New", "<p>One.</p>") is not None
    assert page().write("en", " New ", "<p>One.</p>\n") is None


def test_the_first_edit_keeps_what_stood_there():
    page().write("fr", "Nouveau", "<p>Texte.</p>", by=make_user())

    first, second = page().texts.order_by("number")
    assert (first.number, first.text, first.author) == (1, default_text("privacy", "fr"), None)
    assert first.text.changed_on == WRITTEN_ON
    assert (second.number, second.title) == (2, "Nouveau")


def test_a_text_once_kept_never_changes():
    revision = page().write("en", "New", "<p>One.</p>")

    with pytest.raises(Immutable):
        revision.save()
    with pytest.raises(Immutable):
        revision.delete()


def test_markup_is_cleaned_on_the_way_in(client):
    page().write("en", "<b>New</b>", '<p onclick="x()">One<script>x()</script></p>')

    text = shown(client)
    assert "&lt;b&gt;New&lt;/b&gt;" in text
    assert "<p>One</p>" in text


def test_a_page_taken_out_of_a_language_says_where_it_can_be_read(client):
    page().write("fr", "", "")

    answer = client.get("/fr/about/privacy/")

    text = answer.content.decode()
    assert answer.status_code == 404
    assert 'href="/ar/about/privacy/" hreflang="ar">الخصوصية</a>' in text
    assert 'hreflang="fr" href=' not in shown(client)


def test_a_page_taken_out_of_all_languages_is_not_there(client):
    for language in LANGUAGES:
        page().write(language, "", "")

    assert client.get("/en/about/privacy/").status_code == 404


def test_languages_name_each_other(client):
    found = dict(
        re.findall(r'<link rel="alternate" hreflang="(\w+)" href="http://127.0.0.1:8000([^"]+)">', shown(client))
    )

    assert found == dict(zip(LANGUAGES, in_every_language("about_privacy"), strict=True))


def test_a_page_takes_three_queries_at_most_and_no_body_of_another_language(client, django_assert_max_num_queries):
    for language in LANGUAGES:
        page().write(language, "New", f"<p>Body in {language}.</p>")

    with django_assert_max_num_queries(3):
        shown(client)


# Press contacts


def make_contact(**changes):
    return PressContact.objects.create(
        **{"name_en": "Press desk", "email": "desk@example.org", "is_public": True, **changes}
    )


def test_press_contacts_stand_on_the_contact_page_with_numbers_from_left_to_right(client):
    make_contact(
        name_ar="مكتب الصحافة",
        role_ar="طلبات المقابلات",
        telephone="+212 5 00 00 00 00",
        speaks_fr=True,
        speaks_ar=True,
    )

    text = shown(client, "contact", "ar")

    assert "<bdi>مكتب الصحافة</bdi>" in text
    assert "طلبات المقابلات" in text
    assert '<a href="mailto:desk@example.org"><bdi dir="ltr">desk@example.org</bdi></a>' in text
    assert '<a href="tel:+212500000000"><bdi dir="ltr">+212 5 00 00 00 00</bdi></a>' in text
    assert "اللغات: العربية، الفرنسية" in text


def test_a_contact_without_a_name_in_this_language_is_shown_by_another_and_without_a_role(client):
    make_contact(role_en="Interviews")

    text = shown(client, "contact", "ar")

    assert '<bdi lang="en" dir="ltr">Press desk</bdi>' in text
    assert "Interviews" not in text


def test_contacts_that_are_not_public_are_on_no_page(client):
    make_contact(is_public=False)

    assert "Press desk" not in shown(client, "contact")
    assert "Press contacts" not in shown(client, "contact")


# What others ask of them


def test_sitemaps_get_the_pages_that_exist_with_the_day_of_their_change(django_assert_num_queries):
    page("reuse").write("fr", "", "")
    page("privacy").write("fr", "Nouveau", "<p>Texte.</p>")

    with django_assert_num_queries(1):
        found = dict(institution_pages("fr"))

    assert list(found) == [f"/fr/about/{name}/" for name in NAMES if name != "reuse"]
    assert found["/fr/about/contact/"] == WRITTEN_ON
    assert found["/fr/about/privacy/"] == page().newest("fr").text.changed_on


def test_ratings_know_each_page_and_only_where_it_exists():
    page("reuse").write("fr", "", "")

    assert feedback_page("/ar/about/privacy/") == Page("about_privacy", "about_privacy", "ar")
    assert feedback_page("/fr/about/reuse/") is None
    assert {f"about_{name}" for name in NAMES} <= set(TYPES)
