import pytest
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import reverse
from pytest_django.asserts import assertNotContains

from news.models import Article, Revision
from tests.factories import make_draft, make_edition, make_picture, make_user, update_edition

from .forms import add, change_address, save, shown_values

pytestmark = pytest.mark.django_db

ARABIC = {
    "draft_title_ar": "افتتاح المنتدى",
    "draft_body_ar": "<p>نص الخبر.</p>",
    "origin_ar": "original",
    "follows_ar": "",
    "source_language": "ar",
}


@pytest.fixture
def desk(client):
    """A client signed in as a superuser."""
    client.force_login(make_user())
    return client


def errors_of(answer):
    return answer.context["adminform"].form.errors, [panel.errors for panel in answer.context["panels"]]


def test_a_story_can_be_written_in_arabic_only(desk):
    answer = add(desk, **ARABIC)

    article = Article.objects.get()
    assert answer.status_code == 302, errors_of(answer)
    assert article.source_language == "ar"
    assert [r.title for r in article.revisions.all()] == ["افتتاح المنتدى"]


def test_the_author_of_a_new_story_is_written_down(client):
    author = make_user()
    client.force_login(author)

    add(client, **ARABIC)

    assert Article.objects.get().created_by == author
    assert Revision.objects.get().author == author


def test_a_french_source_and_its_english_translation_can_be_saved_together(desk):
    add(
        desk,
        source_language="fr",
        draft_title_fr="Ouverture",
        origin_fr="original",
        follows_fr="",
        draft_title_en="Opening",
        origin_en="staff",
        follows_en="now:fr",
    )

    english, french = (Revision.objects.get(language=language) for language in ("en", "fr"))
    assert english.follows == french


def test_a_chain_of_translations_is_saved_in_the_order_they_follow_each_other(desk):
    add(
        desk,
        source_language="en",
        draft_title_en="Opening",
        origin_en="original",
        follows_en="",
        draft_title_ar="افتتاح",
        origin_ar="staff",
        follows_ar="now:fr",
        draft_title_fr="Ouverture",
        origin_fr="staff",
        follows_fr="now:en",
    )

    assert Revision.objects.get(language="ar").follows == Revision.objects.get(language="fr")


def test_two_texts_saved_together_cannot_follow_each_other(desk):
    answer = add(
        desk,
        draft_title_en="Opening",
        origin_en="staff",
        follows_en="now:fr",
        draft_title_fr="Ouverture",
        origin_fr="staff",
        follows_fr="now:en",
    )

    assert answer.status_code == 200
    assert not Article.objects.exists()


def test_a_story_without_a_text_in_its_source_language_is_refused(desk):
    answer = add(desk, **{**ARABIC, "source_language": "en"})

    assert answer.status_code == 200
    assert not Article.objects.exists()


def test_a_text_needs_a_title(desk):
    answer = add(desk, **{**ARABIC, "draft_title_ar": ""})

    assert "draft_title" in errors_of(answer)[1][0]


def test_a_save_that_changes_nothing_makes_no_revision(desk):
    body = "<h2>Head</h2><ul><li><p>One</p></li></ul>"
    edition = make_draft(summary="First line.\nSecond line.", body=body)

    answer = save(desk, edition.article)

    assert answer.status_code == 302, errors_of(answer)
    assert Revision.objects.count() == 1


def test_line_ends_as_browsers_send_them_are_no_change(desk):
    edition = make_draft(summary="First line.\nSecond line.")

    save(desk, edition.article, draft_summary_en="First line.\r\nSecond line.")

    assert Revision.objects.count() == 1


def test_a_tab_that_was_not_touched_makes_no_revision_beside_one_that_was(desk):
    english = make_draft()
    make_draft(english.article, "fr", follows=english.newest_revision)

    save(desk, english.article, draft_title_fr="Un autre titre")

    assert Revision.objects.filter(language="en").count() == 1
    assert Revision.objects.filter(language="fr").count() == 2


def test_two_people_in_different_languages_never_overwrite_each_other(desk):
    english = make_draft()
    article = english.article
    make_draft(article, "fr", follows=english.newest_revision)
    first = shown_values(desk, change_address(article))
    second = shown_values(desk, change_address(article))

    save(desk, article, data=first, draft_title_en="New English title")
    answer = save(desk, article, data=second, draft_title_fr="Nouveau titre")

    assert answer.status_code == 302, errors_of(answer)
    assert article.edition("en").newest_revision.title == "New English title"
    assert article.edition("fr").newest_revision.title == "Nouveau titre"


def test_a_stale_tab_is_refused_with_what_was_typed_kept_and_the_others_text_beside(desk):
    article = make_draft(title="First").article
    opened = shown_values(desk, change_address(article))
    update_edition(article.edition("en"), publish=False, title="Saved by a colleague")

    answer = save(desk, article, data=opened, draft_title_en="Mine")

    page = answer.content.decode()
    assert answer.status_code == 200
    assert 'value="Mine"' in page
    assert "Saved by a colleague" in page
    assert article.edition("en").newest_revision.title == "Saved by a colleague"


def test_a_refused_save_keeps_the_other_tabs_unsaved_too(desk):
    article = make_draft(title="First").article
    opened = shown_values(desk, change_address(article))
    update_edition(article.edition("en"), publish=False, title="Saved by a colleague")

    new_french = {"draft_title_fr": "Titre", "origin_fr": "staff"}
    answer = save(desk, article, data=opened, draft_title_en="Mine", **new_french)

    assert 'value="Titre"' in answer.content.decode()
    assert article.edition("fr") is None


