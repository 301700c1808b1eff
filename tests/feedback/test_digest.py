"""The weekly mail: to who asked for it, in their language, once a week."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core import mail
from django.urls import reverse

from feedback.digest import send_due
from feedback.models import DigestSubscription
from tests.feedback.analysts import sign_in
from tests.feedback.ratings import make_ratings

pytestmark = pytest.mark.django_db
TUESDAY = datetime(2026, 3, 17, 8, tzinfo=UTC)  # the week before holds 9 March


@pytest.fixture
def analyst(client):
    user = sign_in(client, "view_dashboard")
    user.email = "analyst@example.org"
    user.save()
    return user


def wish(client, **data):
    return client.post(reverse("admin:feedback_rating_digest"), data, follow=True).content.decode()


def test_who_asks_for_it_gets_last_weeks_figures_once(client, analyst):
    make_ratings(*[5] * 30, *[1] * 10)
    wish(client)

    assert send_due(TUESDAY) == (1, 0)
    assert send_due(TUESDAY + timedelta(days=3)) == (0, 0)
    assert send_due(TUESDAY + timedelta(days=7)) == (1, 0)

    first = mail.outbox[0]
    assert first.to == ["analyst@example.org"]
    assert "40 answers." in first.body
    assert "75.0%" in first.body
    assert "/admin/feedback/rating/dashboard/?start=2026-03-09&end=2026-03-15" in first.body


def test_the_mail_is_in_the_language_of_the_interface_in_which_it_was_asked_for(client, analyst):
    DigestSubscription.objects.create(user=analyst, language="ar")
    make_ratings(*[5] * 30)

    send_due(TUESDAY)

    assert "30 إجابة" in mail.outbox[0].body


def test_it_is_ended_where_it_was_begun(client, analyst):
    wish(client)
    assert "End it" in client.get(reverse("admin:feedback_rating_dashboard")).content.decode()

    wish(client, end="1")

    assert send_due(TUESDAY) == (0, 0)


def test_who_has_no_address_is_told(client):
    sign_in(client, "view_dashboard")

    assert "There is no e-mail address in your account." in wish(client)
    assert not DigestSubscription.objects.exists()


def test_who_lost_the_right_gets_no_figures(client, analyst):
    wish(client)
    analyst.user_permissions.clear()

    assert send_due(TUESDAY) == (0, 0)


def test_few_answers_are_counted_and_not_shown_as_figures(client, analyst):
    make_ratings(1, 2)
    wish(client)

    send_due(TUESDAY)

    assert "2 answers." in mail.outbox[0].body
    assert "%" not in mail.outbox[0].body.split("http")[0]


def test_a_mail_that_fails_is_tried_again(client, analyst, monkeypatch):
    wish(client)
    with monkeypatch.context() as broken:
        broken.setattr("django.core.mail.EmailMessage.send", lambda *_: (_ for _ in ()).throw(OSError("away")))
        assert send_due(TUESDAY) == (0, 1)

    assert send_due(TUESDAY) == (1, 0)
