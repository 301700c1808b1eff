"""The page of a story: what it shows, in which language, and what it says of itself."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from news.models import Edition
from tests.factories import (
    make_appearance,
    make_article,
    make_draft,
    make_edition,
    make_member_state,
    make_person,
    make_picture,
    make_place,
    make_sector,
    make_tag,
    update_edition,
)
from tests.news.linked import Subjects

pytestmark = pytest.mark.django_db


def page_of(client, edition):
    response = client.get(edition.get_absolute_url())
    assert response.status_code == 200
    return response.content.decode()


def switch(page):
    """The codes of the languages that the language switch offers."""
    return re.findall(r'<a class="language-switch__link"[^>]* hreflang="(\w+)"', page)


def test_a_story_shows_its_words_facts_and_links(client):
    _arabic, english = Subjects().full_story()

    page = page_of(client, english)

    assert f'<h1 class="story__title">{english.title}</h1>' in page
    assert english.summary in page
    assert "<p>Text.</p>" in page
    assert "Harbour Town" in page
    assert "From 12 December 2024 to 14 December 2024" in page
    assert 'href="/en/people/amina-diallo/"' in page
    assert re.search(r"Dr\s+<a", page)
    assert "Chair" in page
    assert 'href="/en/member-states/atlantis/"' in page
    assert 'href="/en/sectors/oceans-sector/"' in page
    assert 'href="/en/tags/tides/"' in page


def test_an_arabic_story_is_arabic_from_right_to_left(client):
    arabic, _english = Subjects().full_story()

    page = page_of(client, arabic)

    assert '<html lang="ar" dir="rtl">' in page
    assert "رئيسة" in page
    assert "Chair" not in page
    assert "المد" in page


def test_a_role_and_a_tag_label_that_are_missing_are_left_out(client):
    article = make_article()
    make_appearance(article, role_en="Chair")
    article.tags.add(make_tag("Tides", label_fr=None))
    english = make_edition(article)
    french = make_edition(article, "fr", follows=english.live_revision)

    page = page_of(client, french)

    assert "Chair" not in page
    assert "Tides" not in page
    assert "Amina Diallo" in page


def test_a_name_that_is_missing_is_shown_in_its_own_language_and_not_linked(client):
    article = make_article(dateline=make_place("الرباط", name_en=None, name_fr=None))
    make_appearance(article, make_person("أمينة ديالو", name_en=None, name_fr=None))
    article.sectors.add(make_sector("قطاع", name_en=None, name_fr=None))
    article.member_states.add(make_member_state("XB", "بحرية", name_en=None, name_fr=None))
    edition = make_edition(article)

    page = page_of(client, edition)

    for name in ("الرباط", "أمينة ديالو", "قطاع", "بحرية"):
        assert f'<bdi lang="ar" dir="rtl">{name}</bdi>' in page
    assert 'href="/en/people/a' not in page
    assert 'href="/en/sectors/q' not in page


def test_a_person_nobody_has_reviewed_is_plain_text(client):
    article = make_article()
    make_appearance(article, make_person(is_public=False), role_en="Chair")
    edition = make_edition(article)

    page = page_of(client, edition)

    assert "<bdi>Amina Diallo</bdi>" in page
    assert "/people/amina-diallo/" not in page


def test_the_switch_offers_only_the_languages_that_are_live(client):
    english = make_edition()
    make_edition(english.article, "ar", follows=english.live_revision)
    make_draft(english.article, "fr", follows=english.live_revision)

    page = page_of(client, english)

    assert switch(page) == ["ar", "en"]
    assert re.search(r'hreflang="en" aria-current="true"', page)


def test_editions_name_each_other_for_search_engines(client):
    english = make_edition()
    arabic = make_edition(english.article, "ar", follows=english.live_revision)

    for edition in (english, arabic):
        page = page_of(client, edition)
        found = re.findall(r'<link rel="alternate" hreflang="([\w-]+)" href="http://127.0.0.1:8000([^"]+)">', page)
        assert dict(found) == {
            "ar": arabic.get_absolute_url(),
            "en": english.get_absolute_url(),
            "x-default": english.get_absolute_url(),
        }
        assert f'<link rel="canonical" href="http://127.0.0.1:8000{edition.get_absolute_url()}">' in page


def test_there_is_no_default_for_search_engines_when_the_source_is_not_live(client):
    english = make_edition()
    arabic = make_edition(english.article, "ar", follows=english.live_revision)
    english.withdraw()

    assert "x-default" not in page_of(client, arabic)


def test_absolute_links_come_from_the_configured_origin(client, settings):
    settings.ALLOWED_HOSTS = ["elsewhere.example"]
    edition = make_edition()

    page = client.get(edition.get_absolute_url(), headers={"host": "elsewhere.example"}).content.decode()

    assert "elsewhere.example" not in page


# Where the text comes from


def test_an_original_says_so(client):
    assert "Original text" in page_of(client, make_edition())


def test_a_translation_says_from_which_language_how_and_when(client):
    arabic = make_edition(language="ar")
    english = make_edition(arabic.article, "en", follows=arabic.live_revision, origin="agency")

    page = page_of(client, english)

    assert "Translated from Arabic by an agency" in page
    assert f'<time datetime="{timezone.localdate():%Y-%m-%d}">' in page


def test_an_imported_text_says_so(client):
    assert "Imported from the former site" in page_of(client, make_edition(origin="imported"))


def test_a_translation_that_is_behind_says_since_which_day(client):
    english = make_edition(now=timezone.now() - timedelta(days=3))
    french = make_edition(english.article, "fr", follows=english.live_revision)
    update_edition(english, title="Changed since")

    page = page_of(client, french)

    notice = page[page.index('class="notice"') :]
    assert f'href="{english.get_absolute_url()}" hreflang="en"' in notice
    assert str(timezone.localdate().year) in notice


def test_a_minor_change_of_the_source_makes_no_notice(client):
    english = make_edition()
    french = make_edition(english.article, "fr", follows=english.live_revision)
    update_edition(english, is_minor=True, title="A comma changed")

    assert 'class="notice"' not in page_of(client, french)


def test_a_translation_whose_source_was_withdrawn_says_so_without_linking_it(client):
    english = make_edition()
    french = make_edition(english.article, "fr", follows=english.live_revision)
    english.withdraw()

    page = page_of(client, french)

    assert 'class="notice"' in page
    assert english.get_absolute_url() not in page


def test_a_draft_over_the_public_text_changes_nothing(client):
    edition = make_edition(title="As published")
    before = page_of(client, edition)

    update_edition(edition, publish=False, title="As drafted")

    assert page_of(client, edition) == before


def test_a_story_is_the_same_for_staff(client, admin_client):
    edition = make_edition()

    assert page_of(admin_client, edition) == page_of(client, edition)


# Pictures


def test_the_lead_picture_has_copies_for_every_width_alt_caption_and_credit(client):
    article = make_article(lead_picture=make_picture(credit="A. Painter"))
    edition = make_edition(article, lead_alt="Waves “and” wind", lead_caption="The sea that day")

    page = page_of(client, edition)

    figure = page[page.index('<figure class="story__figure">') : page.index("</figure>")]
    assert re.search(r'<source type="image/webp" srcset="[^"]+\.webp 480w, [^"]+\.webp 640w"', figure)
    assert 'width="640" height="400"' in figure
    assert 'alt="Waves “and” wind"' in figure
    assert "lazy" not in figure
    assert "The sea that day" in figure
    assert "A. Painter" in figure


def test_a_lead_picture_that_was_taken_down_is_not_shown(client):
    picture = make_picture()
    edition = make_edition(make_article(lead_picture=picture), lead_alt="Waves")
    picture.take_down()

    page = page_of(client, edition)

    assert "<picture>" not in page
    assert "/media/" not in page


def test_the_original_file_is_never_named(client):
    picture = make_picture()
    edition = make_edition(make_article(lead_picture=picture), lead_alt="Waves")

    assert picture.original.name not in page_of(client, edition)


def test_an_edition_that_has_just_expired_is_gone(client):
    edition = make_edition()
    Edition.objects.filter(pk=edition.pk).update(expires_at=timezone.now())

    assert client.get(edition.get_absolute_url()).status_code == 410
