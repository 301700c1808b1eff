"""While somebody types: what they typed survives a closed browser, and others see who has a text open."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from news.models import Article, OpenText, Revision, TypedText
from tests.factories import make_draft, make_user, update_edition

from .forms import add, change_address, save, shown_values

pytestmark = pytest.mark.django_db


def tell(client, article, language="en", forget=False, **words):
    """What js/at_work.js sends."""
    name = "forget" if forget else "at_work"
    address = (
        reverse(f"admin:news_text_{name}", args=[article.pk, language])
        if article
        else reverse(f"admin:news_new_text_{name}", args=[language])
    )
    return client.post(address, {f"draft_{word}": text for word, text in words.items()})


def taken_up(client, address, language="en"):
    """The panel of `language` after "Take it up again"."""
    page = client.get(address, {"typed": language})
    return next(panel for panel in page.context["panels"] if panel.language == language)


def test_what_was_typed_comes_back_in_a_new_browser_and_is_no_revision(desk):
    article = make_draft(title="Saved").article

    answer = tell(desk, article, title="Typed", body="<p>Half a sent</p>")

    panel = taken_up(desk, change_address(article))
    assert answer.json()["kept"].startswith("What you typed is kept")
    assert panel["draft_title"].value() == "Typed"
    assert panel["draft_body"].value() == "<p>Half a sent</p>"
    assert Revision.objects.count() == 1


def test_a_form_opened_anew_shows_what_is_saved_and_offers_what_was_typed(desk):
    article = make_draft(title="Saved").article
    tell(desk, article, title="Typed")

    page = desk.get(change_address(article))

    assert page.context["panels"][1]["draft_title"].value() == "Saved"
    assert "Take it up again" in page.content.decode()


def test_there_is_one_row_for_a_person_and_a_text_however_long_they_type(desk):
    article = make_draft().article

    for title in ("T", "Ty", "Typ"):
        tell(desk, article, title=title)
    tell(desk, article, "fr", title="Français")

    assert sorted(TypedText.objects.values_list("language", "words__title")) == [("en", "Typ"), ("fr", "Français")]


def test_saving_takes_the_place_of_what_was_typed(desk):
    article = make_draft().article
    tell(desk, article, title="Typed")

    save(desk, article, draft_title_en="Saved at last")

    assert not TypedText.objects.exists()


def test_saving_another_language_leaves_what_was_typed_in_this_one(desk):
    article = make_draft().article
    tell(desk, article, title="Typed")

    save(desk, article, draft_title_fr="Titre", origin_fr="staff")

    assert TypedText.objects.get().language == "en"


def test_what_was_typed_long_ago_collides_with_what_was_saved_since(desk):
    article = make_draft(title="First").article
    base = article.edition("en").newest_revision_id
    desk.post(reverse("admin:news_text_at_work", args=[article.pk, "en"]), {"draft_title": "Typed", "based_on": base})
    update_edition(article.edition("en"), publish=False, title="A colleague’s")
    panel = taken_up(desk, change_address(article))

    typed = {field.html_name: field.value() for field in panel if field.value() is not None}
    answer = save(desk, article, data={**shown_values(desk, change_address(article)), **typed})

    assert answer.context["panels"][1].stale


def test_a_new_story_that_was_never_saved_is_kept_too(desk):
    address = reverse("admin:news_article_add")

    tell(desk, None, "ar", title="عنوان لم يُحفظ")

    assert taken_up(desk, address, "ar")["draft_title"].value() == "عنوان لم يُحفظ"
    add(desk, source_language="ar", draft_title_ar="عنوان محفوظ", origin_ar="original", follows_ar="")
    assert Article.objects.count() == 1
    assert not TypedText.objects.exists()


def test_typing_back_what_is_saved_leaves_nothing_to_take_up(desk):
    edition = make_draft(title="Saved", summary="", body="<p>Same.</p>")
    tell(desk, edition.article, title="Typed")

    saved = {"draft_title": "Saved", "draft_body": "<p>Same.</p>", "based_on": edition.newest_revision_id}
    desk.post(reverse("admin:news_text_at_work", args=[edition.article_id, "en"]), saved)

    assert not TypedText.objects.exists()


def test_what_was_typed_can_be_thrown_away(desk):
    article = make_draft().article
    tell(desk, article, title="Typed")

    tell(desk, article, forget=True)

    assert not TypedText.objects.exists()


def test_nobody_sees_what_another_typed(desk, client):
    article = make_draft().article
    tell(desk, article, title="Secret draft")
    client.force_login(make_user())

    assert "Secret draft" not in client.get(change_address(article), {"typed": "en"}).content.decode()


@pytest.mark.parametrize("title", ["a\u202eb", "a\x00b", "x" * 300_001], ids=["turned", "nul", "long"])
def test_what_can_not_be_stored_is_refused_with_a_sentence(desk, title):
    article = make_draft().article

    answer = tell(desk, article, title=title)

    assert answer.status_code == 422
    assert answer.json()["refused"]
    assert not TypedText.objects.exists()


def test_scripts_in_what_was_typed_are_not_kept(desk):
    article = make_draft().article

    tell(desk, article, body='<p onclick="x()">Text</p><script>alert(1)</script>')

    assert TypedText.objects.get().words["body"] == "<p>Text</p>"


def test_who_may_not_write_a_language_keeps_nothing_in_it(client):
    article = make_draft().article
    user = make_user(is_superuser=False)
    client.force_login(user)

    assert tell(client, article, title="Typed").status_code == 403


def test_others_see_who_has_a_text_open_and_since_when(desk, client):
    article = make_draft().article
    colleague = make_user(first_name="نادية", last_name="العلوي")
    OpenText.heard(article, "en", colleague)

    page = desk.get(change_address(article)).content.decode()
    answer = tell(desk, article)

    assert "نادية العلوي has had this text open since" in page
    assert "نادية العلوي" in answer.json()["others"][0]
    assert tell(desk, article, "fr").json()["others"] == []


def test_a_form_closed_a_while_ago_is_open_no_more_and_opened_anew_later():
    article, user, reader = make_draft().article, make_user(), make_user()
    first = timezone.now() - timedelta(hours=1)
    OpenText.heard(article, "en", user, first)
    OpenText.heard(article, "en", user, first + timedelta(seconds=60))

    assert OpenText.others(article, reader, first + timedelta(seconds=70)).get().opened_at == first
    assert not OpenText.others(article, reader).exists()
    assert OpenText.heard(article, "en", user).opened_at > first
