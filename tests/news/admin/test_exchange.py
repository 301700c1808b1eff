"""At the desk: stories go to translators as files, and what comes back is shown before it lands."""

import re

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Permission
from django.core.files.uploadedfile import SimpleUploadedFile

from news.models import Edition
from tests.factories import make_draft, make_edition, make_revision, make_user, update_edition
from tests.news.exchange.files import BODY, sent, translated

pytestmark = pytest.mark.django_db
LIST = "/admin/news/article/"
IMPORT = f"{LIST}exchange/import/"
WORDS = {"source_language": "en", "target_language": "fr", "form": "xliff1"}


@pytest.fixture
def toolkit():
    pytest.importorskip("translate", reason="the optional extra for exchange is not installed")


@pytest.fixture
def story():
    return make_edition(title="Forum opens in Rabat", body=BODY).article


def upload(client, data):
    return client.post(IMPORT, {"file": SimpleUploadedFile("back.xlf", data)})


def say_yes(client, shown, **fields):
    """Answer the page that shows what would happen; origin is agency unless said otherwise."""
    packed = shown.context["land_form"]["packed"].value()
    return client.post(IMPORT, {"packed": packed, "origin": "agency", "note": "", **fields})


def ticks(shown):
    """{field: value} of the questions on the page."""
    return {q["field"]: q["value"] for row in shown.context["rows"] for q in row.questions}


def person_with(client, *rights):
    user = make_user(is_superuser=False)
    user.user_permissions.set(Permission.objects.filter(codename__in=rights))
    client.force_login(user)
    client.cookies["icesco_admin_language"] = "en"
    return client


def test_a_story_is_sent_from_the_tab_of_a_language(desk, story, toolkit):
    address = f"{LIST}{story.pk}/fr/exchange/"
    assert address in desk.get(f"{LIST}{story.pk}/change/").content.decode()
    assert "Sent from English, revision 1; passages: 6." in desk.get(address).content.decode()

    file = desk.post(address, {"source_language": "en", "form": "po", "apply": "1", "shown": ""})

    assert file["Content-Disposition"] == f'attachment; filename="icesco-{story.pk}-en-fr.po"'
    assert 'msgid "Forum opens in Rabat"' in file.content.decode()


def test_a_selection_is_sent_once_it_was_seen_what_is_left_out(desk, story, toolkit):
    french = make_draft(language="fr").article
    chosen = {"action": "send_selected", "_selected_action": [story.pk, french.pk]}

    page = desk.post(LIST, chosen)
    unseen = desk.post(LIST, {**chosen, **WORDS, "apply": "1", "shown": "ar-fr"})
    file = desk.post(LIST, {**chosen, **WORDS, "apply": "1", "shown": "en-fr"})

    assert page.status_code == 200
    assert "French is the language in which it was written." in unseen.content.decode()
    assert unseen.status_code == 422
    assert "Forum opens in Rabat" in file.content.decode()


def test_the_same_language_twice_is_refused(desk, story):
    chosen = {"action": "send_selected", "_selected_action": [story.pk], **WORDS, "target_language": "en"}

    assert desk.post(LIST, {**chosen, "apply": "1"}).status_code == 422


def test_a_file_is_shown_first_and_lands_when_said(desk, story, toolkit):
    shown = upload(desk, translated(story))
    assert "French, revision 1 becomes a draft. It follows: English, revision 1." in shown.content.decode()
    assert not Edition.objects.filter(language="fr").exists()

    done = say_yes(desk, shown, note="Order 7")

    revision = story.edition("fr").newest_revision
    assert (revision.origin, revision.note, revision.author) == ("agency", "Order 7", done.wsgi_request.user)
    assert "French, revision 1 is a draft now." in done.content.decode()
    assert LogEntry.objects.filter(object_id=str(story.pk)).exists()
    assert not Edition.objects.live("fr").exists()


def test_where_it_comes_from_is_never_filled_in(desk, story, toolkit):
    shown = upload(desk, translated(story))

    refused = say_yes(desk, shown, origin="")

    assert refused.status_code == 422
    assert not Edition.objects.filter(language="fr").exists()


