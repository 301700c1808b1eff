"""The translation desk: a source beside its translation, saved passage by passage."""

import re

import pytest
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import reverse

from news.memory.remembering import remember
from news.models import Revision, Transition, TypedText
from tests.factories import (
    make_article,
    make_draft,
    make_edition,
    make_member_state,
    make_person,
    make_user,
    update_edition,
)

from .forms import change_address

pytestmark = pytest.mark.django_db
BODY = '<h2>Programme</h2><p>Ministers <strong>met</strong> in <a href="/en/x/">the hall</a>.</p><ul><li>One.</li></ul>'
FRENCH = {
    "title": "Le forum s’ouvre à Rabat",
    "summary": "",
    "body": "<h2>Programme</h2><p>Les ministres se sont <strong>réunis</strong>.</p><ul><li>Un.</li></ul>",
}


def address(article, language="fr"):
    return reverse("admin:news_edition_translate", args=[article.pk, language])


def source(**changes):
    return make_edition(**{"title": "Forum opens", "summary": "", "body": BODY, **changes})


def opened(client, article, language="fr", query=""):
    """What the desk shows: its context."""
    answer = client.get(address(article, language) + query)
    assert answer.status_code == 200
    return answer.context


def filled(context, **passages):
    """What the browser would send: the page's fields with `passages`, {key with _ for the dot: words}, over them."""
    form = context["form"]
    data = {field.html_name: field.value() or "" for field in form if field.name != "over"}
    # A keyword can't hold the dot of body.2.
    data |= {f"unit_{key.replace('body_', 'body.')}": words for key, words in passages.items()}
    work = context["work"]
    return {**data, "source": work.source.pk, "based_on": work.target.pk if work.target else ""}


def save(client, context, button="_save", origin="staff", more=None, **passages):
    article = context["original"]
    data = {**filled(context, **passages), "origin": origin, button: "1", **(more or {})}
    return client.post(address(article, context["target_language"]), data)


def newest(article, language="fr"):
    return Revision.objects.filter(article=article, language=language).order_by("-number").first()


def test_a_new_translation_takes_the_structure_and_links_of_its_source(desk):
    english = source()

    save(
        desk,
        opened(desk, english.article),
        title="Le forum s’ouvre",
        body_1="Programme",
        body_2="Les ministres se sont {1}réunis{/1} dans {2}la salle{/2}.",
        body_3="Un.",
    )

    french = newest(english.article)
    assert french.title == "Le forum s’ouvre"
    assert french.body == (
        "<h2>Programme</h2><p>Les ministres se sont <strong>réunis</strong> dans "
        '<a href="/en/x/" rel="noopener">la salle</a>.</p><ul><li>Un.</li></ul>'
    )
    assert (french.follows, french.origin) == (english.live_revision, "staff")
    assert french.author is not None


def test_the_source_shows_names_with_their_official_form_in_the_target_language(desk):
    make_person("Amina Diallo", name_fr="Aminata Diallo")
    make_member_state(name="Atlantis", name_fr="Atlantide")
    english = source(body="<p>Amina Diallo of Atlantis spoke.</p>")

    row = opened(desk, english.article)["rows"][-1]

    assert row.names == [("Amina Diallo", "Aminata Diallo"), ("Atlantis", "Atlantide")]
    assert [piece.text for piece in row.pieces if piece.kind == "name"] == ["Amina Diallo", "Atlantis"]


def test_a_person_nobody_has_reviewed_has_no_official_name(desk):
    make_person("Amina Diallo", name_fr="Aminata Diallo", is_public=False)

    assert opened(desk, source(body="<p>Amina Diallo spoke.</p>").article)["rows"][-1].names == []


def test_earlier_translations_stand_under_their_passage(desk):
    english = source(body="<p>The council adopted its plan of work.</p>")
    french = make_edition(
        english.article,
        "fr",
        follows=english.live_revision,
        title="T",
        body="<p>Le conseil a adopté son plan de travail.</p>",
    )
    remember(french, french.live_revision)

    row = opened(desk, source(body="<p>The council adopted its plan for work.</p>").article)["rows"][-1]

    assert [match.target_text for match in row.matches] == ["Le conseil a adopté son plan de travail."]


