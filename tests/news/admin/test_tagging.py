"""Tagging a story in its form: existing tags in any language, and new ones that are made when the story is saved."""

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse

from news.models import Article, Tag
from tests.factories import make_draft, make_edition, make_tag, make_user

from .forms import add, change_address, save, shown_values
from .test_article_form import ARABIC

pytestmark = pytest.mark.django_db


@pytest.fixture
def writer(client):
    """Somebody who may write and not make tags."""
    user = make_user(is_superuser=False)
    rights = ("change_article", "view_article", "view_tag", "write_en", "write_ar")
    user.user_permissions.set(Permission.objects.filter(codename__in=rights))
    client.force_login(user)
    client.cookies["icesco_admin_language"] = "en"
    return client


def labels(article, language):
    return set(article.tags.values_list(f"label_{language}", flat=True)) - {None}


def found(client, words):
    """What the autocomplete answers for `words`."""
    field = {"app_label": "news", "model_name": "article", "field_name": "tags"}
    return client.get(reverse("admin:autocomplete"), {"term": words, **field}).json()["results"]


def test_new_tags_chosen_in_the_box_are_made_in_their_languages(desk):
    old = make_tag("Old")
    article = make_draft(language="ar").article

    save(desk, article, tags=[old.pk, "new:ar:المدن", "new:fr:Villes"])

    assert {(tag.label_ar, tag.label_fr) for tag in article.tags.exclude(pk=old.pk)} == {
        ("المدن", None),
        (None, "Villes"),
    }
    assert old in article.tags.all()


def test_a_new_story_is_saved_with_its_new_tags(desk):
    add(desk, **ARABIC, tags=["new:ar:المدن"])

    assert labels(Article.objects.get(), "ar") == {"المدن"}


@pytest.mark.parametrize("label", ["EDUCATION", " éducation ", "Éducation"])
def test_what_reads_like_an_existing_tag_is_that_tag(desk, label):
    tag = make_tag("Éducation", label_ar=None)
    article = make_draft().article

    save(desk, article, tags=[f"new:ar:{label}"])

    assert list(article.tags.all()) == [tag]
    assert Tag.objects.count() == 1


def test_two_spellings_of_one_new_label_are_one_tag(desk):
    article = make_draft().article

    save(desk, article, tags=["new:en:Cities", "new:en:CITIES"])

    assert Tag.objects.count() == article.tags.count() == 1


def test_a_form_that_is_refused_makes_no_tag_and_keeps_what_was_chosen(desk):
    article = make_draft().article

    answer = save(desk, article, tags=["new:ar:المدن"], event_ends_on="2020-01-01")

    assert answer.status_code == 200
    assert not Tag.objects.exists()
    assert '<option value="new:ar:المدن" selected>المدن</option>' in answer.content.decode()


@pytest.mark.parametrize(
    "values",
    [["abc"], ["new:xx:a"], ["new:ar:"], ["new:ar"], ["999999"], ["9" * 30], ["-1"], ["new:en:" + "a" * 81], ["٣"]],
)
def test_odd_values_are_refused_and_fail_nothing(desk, values):
    article = make_draft().article

    answer = save(desk, article, tags=values)

    assert answer.status_code == 200
    assert not Tag.objects.exists()


def test_too_many_new_tags_are_refused(desk):
    article = make_draft().article

    answer = save(desk, article, tags=[f"new:en:Tag {number}" for number in range(21)])

    assert "At most 20 new tags" in answer.content.decode()
    assert not Tag.objects.exists()


def test_characters_that_no_text_may_hold_are_refused(desk):
    save(desk, make_draft().article, tags=["new:en:a\u202eb"])

    assert not Tag.objects.exists()


def test_who_may_not_make_tags_is_not_offered_to_and_is_refused(writer):
    article = make_draft().article

    page = writer.get(change_address(article)).content.decode()
    answer = save(writer, article, tags=["new:en:Cities"])

    assert "data-new-tags" not in page
    assert "You may not make new tags." in answer.content.decode()
    assert not Tag.objects.exists()


def test_who_may_not_make_tags_may_name_one_that_exists(writer):
    tag = make_tag("Cities")
    article = make_draft().article

    save(writer, article, tags=["new:en:CITIES"])

    assert list(article.tags.all()) == [tag]


def test_new_tags_of_a_public_story_take_the_right_to_publish(client):
    user = make_user(is_superuser=False)
    rights = ("change_article", "view_tag", "add_tag", "write_en")
    user.user_permissions.set(Permission.objects.filter(codename__in=rights))
    client.force_login(user)
    article = make_edition().article

    save(client, article, tags=["new:en:Cities"])

    assert not Tag.objects.exists()


def test_the_box_offers_the_source_language_first(desk):
    page = desk.get(change_address(make_draft(language="fr").article)).content.decode()

    offers = page.partition('data-new-tags="')[2].partition('"')[0]
    assert offers.index("fr") < offers.index("ar")
    assert "Create “{label}” (French)" in offers


def test_the_text_field_makes_tags_in_the_language_chosen_beside_it(desk):
    article = make_draft(language="en").article

    save(desk, article, new_tags="المدن، البحر", new_tags_language="ar")

    assert labels(article, "ar") == {"المدن", "البحر"}
    assert labels(article, "en") == set()


def test_the_text_field_and_the_box_together_name_a_tag_once(desk):
    tag = make_tag("Cities")
    article = make_draft().article

    save(desk, article, tags=[tag.pk], new_tags="cities, Towns")

    assert labels(article, "en") == {"Cities", "Towns"}


def test_the_log_says_which_tags_were_put_on_a_story(desk):
    article = make_draft().article

    save(desk, article, tags=["new:ar:المدن"])

    page = desk.get(reverse("admin:news_article_history", args=[article.pk])).content.decode()
    assert "المدن" in page


def test_a_form_opened_and_saved_changes_no_tag(desk):
    article = make_draft().article
    article.tags.add(make_tag("Cities"))

    save(desk, article, data=shown_values(desk, change_address(article)))

    assert labels(article, "en") == {"Cities"}


def test_the_autocomplete_finds_tags_in_any_language_and_says_which_reads_alike(desk):
    make_tag("Éducation", label_ar="التعليم", label_en="Education")

    by_arabic, by_part = found(desk, "التَّعليم"), found(desk, "educ")

    assert by_arabic[0]["text"] == "Education"
    assert "التعليم" in by_arabic[0]["others"]
    assert by_arabic[0]["is_same"] is True
    assert by_part[0]["is_same"] is False
