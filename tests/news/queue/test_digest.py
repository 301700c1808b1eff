"""The daily mail: what waits for one person, in their language, once a day."""

from datetime import timedelta

import pytest
from django.core import mail
from django.core.management import CommandError, call_command
from django.urls import reverse
from django.utils import timezone

from news.models import DeskPreference, WorkItem
from news.queue.digest import send_digests
from tests.factories import make_edition, make_user, update_edition

pytestmark = pytest.mark.django_db


def make_reader(language="en", **changes):
    """A member of staff with every right and an address."""
    user = make_user(email="staff@example.org", **changes)
    DeskPreference.objects.create(user=user, language=language)
    return user


def test_the_mail_says_what_is_overdue_assigned_new_and_behind(settings):
    settings.SITE_ORIGIN = "https://news.example.org"
    user = make_reader()
    now, today = timezone.now(), timezone.localdate()
    late, mine, new = (make_edition(title=title).article for title in ("Late", "Mine", "New"))
    WorkItem.objects.get(article=late, language="fr").assign(user, by=user, due_on=today - timedelta(days=1))
    WorkItem.objects.get(article=mine, language="fr").claim(user)
    english = make_edition(title="Old", now=now - timedelta(days=9))
    make_edition(english.article, "ar", follows=english.live_revision, title="قديم", now=now - timedelta(days=9))
    english.publish(update_edition(english, publish=False, title="Changed"), now=now - timedelta(days=8))

    assert send_digests(now) == (1, 0)

    (message,) = mail.outbox
    assert message.subject == "ICESCO newsroom: 8 texts wait for you"
    text = message.body
    order = [text.index(words) for words in ("Overdue", "Late", "Assigned to you", "Mine", "New since", "Translations")]
    assert order == sorted(order)
    assert "\u2068قديم\u2069" in text
    assert f"https://news.example.org{reverse('admin:news_article_change', args=[new.pk])}#ar" in text
    assert message.extra_headers["Auto-Submitted"] == "auto-generated"


def test_an_arabic_mail_is_arabic_and_runs_from_the_right():
    make_reader("ar")
    make_edition(title="Forum")

    send_digests()

    (message,) = mail.outbox
    ((html, kind),) = message.alternatives
    assert kind == "text/html"
    assert '<html lang="ar" dir="rtl">' in html
    assert '<bdi lang="en" dir="ltr">Forum</bdi>' in html
    lines = [line for line in message.body.split("\n") if line]
    assert all(line.startswith(("\u200f", "http")) for line in lines)


def test_nobody_gets_two_mails_a_day_and_the_next_day_brings_another():
    make_reader()
    now, tomorrow = timezone.now(), timezone.now() + timedelta(days=1)
    for day in (now, tomorrow):
        make_edition(now=day - timedelta(hours=1))

    sent = [send_digests(at)[0] for at in (now, now, tomorrow, tomorrow + timedelta(days=2))]

    assert sent == [1, 0, 1, 0]  # on the last day nothing is new


def test_those_who_asked_for_none_or_for_whom_nothing_waits_get_none():
    make_user(email="", username="without-address")
    make_user(email="a@example.org", is_active=False)
    make_user(email="b@example.org", is_staff=False)
    make_user(email="c@example.org", is_superuser=False)  # no right, so nothing waits
    DeskPreference.objects.update_or_create(user=make_reader(), defaults={"wants_digest": False})
    make_edition()

    assert send_digests() == (0, 0)
    assert mail.outbox == []


def test_whoever_never_chose_is_written_to_in_their_one_language():
    from tests.news.admin.test_queue import make_staff

    user = make_staff("write_fr", email="fr@example.org")
    make_edition()

    send_digests()

    assert DeskPreference.objects.get(user=user).language == "fr"
    assert mail.outbox[0].extra_headers["Content-Language"] == "fr"


def test_an_address_that_fails_stops_no_other_and_is_tried_again(monkeypatch):
    failing, fine = make_reader(username="failing"), make_user(email="fine@example.org")
    make_edition()
    send = mail.EmailMultiAlternatives.send

    def send_or_fail(message, *args, **kwargs):
        if message.to == [failing.email]:
            raise OSError("The server does not know this address.")
        return send(message, *args, **kwargs)

    monkeypatch.setattr(mail.EmailMultiAlternatives, "send", send_or_fail)
    with pytest.raises(CommandError, match="1 mail"):
        call_command("send_digests")
    first = [message.to for message in mail.outbox]
    monkeypatch.undo()
    call_command("send_digests")

    assert first == [[fine.email]]
    assert [message.to for message in mail.outbox] == [[fine.email], [failing.email]]


def test_an_address_with_a_line_break_sends_no_other_headers():
    user = make_reader()
    type(user).objects.filter(pk=user.pk).update(email="a@example.org\nBcc: b@example.org")
    make_edition()

    assert send_digests() == (0, 1)
    assert mail.outbox == []