def test_what_changed_in_the_source_is_marked_passage_by_passage(desk):
    english = source()
    make_edition(english.article, "fr", follows=english.live_revision, **FRENCH)
    update_edition(english, body=BODY.replace("Ministers", "Forty ministers").replace("</ul>", "<li>Two.</li></ul>"))

    context = opened(desk, english.article)

    rows = {row.unit.key: row for row in context["rows"]}
    assert ("added", "Forty ministers") in [(piece.kind, piece.text) for piece in rows["body.2"].change]
    assert rows["body.2"].bound.value() == "Les ministres se sont {1}réunis{/1}."
    assert [row.is_new for row in context["rows"]] == [False, False, False, False, True]
    assert context["change"]["parts"]


def test_saving_follows_the_source_as_it_is_shown_and_ends_being_behind(desk):
    english = source()
    make_edition(english.article, "fr", follows=english.live_revision, **FRENCH)
    update_edition(english, body=BODY.replace("One", "Twelve"))

    save(desk, opened(desk, english.article), body_3="Douze.")

    english.refresh_from_db()
    assert newest(english.article).follows == english.live_revision


def test_marks_that_make_no_sense_are_refused_with_the_words_kept(desk):
    english = source()

    answer = save(desk, opened(desk, english.article), title="T", body_2="Les {1}ministres.")

    page = answer.content.decode()
    assert answer.status_code == 422
    assert "The tag {1} is opened and never closed." in page.replace("&#x27;", "'")
    assert "Les {1}ministres." in page
    assert newest(english.article) is None


@pytest.mark.parametrize(
    ("passages", "said"),
    [
        ({"title": ""}, "A text needs a title."),
        ({"title": "T", "body_1": "a\u202eb"}, "U+202E"),
        ({"title": "T" * 251}, "250"),
    ],
)
def test_what_can_not_be_saved_is_said_and_nothing_is_lost(desk, passages, said):
    english = source()

    answer = save(desk, opened(desk, english.article), **{"body_3": "Un.", **passages})

    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert "Un." in answer.content.decode()
    assert newest(english.article) is None


def test_a_text_that_somebody_saved_meanwhile_is_not_saved_over(desk):
    english = source()
    french = make_draft(english.article, "fr", follows=english.live_revision, **FRENCH)
    context = opened(desk, english.article)
    update_edition(french, publish=False, title="Titre d’une collègue")

    answer = save(desk, context, title="Mon titre")

    assert answer.status_code == 422
    assert newest(english.article).title == "Titre d’une collègue"
    assert "Mon titre" in answer.content.decode()
    assert TypedText.objects.get().words["title"] == "Mon titre"


def test_who_has_read_the_other_text_saves_after_it(desk):
    english = source()
    french = make_draft(english.article, "fr", follows=english.live_revision, **FRENCH)
    context = opened(desk, english.article)
    update_edition(french, publish=False, title="Titre d’une collègue")

    save(desk, context, title="Mon titre", more={"over": newest(english.article).pk})

    assert (newest(english.article).title, newest(english.article).number) == ("Mon titre", 3)


def test_what_is_typed_is_kept_and_taken_up_in_the_form(desk):
    english = source()
    context = opened(desk, english.article)

    answer = desk.post(
        reverse("admin:news_edition_translate_at_work", args=[english.article_id, "fr"]),
        filled(context, title="Le forum", body_3="Un."),
    )

    assert answer.json()["kept"].startswith("What you typed is kept")
    assert newest(english.article) is None
    assert "Take it up again in the form" in desk.get(address(english.article)).content.decode()
    page = desk.get(change_address(english.article), {"typed": "fr"})
    panel = next(panel for panel in page.context["panels"] if panel.language == "fr")
    assert panel["draft_title"].value() == "Le forum"
    assert panel["draft_body"].value() == "<ul><li>Un.</li></ul>"