def test_questions_are_asked_and_only_a_tick_on_what_was_shown_counts(desk, story, toolkit):
    data = translated(story)
    make_revision(story, "fr", follows=story.edition("en").newest_revision, title="Saved meanwhile")
    update_edition(story.edition("en"), title="Forum closes")
    shown = upload(desk, data)
    page = shown.content.decode()
    assert "Somebody has saved this text since the file was made." in page
    assert "revision 1 was sent, revision 2 stands there now" in page
    assert "What they changed" in page

    unticked = say_yes(desk, shown)
    make_revision(story, "fr", follows=story.edition("en").newest_revision, title="Saved again")
    late = say_yes(desk, shown, **ticks(shown))

    assert "Not brought in:" in unticked.content.decode()
    assert "Not brought in:" in late.content.decode()
    assert story.edition("fr").newest_revision.title == "Saved again"

    again = upload(desk, data)
    say_yes(desk, again, **ticks(again))
    assert story.edition("fr").newest_revision.title == "FORUM OPENS IN RABAT"


def test_broken_tags_are_listed_with_line_and_passage_and_nothing_can_be_brought_in(desk, story, toolkit):
    data = re.sub(rb'<g id="2" ctype="bold">PAGE</g>', b"PAGE", translated(story))

    shown = upload(desk, data)

    assert shown.status_code == 422
    [(line, unit, reason), *_more] = shown.context["rows"][0].problems
    assert b"SEE" in data.split(b"\n")[line - 1]
    assert (unit, reason) == ("Passage 1 of the body", "The tag <g2> is missing.")
    assert "Bring in as drafts" not in shown.content.decode()
    say_yes(desk, shown)
    assert not Edition.objects.filter(language="fr").exists()


def test_reasons_are_told_in_the_interfaces_language(desk, story, toolkit):
    desk.cookies["icesco_admin_language"] = "ar"

    shown = upload(desk, translated(story).replace(b"</target>", b"<b/></target>"))

    assert shown.status_code == 422
    assert 'lang="ar"' in shown.content.decode()


@pytest.mark.parametrize(
    "data", [b"", b"<!DOCTYPE x><x/>", b"PK\x03\x04", b"\xff\xfe\x00", b'msgid "x"\nmsgstr ""\n', b"x" * 2_600_000]
)
def test_what_is_no_file_of_ours_is_refused_in_a_sentence(desk, data, toolkit):
    assert upload(desk, data).status_code == 422


def test_what_another_page_holds_is_not_taken(desk, story, toolkit):
    shown = upload(desk, translated(story))
    desk.force_login(make_user())

    assert say_yes(desk, shown).status_code == 422
    assert desk.post(IMPORT, {"packed": "x", "origin": "agency"}).status_code == 422


def test_rights_are_asked_for(client, story, toolkit):
    data = translated(story)
    reader = person_with(client, "view_article")
    assert reader.get(f"{LIST}{story.pk}/fr/exchange/").status_code == 200
    assert reader.get(IMPORT).status_code == 403
    assert reader.post(IMPORT, {}).status_code == 403

    arabic = person_with(client, "write_ar")
    shown = upload(arabic, data)
    assert "You may not write in French." in shown.content.decode()
    say_yes(arabic, shown)
    assert not Edition.objects.filter(language="fr").exists()

    assert person_with(client, "view_person").get(f"{LIST}{story.pk}/fr/exchange/").status_code == 403


def test_addresses_of_no_story_or_language_are_not_found(desk, story):
    assert desk.get(f"{LIST}999999/fr/exchange/").status_code == 404
    assert desk.get(f"{LIST}{story.pk}/xx/exchange/").status_code == 404


def test_without_the_toolkit_the_pages_say_how_to_install_it(desk, story, monkeypatch):
    monkeypatch.setattr("news.exchange.find_spec", lambda name: None)
    address = f"{LIST}{story.pk}/fr/exchange/"

    answers = [
        desk.get(address),
        desk.post(address, {"source_language": "en", "form": "xliff1", "apply": "1"}),
        desk.post(LIST, {"action": "send_selected", "_selected_action": [story.pk]}),
        desk.get(IMPORT),
        desk.post(IMPORT, {"file": SimpleUploadedFile("back.xlf", b"<x/>")}),
    ]

    assert [answer.status_code for answer in answers] == [200] * 5
    assert all("requirements/exchange.txt" in answer.content.decode() for answer in answers)


def test_an_unchanged_file_offers_nothing_to_do(desk, story, toolkit):
    make_draft(story, "fr", follows=story.edition("en").newest_revision, title="Le forum", body=BODY)

    shown = upload(desk, sent(story).encode())

    assert "nothing to do" in shown.content.decode()
    assert not shown.context["may_land"]
