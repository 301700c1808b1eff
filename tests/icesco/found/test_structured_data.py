"""Structured data parses, agrees with the page, and can't break out of it."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from icesco.found.structured.script import json_in_script
from people.models import Person
from tests.factories import make_appearance, make_article, make_draft, make_edition, make_person, make_picture
from tests.icesco.found.heads import head_of
from tests.news.linked import Subjects

pytestmark = pytest.mark.django_db

ORIGIN = "http://127.0.0.1:8000"


def story(client, edition):
    return head_of(client, edition.get_absolute_url()).node("NewsArticle")


@given(st.dictionaries(st.text(), st.text() | st.lists(st.text()) | st.none()))
def test_any_value_stands_in_a_script_and_parses_to_itself(value):
    said = json_in_script(value)

    assert json.loads(said) == value
    assert not set("<>&\u2028\u2029") & set(said)


def test_a_story_says_what_its_page_shows(client):
    subjects = Subjects()
    arabic, _english = subjects.full_story()

    said = story(client, arabic)

    url = ORIGIN + arabic.get_absolute_url()
    assert (said["headline"], said["inLanguage"], said["url"]) == ("منتدى الرباط", "ar", url)
    assert said["articleSection"] == ["Oceans Sector"]
    assert said["keywords"] == ["المد"]
    assert said["about"] == [
        {"@type": "Country", "name": "Atlantis", "identifier": "XA", "url": f"{ORIGIN}/ar/member-states/atlantis/"}
    ]
    assert said["mentions"] == [
        {
            "@type": "Person",
            "name": "Amina Diallo",
            "jobTitle": "رئيسة",
            "url": f"{ORIGIN}/ar/people/amina-diallo/",
        }
    ]
    assert said["dateline"] == said["contentLocation"]["name"] == "Harbour Town"
    assert said["image"]["creditText"] == "ICESCO"
    assert said["isAccessibleForFree"] is True
    assert said["publisher"] == {"@id": f"{ORIGIN}/#organization"}


def test_the_publisher_has_a_name_in_the_pages_language_and_a_logo(client):
    edition = make_edition(language="fr")

    node = head_of(client, edition.get_absolute_url()).node("Organization")

    assert node["name"] == "Organisation du monde islamique pour l’éducation, les sciences et la culture"
    assert node["logo"]["url"] == f"{ORIGIN}/static/img/logo.png"


def test_translations_and_originals_name_each_other(client):
    arabic, english = Subjects().full_story()
    french = english.article.edition("fr")

    original, translated = story(client, english), story(client, arabic)

    assert translated["translationOfWork"]["url"] == original["url"]
    assert {work["url"] for work in original["workTranslation"]} == {
        ORIGIN + edition.get_absolute_url() for edition in (arabic, french)
    }
    assert "translationOfWork" not in original
    assert "workTranslation" not in translated


def test_a_relayed_translation_names_the_text_it_follows(client):
    arabic = make_edition(language="ar", article=make_article(source_language="ar"))
    english = make_edition(arabic.article, "en", follows=arabic.live_revision)
    french = make_edition(arabic.article, "fr", follows=english.live_revision)

    assert story(client, french)["translationOfWork"]["inLanguage"] == "en"
    assert [work["inLanguage"] for work in story(client, arabic)["workTranslation"]] == ["en"]


def test_no_text_is_named_that_is_not_public(client):
    english = make_edition()
    make_draft(english.article, "ar", follows=english.live_revision)
    french = make_edition(english.article, "fr", follows=english.live_revision)

    with_draft = story(client, english)
    english.withdraw()

    assert [work["inLanguage"] for work in with_draft["workTranslation"]] == ["fr"]
    assert "translationOfWork" not in story(client, french)


def test_a_person_who_is_not_reviewed_has_a_name_and_no_link(client):
    article = make_article()
    make_appearance(article, make_person(is_public=False))
    edition = make_edition(article)

    assert story(client, edition)["mentions"] == [{"@type": "Person", "name": "Amina Diallo"}]


def test_a_licence_is_told_where_it_is_an_address(client):
    free, named = make_picture(licence="https://creativecommons.org/licenses/by/4.0/"), make_picture(licence="CC BY")

    said = [story(client, make_edition(make_article(lead_picture=each), lead_alt="Sea")) for each in (free, named)]

    assert said[0]["image"]["license"] == "https://creativecommons.org/licenses/by/4.0/"
    assert "license" not in said[1]["image"]


def test_words_of_a_story_cannot_leave_the_script(client):
    edition = make_edition(title="</script><script>alert(1)</script><!-- \u2028 & «»")

    page = client.get(edition.get_absolute_url()).content.decode()

    assert "<script>alert" not in page
    assert story(client, edition)["headline"] == edition.title


def test_breadcrumbs_lead_from_home_to_the_page(client):
    edition = make_edition(language="ar", title="منتدى الرباط")

    trail = head_of(client, edition.get_absolute_url()).node("BreadcrumbList")["itemListElement"]

    assert [step["position"] for step in trail] == [1, 2, 3, 4, 5]
    assert [step["item"] for step in trail] == [
        f"{ORIGIN}/ar/",
        f"{ORIGIN}/ar/news/",
        f"{ORIGIN}/ar/{edition.permalink_on:%Y}/",
        f"{ORIGIN}/ar/{edition.permalink_on:%Y/%m}/",
        ORIGIN + edition.get_absolute_url(),
    ]
    assert trail[1]["name"] == "الأخبار"
    assert trail[4]["name"] == "منتدى الرباط"


def test_home_is_the_site_in_its_language(client):
    head = head_of(client, "/fr/")

    site = head.node("WebSite")
    assert (site["url"], site["inLanguage"]) == (f"{ORIGIN}/fr/", "fr")
    assert site["name"] == "Salle de presse de l’ICESCO"
    assert [node["@type"] for node in head.nodes] == ["WebSite", "Organization"]


def test_pages_of_subjects_say_whom_they_are_about(client):
    Subjects().stories(1)
    Person.objects.update(honorific_en="Dr", office_until="2020-01-01")

    person = head_of(client, "/en/people/amina-diallo/").node("ProfilePage")["mainEntity"]
    state = head_of(client, "/en/member-states/atlantis/").node("CollectionPage")["about"]
    tag = head_of(client, "/en/tags/tides/").node("CollectionPage")["about"]

    assert (person["@type"], person["honorificPrefix"]) == ("Person", "Dr")
    assert "jobTitle" not in person
    assert (state["@type"], state["identifier"]) == ("Country", "XA")
    assert (tag["@type"], tag["name"]) == ("DefinedTerm", "Tides")