def test_what_no_text_may_hold_is_not_kept_and_said(desk):
    english = source()

    answer = desk.post(
        reverse("admin:news_edition_translate_at_work", args=[english.article_id, "fr"]),
        filled(opened(desk, english.article), title="a\u202eb"),
    )

    assert (answer.status_code, "U+202E" in answer.json()["refused"]) == (422, True)
    assert not TypedText.objects.exists()


def test_another_language_can_be_translated_from(desk):
    english = source()
    make_edition(english.article, "fr", follows=english.live_revision, **FRENCH)

    context = opened(desk, english.article, "ar", "?from=fr")
    save(desk, context, title="عنوان", body_3="واحد.")

    assert newest(english.article, "ar").follows.language == "fr"
    assert desk.get(address(english.article, "ar") + "?from=xx").status_code == 404


def test_an_original_has_nothing_to_translate_from(desk):
    english = source()

    page = desk.get(address(english.article, "en")).content.decode()

    assert "There is no text in another language that this one translates." in page


def test_saving_what_stands_there_makes_no_revision(desk):
    english = source()
    make_draft(english.article, "fr", follows=english.live_revision, **FRENCH)

    save(desk, opened(desk, english.article))

    assert newest(english.article).number == 1


def test_revisions_of_other_stories_are_none_to_translate(desk):
    english, other = source(), source(title="Another")
    data = filled(opened(desk, english.article), title="T") | {"source": other.live_revision_id}

    assert desk.post(address(english.article), {**data, "origin": "staff", "_save": "1"}).status_code == 404
    assert newest(english.article) is None


def test_only_who_may_write_in_the_language_sees_the_desk(client):
    english = source()
    user = make_user(username="reader", is_staff=True, is_superuser=False)
    user.user_permissions.set(Permission.objects.filter(codename__in=["view_article", "write_ar"]))
    client.force_login(user)

    assert client.get(address(english.article)).status_code == 403
    assert client.get(address(english.article, "ar")).status_code == 200


def test_sides_follow_the_direction_of_the_source(desk):
    arabic = make_edition(make_article(source_language="ar"), "ar", title="منتدى", body="<p>افتتح.</p>")

    page = desk.get(address(arabic.article)).content.decode()

    assert re.search(r'class="passage__sides" dir="rtl"', page)
    assert '<p class="passage__source" id="source-title" lang="ar" dir="rtl">' in page
    assert re.search(r'<textarea name="unit_title"[^>]*lang="fr"[^>]*dir="ltr"', page)


def test_the_desk_takes_as_many_queries_for_a_long_text_as_for_a_short_one(desk, django_assert_max_num_queries):
    short, long = source(), source(body=BODY * 20)
    for english in (short, long):
        make_draft(english.article, "fr", follows=english.live_revision, **FRENCH)
        with django_assert_max_num_queries(40):
            opened(desk, english.article)


def test_sending_to_review_from_the_desk_is_logged(desk):
    english = source(body="<p>Ministers met.</p>")

    save(desk, opened(desk, english.article), "_submit", title="Le forum", body_1="Les ministres se sont réunis.")

    assert english.article.edition("fr").stage == "in_review"
    assert Transition.objects.filter(language="fr", act="submitted").exists()


def test_open_checks_keep_a_translation_from_review_and_nothing_saved_is_lost(desk):
    english = source(body="<p>Ministers met.</p><p>They spoke.</p>")

    answer = save(
        desk, opened(desk, english.article), "_submit", title="Le forum", body_1="Les ministres se sont réunis."
    )

    assert answer.headers["Location"].endswith("#checks")
    assert english.article.edition("fr").stage == "draft"
    assert newest(english.article).body == "<p>Les ministres se sont réunis.</p>"


def test_a_stranger_is_sent_to_sign_in():
    answer = Client().get(address(source().article))

    assert (answer.status_code, "/admin/login/" in answer.headers["Location"]) == (302, True)
