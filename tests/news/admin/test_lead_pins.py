"""Pinning a story to the top of a language's front page, from the article's form."""

from datetime import timedelta

import pytest
from django.contrib.admin.models import LogEntry
from django.utils import timezone

from news.models import LeadPin
from tests.factories import make_draft, make_edition

from .forms import change_address
from .test_publishing_desk import act, in_rabat, said, staff_with

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client):
    client.force_login(staff_with("publish_en", "publish_ar"))
    return client


def pin(desk, edition, ends_at=None):
    ends_at = ends_at or timezone.now() + timedelta(days=2)
    return desk.post(act(edition, "pin"), {"ends_at": in_rabat(ends_at)})


def lead(desk, language="en"):
    page = desk.get(f"/{language}/").content.decode()
    return page[page.index('<article class="lead') : page.index("</article>")]


def test_a_pinned_story_leads_the_front_page_of_its_language_only(desk):
    english = make_edition(title="Old but great")
    arabic = make_edition(english.article, "ar", follows=english.live_revision, title="خبر قديم")
    make_edition(title="Newest one")
    make_edition(language="ar", title="أحدث خبر")

    pin(desk, english)

    assert "Old but great" in lead(desk)
    assert "أحدث خبر" in lead(desk, "ar")
    assert arabic.title not in lead(desk, "ar")


def test_a_pin_ends_at_its_time(desk):
    edition = make_edition(title="Old but great")
    make_edition(title="Newest one")
    pin(desk, edition)

    LeadPin.objects.update(ends_at=timezone.now())

    assert "Newest one" in lead(desk)


def test_a_pinned_story_that_is_withdrawn_or_expired_gives_way_to_the_newest(desk):
    edition = make_edition(title="Old but great")
    make_edition(title="Newest one")
    pin(desk, edition)

    type(edition).objects.filter(pk=edition.pk).update(expires_at=timezone.now())
    expired = lead(desk)
    type(edition).objects.filter(pk=edition.pk).update(expires_at=None)
    edition.withdraw()

    assert "Newest one" in expired
    assert "Newest one" in lead(desk)
    assert "Old but great" not in desk.get("/en/").content.decode()


def test_a_new_pin_takes_the_place_of_the_one_before(desk):
    first, second = make_edition(title="First"), make_edition(title="Second")
    make_edition(title="Newest one")

    pin(desk, first)
    pin(desk, second)

    assert "Second" in lead(desk)
    assert LeadPin.objects.count() == 1


def test_a_pinned_story_stands_only_once_at_the_front(desk):
    edition = make_edition(title="Old but great")
    make_edition(title="Newest one")

    pin(desk, edition)

    page = desk.get("/en/").content.decode()
    assert page.count("Old but great") == 1
    assert page.count("Newest one") == 1


def test_unpinning_lets_the_newest_lead_again(desk):
    edition = make_edition(title="Old but great")
    make_edition(title="Newest one")
    pin(desk, edition)

    desk.post(act(edition, "unpin"))

    assert "Newest one" in lead(desk)


@pytest.mark.parametrize("moment", ["", "2020-01-01T09:00", "2999-01-01T09:00", "tomorrow"])
def test_a_pin_needs_a_time_to_come_within_a_year(desk, moment):
    answer = desk.post(act(make_edition(), "pin"), {"ends_at": moment})

    assert answer.status_code == 422
    assert not LeadPin.objects.exists()


def test_a_text_that_is_not_public_cannot_be_pinned(desk):
    answer = pin(desk, make_draft())

    assert "This can’t be done any more" in said(answer)
    assert not LeadPin.objects.exists()


@pytest.mark.parametrize("name", ["pin", "unpin"])
def test_pinning_takes_the_right_to_publish_in_that_language(client, name):
    client.force_login(staff_with("publish_ar", "write_en"))

    answer = client.post(act(make_edition(), name))

    assert answer.status_code == 403


def test_pinning_and_unpinning_are_logged(desk):
    edition = make_edition()

    pin(desk, edition)
    desk.post(act(edition, "unpin"))

    messages = " ".join(LogEntry.objects.values_list("change_message", flat=True))
    assert "pinned to the top of the front page until" in messages
    assert "no longer pinned" in messages


def test_the_form_offers_to_pin_what_is_public_and_says_what_is_pinned(desk):
    edition = make_edition()

    before = desk.get(change_address(edition.article)).content.decode()
    pin(desk, edition)
    after = desk.get(change_address(edition.article)).content.decode()

    assert act(edition, "pin") in before
    assert act(edition, "unpin") not in before
    assert act(edition, "unpin") in after
