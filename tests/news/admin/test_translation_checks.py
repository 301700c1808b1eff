"""The checks of a translation: found, waived with a reason, open again; review waits for them."""

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Permission
from django.urls import reverse

from news.errors import OpenChecks
from news.models import Waiver
from tests.factories import make_draft, make_edition, make_user, update_edition

from .forms import save

pytestmark = pytest.mark.django_db
SOURCE = "<p>The ministers of education of twelve states met in Rabat.</p><p>They spoke at length.</p>"


@pytest.fixture
def french():
    """A French draft that lacks a paragraph."""
    english = make_edition(title="Forum opens", summary="", body=SOURCE)
    words = {
        "title": "Le forum s’ouvre",
        "summary": "",
        "body": "<p>Les ministres de l’éducation de douze États se sont réunis à Rabat.</p>",
    }
    return make_draft(english.article, "fr", follows=english.live_revision, **words)


def address(edition):
    return reverse("admin:news_edition_checks", args=[edition.article_id, edition.language])


def waive(client, edition, reason="It says so above."):
    checked = client.get(address(edition)).context["open"][0][1][0]
    return client.post(address(edition), {"finding": checked.key, "reason": reason})


def test_the_page_lists_what_was_found(desk, french):
    page = desk.get(address(french)).content.decode()

    assert "They spoke at length" in page
    assert "Waive" in page


def test_review_waits_until_a_check_is_mended_or_waived(desk, french):
    with pytest.raises(OpenChecks):
        french.submit()

    waive(desk, french)
    french.submit()

    assert french.stage == "in_review"


def test_a_waiver_tells_who_when_and_why_and_is_logged(desk, french):
    waive(desk, french, reason="It says so above.")

    page = desk.get(address(french)).content.decode()
    assert "It says so above." in page
    assert "Nothing is open." in page
    assert Waiver.objects.get().by is not None
    assert "It says so above." in LogEntry.objects.first().change_message


def test_a_waiver_without_a_reason_is_refused(desk, french):
    answer = waive(desk, french, reason="  ")

    assert answer.status_code == 422
    assert not Waiver.objects.exists()


def test_a_check_that_is_no_longer_open_can_not_be_waived(desk, french):
    answer = desk.post(address(french), {"finding": "0" * 32, "reason": "So."})

    assert answer.status_code == 422
    assert "This check is no longer open" in answer.content.decode()


def test_a_waived_check_can_be_opened_again(desk, french):
    waive(desk, french)
    waived = desk.get(address(french)).context["waived"][0]

    desk.post(address(french), {"take_back": waived.key})

    with pytest.raises(OpenChecks):
        french.submit()


def test_a_waiver_ends_when_the_passage_of_the_source_says_something_else(desk, french):
    waive(desk, french)
    english = french.article.edition("en")
    update_edition(english, body=SOURCE.replace("at length", "for hours"))
    french.article.write("fr", {}, origin="staff", follows=english.article.edition("en").live_revision)
    french.refresh_from_db()

    with pytest.raises(OpenChecks):
        french.submit()


def test_the_form_says_why_a_text_is_not_sent_to_review_and_keeps_what_was_saved(desk, french):
    answer = save(desk, french.article, button="_submit_fr", draft_title_fr="Le forum ouvre")

    page = desk.get(answer.headers["Location"]).content.decode()
    assert "the text is saved and not sent to review" in page
    french.refresh_from_db()
    assert (french.newest_revision.title, french.stage) == ("Le forum ouvre", "draft")


def test_an_original_has_nothing_to_check(desk, french):
    english = french.article.edition("en")

    page = desk.get(address(english)).content.decode()

    assert "This text translates no other" in page


def test_who_may_not_write_in_the_language_reads_and_waives_nothing(client, french):
    user = make_user(username="reader", is_staff=True, is_superuser=False)
    user.user_permissions.set(Permission.objects.filter(codename__in=["view_article", "write_ar"]))
    client.force_login(user)

    assert "Why it is in order" not in client.get(address(french)).content.decode()
    assert client.post(address(french), {"finding": "0" * 32, "reason": "So."}).status_code == 403
