"""The desk's part of corrections and withdrawals: asked first, done by a POST, and followed by tasks."""

import json

import pytest
from django.contrib.admin.models import LogEntry
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from news.models import Correction, Edition, Task
from news.withdrawals import withdraw_languages
from tests.factories import make_draft, make_edition, make_picture, make_user, update_edition

from .forms import change_address
from .test_publishing_desk import act, said, staff_with

pytestmark = pytest.mark.django_db


@pytest.fixture
def story():
    """English, the source, and its Arabic and French translations, all public: {language: edition}."""
    source = make_edition(title="Twelve countries meet")
    others = {
        code: make_edition(source.article, code, title=title, follows=source.live_revision)
        for code, title in (("ar", "اجتماع اثني عشر بلدًا"), ("fr", "Douze pays réunis"))
    }
    return {"en": source, **others}


def correct(client, edition, **fields):
    return client.post(act(edition, "correct"), {"revision": edition.newest_revision_id, **fields})


def test_a_correction_is_asked_for_put_and_logged(desk, story):
    page = desk.get(act(story["ar"], "correct"))
    answer = correct(desk, story["ar"], text="عشرة بلدان\r\nلا اثنا عشر.")

    assert 'lang="ar" dir="rtl"' in str(page.context["form"]["text"])
    assert "Arabic: The correction is public." in said(answer)
    assert Correction.objects.get().text == "عشرة بلدان\nلا اثنا عشر."
    assert "عشرة بلدان" in str(json.loads(LogEntry.objects.latest("pk").change_message))
    assert {task.language for task in Task.objects.open()} == {"en", "fr"}


def test_the_newest_revision_is_published_with_the_note_when_asked(desk, story):
    edition = story["en"]
    update_edition(edition, publish=False, title="Ten countries meet")
    edition.refresh_from_db()

    page = desk.get(act(edition, "correct")).content.decode()
    correct(desk, edition, text="Ten countries, not twelve.", publish="on")

    assert "What publishing the newest revision changes" in page
    edition.article.refresh_from_db()
    assert edition.article.title_en == "Ten countries meet"


def test_without_a_newer_draft_there_is_nothing_to_publish(desk, story):
    assert "publish" not in desk.get(act(story["en"], "correct")).context["form"].fields


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"text": ""}, "text"),
        ({"text": "x" * 1001}, "text"),
        ({"text": "a\u202eb"}, "text"),
        ({"revision": ""}, "revision"),
    ],
)
def test_a_bad_note_is_refused_and_kept_on_the_page(desk, story, fields, field):
    answer = correct(desk, story["en"], **{"text": "Not so.", **fields})

    assert answer.status_code == 422
    assert field in answer.context["form"].errors
    assert not Correction.objects.exists()


def test_what_keeps_the_text_from_being_published_is_said_and_the_note_kept(desk, story):
    edition = story["en"]
    edition.article.lead_picture = make_picture()
    edition.article.save()
    update_edition(edition, publish=False, title="Ten countries meet")
    edition.refresh_from_db()

    answer = correct(desk, edition, text="Ten countries, not twelve.", publish="on")

    assert answer.status_code == 422
    assert "The lead picture has no alt text in this language." in answer.context["form"].errors["publish"]
    assert "Ten countries, not twelve." in answer.content.decode()
    assert not Correction.objects.exists()


def test_four_eyes_hold_for_the_text_that_goes_with_a_note(client, story, settings):
    settings.FOUR_EYES = True
    user = make_user()
    client.force_login(user)
    edition = story["en"]
    edition.article.write("en", {"title": "Ten countries meet"}, author=user)
    edition.refresh_from_db()

    answer = correct(client, edition, text="Ten countries, not twelve.", publish="on")

    assert answer.status_code == 422
    assert "publish" in answer.context["form"].errors


def test_a_text_saved_meanwhile_is_not_published_unread(desk, story):
    edition = story["en"]
    update_edition(edition, publish=False, title="Newer")
    seen = edition.newest_revision_id
    update_edition(edition, publish=False, title="Newest")

    answer = correct(desk, edition, text="Not so.", publish="on", revision=seen)

    assert answer.status_code == 422
    assert not Correction.objects.exists()


def test_correcting_and_answering_take_the_right_to_publish_in_that_language(client, story):
    Correction.add(story["en"], "Not so.")
    withdraw_languages(story["en"])
    client.force_login(staff_with("publish_ar", "write_fr", "review_fr"))

    for name in ("correct", "nothing-to-correct", "keep-public", "withdraw"):
        assert client.get(act(story["fr"], name)).status_code == 403
        assert client.post(act(story["fr"], name)).status_code == 403
        assert client.get(act(story["ar"], name)).status_code == 200


def test_a_draft_can_not_be_corrected(desk):
    answer = desk.get(act(make_draft(), "correct"))

    assert answer.status_code == 302
    assert "This can’t be done any more" in said(answer)


def test_a_mistaken_note_is_taken_back(desk, story):
    note = Correction.add(story["en"], "Not so.")

    answer = desk.post(act(story["en"], "take-back"), {"correction": note.pk})

    assert "taken back" in said(answer)
    assert not Correction.objects.standing().exists()
    assert desk.get(act(story["en"], "take-back")).status_code == 302


# Tasks