def test_who_has_read_the_others_text_can_save_after_it(desk):
    article = make_draft(title="First").article
    opened = shown_values(desk, change_address(article))
    newest = update_edition(article.edition("en"), publish=False, title="Saved by a colleague")

    save(desk, article, data=opened, draft_title_en="Mine", over_en=newest.pk)

    assert article.edition("en").newest_revision.title == "Mine"


def test_unsafe_characters_are_refused_at_their_field(desk):
    answer = add(desk, **{**ARABIC, "draft_title_ar": "a\u202eb"})

    assert "draft_title" in errors_of(answer)[1][0]
    assert not Article.objects.exists()


def test_a_title_that_is_too_long_is_refused_at_its_field(desk):
    answer = add(desk, **{**ARABIC, "draft_title_ar": "ا" * 251})

    assert "draft_title" in errors_of(answer)[1][0]


def test_what_is_typed_over_a_public_text_stays_unpublished_until_publish(desk):
    article = make_edition(title="Public title").article

    save(desk, article, draft_title_en="Edited title")

    article.refresh_from_db()
    assert article.title_en == "Public title"
    save(desk, article, button="_publish_en")
    article.refresh_from_db()
    assert article.title_en == "Edited title"


def test_opening_and_saving_a_translation_does_not_move_what_it_follows(desk):
    english = make_edition()
    old = english.live_revision
    french = make_edition(english.article, "fr", follows=old)
    update_edition(english, body="<p>Something else.</p>")

    save(desk, english.article)
    save(desk, english.article, draft_title_fr="Un titre corrigé")

    french.refresh_from_db()
    assert french.newest_revision.follows == old


def test_a_new_translation_follows_the_public_text_of_the_source(desk):
    english = make_edition()
    live = english.live_revision
    update_edition(english, publish=False, body="<p>Not public yet.</p>")

    save(desk, english.article, draft_title_fr="Titre", origin_fr="staff")

    assert english.article.edition("fr").newest_revision.follows == live


def test_where_a_translation_comes_from_is_asked_and_never_assumed(desk):
    english = make_edition()

    shown = shown_values(desk, change_address(english.article))
    answer = save(desk, english.article, draft_title_fr="Titre")

    assert shown["origin_fr"] == ""
    assert "origin" in errors_of(answer)[1][2]


def test_each_input_has_the_language_and_direction_of_its_content(desk):
    article = make_draft().article
    desk.cookies["icesco_admin_language"] = "en"

    page = desk.get(change_address(article)).content.decode()

    for field in ("draft_title_ar", "draft_summary_ar", "draft_body_ar", "slug_ar"):
        tag = page[page.rindex("<", 0, page.index(f'name="{field}"')) : page.index(">", page.index(f'name="{field}"'))]
        assert 'lang="ar"' in tag, field
        assert 'dir="rtl"' in tag, field


def test_pictures_in_the_body_are_shown_to_staff_and_kept_by_key(desk):
    picture = make_picture()
    body = f'<p>Text</p><figure><img src="picture:{picture.pk}" alt="A hall"></figure>'
    article = make_draft(body=body).article

    shown = shown_values(desk, change_address(article))["draft_body_en"]
    save(desk, article, draft_body_en=shown.replace("Text", "Words"))

    assert f'src="/admin/news/picture/{picture.pk}/file/"' in shown
    kept = article.edition("en").newest_revision.body
    assert f'src="picture:{picture.pk}"' in kept
    assert "Words" in kept


def test_who_may_only_look_sees_the_form_and_changes_nothing(client):
    user = make_user(is_superuser=False)
    user.user_permissions.set(Permission.objects.filter(codename="view_article"))
    client.force_login(user)
    article = make_draft(title="Kept").article

    page = client.get(change_address(article))
    answer = client.post(change_address(article), {"draft_title_en": "Changed", "_continue": "1"})

    assert page.status_code == 200
    assert "Kept" in page.content.decode()
    assert answer.status_code == 403


@pytest.mark.parametrize("interface", ["ar", "en", "fr"])
def test_the_form_and_the_list_open_in_every_interface_language(desk, interface):
    desk.cookies["icesco_admin_language"] = interface
    article = make_edition().article

    for address in ("/admin/", "/admin/news/article/", "/admin/news/article/add/", change_address(article)):
        page = desk.get(address).content.decode()
        assert f'<html lang="{interface}" dir="{"rtl" if interface == "ar" else "ltr"}"' in page


def test_the_language_of_the_newsroom_can_be_chosen_before_signing_in(client):
    answer = client.post("/admin/language/setlang/", {"language": "ar", "next": "/admin/login/"}, follow=True)

    page = answer.content.decode()
    assert '<html lang="ar" dir="rtl"' in page
    assert 'name="language"' in page


def test_a_post_without_the_forms_token_is_refused():
    article = make_draft().article
    client = Client(enforce_csrf_checks=True)
    client.force_login(make_user())

    assert client.post(change_address(article), {"_publish_en": "1"}).status_code == 403


def test_a_story_without_a_lead_picture_says_so_without_a_word_of_code(desk):
    page = desk.get(reverse("admin:news_article_add"))

    assertNotContains(page, ">None<")
