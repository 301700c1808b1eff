"""The page of earlier translations in the admin."""

import pytest
from django.contrib.auth.models import Permission
from django.template.loader import render_to_string
from django.urls import reverse

from news.memory import source as memory_source
from news.memory.matches import matches_for
from news.memory.remembering import remember
from tests.factories import make_article, make_draft, make_edition, make_user, update_edition

from .forms import change_address

pytestmark = pytest.mark.django_db


@pytest.fixture
def known():
    """The French text of another story, remembered."""
    english = make_edition(title="The Council met in Tunis", summary="", body="<p>It ended on 13 February.</p>")
    words = {"title": "Le Conseil s’est réuni à Tunis", "summary": "", "body": "<p>Il a pris fin le 13 février.</p>"}
    french = make_edition(english.article, "fr", follows=english.live_revision, **words)
    remember(french, french.live_revision)
    return french


def address(article, language="fr"):
    return reverse("admin:news_edition_memory", args=[article.pk, language])


def shown(client, article, language="fr"):
    answer = client.get(address(article, language))
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_text_that_is_still_missing_shows_what_was_translated_before(desk, known):
    english = make_edition(title="The Council meets in Tunis", body="<p>It ended on 14 February. Rain fell.</p>")

    page = shown(desk, english.article)

    assert '<p class="memory__sentence" lang="en" dir="ltr">It ended on 14 February.</p>' in page
    assert '<p class="memory-match__target" lang="fr" dir="ltr">Il a pris fin le 13 février.</p>' in page
    assert "% alike</strong>" in page
    assert f'href="{reverse("admin:news_edition_revision", args=[known.article_id, "fr", 1])}"' in page
    assert "For 2 sentences there are earlier translations." in page
    assert page.count("Nothing like it has been translated yet.") == 2
    assert "data-insert" not in page


def test_the_page_of_a_story_leaves_out_what_the_story_itself_says(desk, known):
    page = shown(desk, known.article)

    assert "No sentence has been translated before." in page
    assert "memory-match" not in page


def test_the_text_to_translate_is_the_public_one_of_the_language_followed(desk):
    english = make_edition(title="Public words")
    make_draft(english.article, "ar", follows=english.live_revision, title="خبر")
    update_edition(english, publish=False, title="Words to come")
    arabic = english.article.edition("ar").newest_revision
    make_draft(english.article, "fr", follows=arabic)

    assert "Public words" in shown(desk, english.article, "ar")
    relayed = shown(desk, english.article, "fr")
    assert '<p class="memory__sentence" lang="ar" dir="rtl">خبر</p>' in relayed


def test_an_original_and_a_story_without_words_have_nothing_to_translate(desk):
    original = make_edition()

    for article, language in ((original.article, "en"), (make_article(), "fr")):
        assert "There is no text in another language" in shown(desk, article, language)


def test_an_endless_text_is_looked_up_in_its_beginning(desk, known, monkeypatch):
    monkeypatch.setattr(memory_source, "MOST_LOOKED_UP", 2)
    english = make_edition(title="One", summary="Two", body="<p>It ended on 13 February.</p>")

    page = shown(desk, english.article)

    assert "only its beginning was looked up" in page
    assert "memory-match" not in page


def test_markup_in_a_remembered_text_is_shown_as_text(desk):
    english = make_edition(title="A <b>bold</b> move", summary="", body="<p>x</p>")
    french = make_edition(english.article, "fr", follows=english.live_revision, title="<script>alert(1)</script>")
    remember(french, french.live_revision)

    page = shown(desk, make_edition(title="A <b>bold</b> move").article)

    assert "<script>alert(1)" not in page
    assert "&lt;script&gt;alert(1)" in page


def test_the_button_carries_the_translation_to_the_field_that_is_named(known):
    matches = matches_for(["The Council met in Tunis"], "en", "fr")["The Council met in Tunis"]

    part = render_to_string("admin/news/article/_memory.html", {"matches": matches, "insert_into": "id_target_3"})

    assert '<button type="button"' in part
    assert 'data-insert="Le Conseil s’est réuni à Tunis" data-insert-into="id_target_3"' in part


@pytest.mark.parametrize("interface", ["ar", "en", "fr"])
def test_the_form_leads_to_the_page_in_every_interface_language(desk, known, interface):
    desk.cookies["icesco_admin_language"] = interface

    form = desk.get(change_address(known.article)).content.decode()

    assert f'href="{address(known.article, "fr")}"' in form
    assert f'href="{address(known.article, "ar")}"' in form
    assert f'href="{address(known.article, "en")}"' not in form
    shown(desk, known.article, "ar")


def test_a_page_takes_few_queries_however_long_the_text(desk, known, django_assert_max_num_queries):
    body = "".join(f"<p>It ended on {day} February. It was day {day}.</p>" for day in range(1, 29))
    english = make_edition(body=body)

    with django_assert_max_num_queries(12):
        shown(desk, english.article)


def test_who_may_not_see_stories_sees_no_memory(client, known):
    user = make_user(is_superuser=False)
    user.user_permissions.set(Permission.objects.filter(codename="view_tag"))
    client.force_login(user)

    assert client.get(address(known.article)).status_code == 403


def test_unknown_stories_and_languages_are_not_found_and_nothing_is_posted(desk, known):
    assert desk.get(address(known.article, "de")).status_code == 404
    assert desk.get(reverse("admin:news_edition_memory", args=[10**9, "fr"])).status_code == 404
    assert desk.post(address(known.article)).status_code == 405
