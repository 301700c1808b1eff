"""Review on the article form: sending, approving, requesting changes; and the log as a list and a file."""

import csv
import io

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse

from news.models import Transition
from tests.factories import make_draft, make_edition, make_user, update_edition

from .forms import change_address, save, shown_values

pytestmark = pytest.mark.django_db


@pytest.fixture
def sign_in(client):
    """A function that signs the client in as somebody with the named rights alone."""

    def sign_in(*codenames):
        user = make_user(is_superuser=False)
        user.user_permissions.set(Permission.objects.filter(codename__in=codenames))
        client.force_login(user)
        client.cookies["icesco_admin_language"] = "en"
        return client

    return sign_in


def act(edition, name):
    return reverse("admin:news_edition_act", args=[edition.article_id, edition.language, name])


def test_a_writer_sends_a_text_to_review_in_the_same_save(sign_in):
    edition = make_draft()

    save(sign_in("write_en"), edition.article, button="_submit_en", draft_title_en="Ready")

    edition.refresh_from_db()
    assert edition.newest_revision.title == "Ready"
    assert edition.stage == "in_review"


def test_a_writer_neither_sees_nor_presses_the_button_that_approves(sign_in):
    edition = make_draft()
    desk = sign_in("write_en")

    page = desk.get(change_address(edition.article)).content.decode()
    answer = save(desk, edition.article, button="_approve_en")

    edition.refresh_from_db()
    assert "_submit_en" in page
    assert "_approve_en" not in page
    assert answer.status_code == 403
    assert edition.stage == "draft"


def test_a_reviewer_who_may_not_write_approves_what_was_sent(sign_in):
    edition = make_draft()
    edition.submit()

    save(sign_in("review_en"), edition.article, button="_approve_en")

    edition.refresh_from_db()
    assert edition.stage == "approved"


def test_a_text_saved_by_another_meanwhile_is_not_approved_unread(desk):
    edition = make_draft()
    opened = shown_values(desk, change_address(edition.article))
    update_edition(edition, publish=False, title="Never read")

    save(desk, edition.article, data=opened, button="_approve_en")

    edition.refresh_from_db()
    assert edition.stage == "draft"


def test_changes_are_requested_with_a_reason_that_the_writer_sees(desk):
    edition = make_draft()
    edition.submit()
    page = desk.get(act(edition, "request-changes"))
    revision = page.context["form"]["revision"].value()

    desk.post(act(edition, "request-changes"), {"reason": "الرجاء تصحيح الاسم", "revision": revision})

    edition.refresh_from_db()
    assert edition.stage == "draft"
    assert "الرجاء تصحيح الاسم" in desk.get(change_address(edition.article)).content.decode()


def test_changes_are_not_requested_without_a_reason(desk):
    edition = make_draft()
    edition.submit()

    answer = desk.post(act(edition, "request-changes"), {"reason": " ", "revision": edition.newest_revision_id})

    edition.refresh_from_db()
    assert answer.status_code == 422
    assert edition.stage == "in_review"


def test_what_is_in_the_way_of_a_step_is_said(desk, settings):
    settings.FOUR_EYES = True
    edition = make_draft()

    answer = save(desk, edition.article, button="_approve_en", draft_title_en="Mine")

    assert "somebody else has to approve it" in desk.get(answer.url).content.decode()


def test_the_list_shows_visibility_and_stage_of_a_public_text_with_a_newer_one(desk):
    edition = make_edition()
    update_edition(edition, publish=False, title="Newer")
    edition.submit()

    page = " ".join(desk.get(reverse("admin:news_article_changelist")).content.decode().split())

    assert "newer text: in review" in page


def test_the_log_is_listed_filtered_and_downloaded(desk):
    edition = make_edition(title="One")
    edition.withdraw(by=make_user(username="nadia"), reason="=A wrong figure")
    make_draft(language="fr")
    address = reverse("admin:news_transition_export")

    file = b"".join(desk.get(address, {"language": "en"}).streaming_content).decode("utf-8-sig")

    lines = list(csv.DictReader(io.StringIO(file)))
    assert [line["step"] for line in lines] == ["begun", "approved", "published", "withdrawn"]
    assert (lines[-1]["by"], lines[-1]["reason"], lines[-1]["to"]) == ("nadia", "'=A wrong figure", "withdrawn")
    assert desk.get(reverse("admin:news_transition_changelist"), {"act": "withdrawn"}).context["cl"].result_count == 1


@pytest.mark.parametrize("query", [{"article": "x"}, {"by__password": "a"}, {"nonsense": "1"}])
def test_a_download_with_a_filter_that_there_is_not_leads_back_to_the_list(desk, query):
    answer = desk.get(reverse("admin:news_transition_export"), query)

    assert answer.status_code in {302, 400}


def test_nobody_adds_or_changes_a_step_by_hand(desk):
    make_draft()
    step = Transition.objects.get()

    add = desk.post(reverse("admin:news_transition_add"), {"act": "approved"})
    change = desk.post(reverse("admin:news_transition_change", args=[step.pk]), {"reason": "Another"})

    assert (add.status_code, change.status_code) == (403, 403)


def test_the_history_of_a_text_lists_its_steps(desk):
    edition = make_draft()
    edition.submit()
    edition.request_changes(make_user(), reason="Too long.")

    page = desk.get(reverse("admin:news_edition_history", args=[edition.article_id, "en"])).content.decode()

    assert "Too long." in page