def test_the_form_shows_what_a_language_is_asked_to_do(desk, story):
    Correction.add(story["en"], "Ten countries, not twelve.")

    page = desk.get(change_address(story["en"].article)).content.decode()

    assert page.count("The English text was corrected on") == 2
    assert '<blockquote lang="en" dir="ltr">Ten countries, not twelve.</blockquote>' in page
    for language in ("ar", "fr"):
        assert act(story[language], "nothing-to-correct") in page
    assert act(story["en"], "nothing-to-correct") not in page


def test_a_correction_answers_the_task_that_is_chosen(desk, story):
    first = Correction.add(story["en"], "Not so.")
    task = Task.objects.open("fr").get()

    correct(desk, story["fr"], text="C’est faux.", task=task.pk)
    correct(desk, story["ar"], text="أمر آخر.", task="")

    assert Correction.objects.get(edition=story["fr"]).of == first
    assert Correction.objects.get(edition=story["ar"]).of is None
    assert list(Task.objects.open("ar").values_list("correction", flat=True)) == [first.pk]


def test_nothing_to_correct_is_said_with_a_reason(desk, story):
    Correction.add(story["en"], "Not so.")
    task = Task.objects.open("fr").get()
    address = act(story["fr"], "nothing-to-correct")

    without = desk.post(address, {"task": task.pk, "reason": " "})
    desk.post(address, {"task": task.pk, "reason": "It never said so."})

    assert without.status_code == 422
    task.refresh_from_db()
    assert (task.outcome, task.reason) == ("nothing_to_correct", "It never said so.")
    assert not Correction.objects.filter(edition=story["fr"]).exists()


# Withdrawing


def test_withdraw_takes_every_language_along_when_asked(desk, story):
    page = desk.get(act(story["en"], "withdraw"))
    answer = desk.post(act(story["en"], "withdraw"), {"every_language": "on"})

    assert "Withdraw every language: Arabic, French too" in page.content.decode()
    assert "and with it: Arabic, French." in said(answer)
    assert set(Edition.objects.values_list("visibility", flat=True)) == {"withdrawn"}
    assert not Task.objects.exists()


def test_withdraw_leaves_a_language_without_the_right_says_so_and_asks_for_it(client, story):
    client.force_login(staff_with("publish_en", "publish_ar"))
    client.cookies["icesco_admin_language"] = "en"

    page = client.get(act(story["en"], "withdraw")).content.decode()
    client.post(act(story["en"], "withdraw"), {"every_language": "on"})

    assert "You may not withdraw: French." in page
    assert list(Edition.objects.filter(visibility="public").values_list("language", flat=True)) == ["fr"]
    assert [(task.language, task.kind) for task in Task.objects.open()] == [("fr", "withdrawal")]


def test_withdrawing_one_language_opens_tasks_that_are_answered_by_following_or_a_reason(desk, story):
    desk.post(act(story["en"], "withdraw"))
    page = desk.get(change_address(story["en"].article)).content.decode()

    desk.post(act(story["fr"], "withdraw"))
    task = Task.objects.open("ar").get()
    desk.post(act(story["ar"], "keep-public"), {"task": task.pk, "reason": "It tells of another day."})

    assert page.count("The English text was withdrawn on") == 2
    assert set(Task.objects.values_list("outcome", flat=True)) == {"withdrawn", "kept"}
    assert story["ar"].is_live()


# The page of open tasks


def test_open_tasks_are_listed_oldest_first_and_by_language(desk, story):
    Correction.add(story["en"], "Not so.")
    withdraw_languages(story["fr"])

    page = desk.get(reverse("admin:news_task_open"))
    arabic = desk.get(reverse("admin:news_task_open"), {"language": "ar"})

    assert [task.language for task, *_rest in page.context["rows"]] == ["ar", "fr", "ar", "en"]
    assert {task.language for task, *_rest in arabic.context["rows"]} == {"ar"}
    assert "Douze pays réunis" in page.content.decode()
    assert desk.get(reverse("admin:news_task_open"), {"language": "xx"}).status_code == 404
    assert desk.get(reverse("admin:news_task_open"), {"page": "nine"}).status_code == 200


def test_the_page_takes_the_same_few_queries_for_many_tasks(desk, story):
    def count():
        with CaptureQueriesContext(connection) as queries:
            desk.get(reverse("admin:news_task_open"))
        return len(queries)

    Correction.add(story["en"], "Not so.")
    few = count()
    for number in range(30):
        Correction.add(story["en"], f"Not so: {number}.")

    assert count() <= few <= 12


def test_the_page_asks_for_the_right_to_see_stories(client, story):
    client.force_login(make_user(is_superuser=False))

    assert client.get(reverse("admin:news_task_open")).status_code == 403


def test_the_records_can_be_read_and_not_changed(desk, story):
    note = Correction.add(story["en"], "Not so.")

    for name, row in (("correction", note), ("task", Task.objects.first())):
        assert desk.get(reverse(f"admin:news_{name}_changelist")).status_code == 200
        assert desk.get(reverse(f"admin:news_{name}_add")).status_code == 403
        assert desk.post(reverse(f"admin:news_{name}_delete", args=[row.pk]), {"post": "yes"}).status_code == 403
        assert desk.post(reverse(f"admin:news_{name}_change", args=[row.pk]), {"text": "x"}).status_code == 403
