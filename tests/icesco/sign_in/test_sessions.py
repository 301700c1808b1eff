"""A session is new at sign-in, ends unused after two hours and anyhow after twelve, and with the password."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from icesco.sign_in.middleware import SEEN_AT, SIGNED_IN_AT
from tests.factories import make_draft, make_user
from tests.signing_in import sign_in

from .doors import PASSWORD, is_in, knock

pytestmark = pytest.mark.django_db


def age(client, key, **ago):
    """Let the session have begun, or been used, so long ago."""
    session = client.session
    session[key] -= int(timedelta(**ago).total_seconds())
    session.save()


def test_the_session_key_is_a_new_one_after_signing_in(client):
    make_user(username="huda")
    session = client.session
    session["planted"] = "by somebody else"
    session.save()
    before = session.session_key

    knock(client, "huda")

    assert client.session.session_key != before
    assert not is_in(Client(headers={"cookie": f"sessionid={before}"}))


def test_a_session_that_nobody_uses_ends(client):
    client.force_login(make_user())
    age(client, SEEN_AT, hours=1, minutes=59)
    assert is_in(client)

    age(client, SEEN_AT, hours=2)

    answer = client.get("/admin/news/article/")
    assert answer.url == "/admin/login/?next=/admin/news/article/"
    client.cookies["icesco_admin_language"] = "en"
    assert "Your session has ended" in client.get(answer.url).content.decode()


def test_a_session_ends_after_twelve_hours_however_much_it_is_used(client):
    client.force_login(make_user())
    age(client, SIGNED_IN_AT, hours=12)

    assert not is_in(client)


def tell(client, article, **typed):
    return client.post(reverse("admin:news_text_at_work", args=[article.pk, "en"]), typed)


def test_a_page_left_open_keeps_no_session_alive_but_typing_does(client):
    article = make_draft().article
    client.force_login(make_user())
    age(client, SEEN_AT, hours=1)
    seen = client.session[SEEN_AT]

    assert tell(client, article).status_code == 200
    assert client.session[SEEN_AT] == seen

    words = {"draft_title": "Typed", "draft_summary": "", "draft_body": ""}
    assert tell(client, article, **words).status_code == 200
    assert client.session[SEEN_AT] > seen


def test_what_was_typed_when_the_session_ended_is_offered_after_signing_in_again(client):
    article = make_draft().article
    make_user(username="huda")
    knock(client, "huda")
    client.cookies["icesco_admin_language"] = "en"
    tell(client, article, draft_title="Typed and not saved", draft_summary="", draft_body="<p>Words</p>")
    age(client, SEEN_AT, hours=3)
    form = reverse("admin:news_article_change", args=[article.pk])
    assert tell(client, article, draft_title="Later", draft_summary="", draft_body="").status_code == 302
    assert client.post(form, {}).url == f"/admin/login/?next={form}"

    answer = knock(client, "huda", next_page=form)

    assert answer.url == form
    assert "Take it up again" in client.get(form).content.decode()
    assert "Typed and not saved" in client.get(form, {"typed": "en"}).content.decode()


def test_a_new_password_signs_out_everywhere_else(client):
    user = make_user(username="huda")
    elsewhere = Client()
    knock(elsewhere, "huda")
    knock(client, "huda")
    new = "another long password"
    data = {"old_password": PASSWORD, "new_password1": new, "new_password2": new}

    assert client.post(reverse("admin:password_change"), data).status_code == 302

    user.refresh_from_db()
    assert user.check_password(new)
    assert is_in(client)
    assert not is_in(elsewhere)


def test_who_is_no_longer_staff_is_signed_out_and_not_sent_in_circles(client):
    user = make_user()
    client.force_login(user)
    user.is_staff = False
    user.save()

    answer = client.get("/admin/", follow=True)

    assert answer.status_code == 200
    assert answer.redirect_chain == [("/admin/login/?next=/admin/", 302)]


def test_public_pages_read_no_session(client, django_assert_num_queries):
    sign_in(client, make_user())

    with django_assert_num_queries(0):
        answer = client.get("/healthz")

    assert "Cookie" not in answer.headers.get("Vary", "")
    assert not client.get("/en/").cookies
