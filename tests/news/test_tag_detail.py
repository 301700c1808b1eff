"""Pages of tags: one per language in which a live story carries the tag."""

from urllib.parse import quote

import pytest

from tests.factories import make_article, make_draft, make_edition, make_tag

pytestmark = pytest.mark.django_db


def tagged(language="en", edition_maker=make_edition, tag=None):
    tag = tag or make_tag("Tides", label_ar="المد", label_fr="Marées")
    article = make_article(source_language=language)
    article.tags.add(tag)
    return edition_maker(article, language, title=f"Story in {language}")


def test_a_tag_has_a_page_where_a_live_story_carries_it(client):
    tagged("ar")

    response = client.get(f"/ar/tags/{quote('المد')}/")

    page = response.content.decode()
    assert response.status_code == 200
    assert "Story in ar" in page
    assert '<html lang="ar" dir="rtl">' in page


def test_a_tag_that_only_another_language_carries_answers_404_and_links_it(client):
    tagged("en")

    response = client.get(f"/fr/tags/{quote('marées')}/")

    page = response.content.decode()
    assert response.status_code == 404
    assert 'href="/en/tags/tides/" hreflang="en"' in page
    assert "/ar/tags/" not in page


def test_the_path_of_another_language_leads_to_the_path_of_this_one(client):
    english = tagged("en")
    make_edition(english.article, "ar", follows=english.live_revision)

    response = client.get("/ar/tags/tides/")

    assert response.status_code == 301
    assert response.headers["Location"] == f"/ar/tags/{quote('المد')}/"


def test_a_tag_that_only_a_draft_carries_is_missing(client):
    tagged("en", make_draft)

    hidden, missing = client.get("/en/tags/tides/"), client.get("/en/tags/none/")

    assert hidden.status_code == missing.status_code == 404
    assert hidden.content == missing.content


def test_a_tag_whose_last_story_was_withdrawn_is_missing(client):
    tagged("en").withdraw()

    assert client.get("/en/tags/tides/").status_code == 404


def test_the_switch_offers_each_languages_own_path(client):
    english = tagged("en")
    make_edition(english.article, "ar", follows=english.live_revision)

    page = client.get("/en/tags/tides/").content.decode()

    assert f'href="/ar/tags/{quote("المد")}/"' in page
    assert "/fr/tags/" not in page
