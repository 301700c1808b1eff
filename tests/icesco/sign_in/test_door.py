"""The door of the newsroom: who gets in, and that it tells nobody which names exist."""

import logging
import re

import pytest
from django.contrib.auth.hashers import MD5PasswordHasher
from django.urls import NoReverseMatch, reverse

from tests.factories import make_user

from .doors import DOOR, PASSWORD, is_in, knock

pytestmark = pytest.mark.django_db


def test_a_member_of_staff_gets_in_and_to_where_they_wanted(client):
    make_user(username="huda")

    answer = knock(client, "huda", next_page="/admin/news/article/")

    assert (answer.status_code, answer.url) == (302, "/admin/news/article/")
    assert is_in(client)


def test_a_name_typed_with_wide_letters_is_the_account_it_means(client):
    make_user(username="huda")

    knock(client, "ｈｕｄａ")

    assert is_in(client)


def test_nobody_is_led_to_another_site(client):
    make_user(username="huda")

    answer = knock(client, "huda", next_page="https://evil.example/admin/")

    assert answer.url == "/admin/"


def test_who_is_not_signed_in_comes_to_the_door_and_back(client):
    answer = client.get("/admin/news/article/")

    assert answer.url == f"{DOOR}?next=/admin/news/article/"


@pytest.mark.parametrize(("language", "direction"), [("ar", "rtl"), ("en", "ltr"), ("fr", "ltr")])
def test_the_door_speaks_the_language_chosen_at_it(client, language, direction):
    client.cookies["icesco_admin_language"] = language

    answer = client.get(DOOR)

    page = answer.content.decode()
    assert f'<html lang="{language}" dir="{direction}"' in page
    assert 'name="language"' in page
    assert "no-store" in answer.headers["Cache-Control"]


STRANGERS = {
    "unknown": None,
    "wrong password": {},
    "closed": {"is_active": False},
    "not staff": {"is_staff": False},
    "without password": {"has_password": False},
}


def make_stranger(name):
    """Somebody who is not let in; returns the password to try."""
    changes = STRANGERS[name]
    if changes is None:
        return PASSWORD
    has_password = changes.get("has_password", True)
    user = make_user(username="huda", **{k: v for k, v in changes.items() if k != "has_password"})
    if not has_password:
        user.set_unusable_password()
        user.save()
    return "not the password" if name == "wrong password" else PASSWORD


def refusal(client, monkeypatch, stranger):
    """(status, page without tokens, how often a password was hashed) for one who is not let in."""
    password, hashed = make_stranger(stranger), []
    encode = MD5PasswordHasher.encode

    def counted(self, *args):
        hashed.append(1)
        return encode(self, *args)

    with monkeypatch.context() as patch:
        patch.setattr(MD5PasswordHasher, "encode", counted)
        answer = knock(client, "huda", password)
    page = re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", answer.content.decode())
    return answer.status_code, page, len(hashed)


@pytest.mark.parametrize("stranger", sorted(set(STRANGERS) - {"unknown"}))
def test_who_is_refused_can_not_tell_why(client, monkeypatch, stranger):
    unknown = refusal(client, monkeypatch, "unknown")

    known = refusal(client, monkeypatch, stranger)

    assert known == unknown
    assert known[2] == 1
    assert not is_in(client)


def test_a_refusal_is_logged_by_number_and_never_with_what_was_typed(client, caplog):
    user = make_user(username="huda")

    with caplog.at_level(logging.INFO):
        knock(client, "huda", "hunter2 hunter2")
        knock(client, "my-password-in-the-wrong-field", "x")

    ours = [record.getMessage() for record in caplog.records if record.name == "icesco.sign_in"]
    assert ours == [
        f"Sign-in refused: wrong name or password (user {user.pk})",
        "Sign-in refused: wrong name or password (user unknown)",
    ]
    assert "hunter2" not in caplog.text
    assert "my-password" not in caplog.text


@pytest.mark.parametrize("name", ["account_signup", "account_email", "account_reset_password", "account_inactive"])
def test_what_staff_need_not_is_not_there(name):
    with pytest.raises(NoReverseMatch):
        reverse(name)


def test_secrets_of_factors_are_no_page_of_the_admin(client):
    client.force_login(make_user())

    assert client.get("/admin/mfa/authenticator/").status_code == 404
    assert client.get("/admin/account/emailaddress/").status_code == 404


def test_the_pages_of_the_sign_in_hold_no_inline_script_style_or_handler(client):
    from tests.signing_in import sign_in

    pages = [client.get(DOOR).content.decode()]
    sign_in(client, make_user())
    for name in ("mfa_index", "mfa_activate_totp", "mfa_add_webauthn", "mfa_list_webauthn", "account_reauthenticate"):
        answer = client.get(reverse(name))
        assert answer.status_code == 200, name
        pages.append(answer.content.decode())

    for page in pages:
        assert re.findall(r"<script(?![^>]*\bsrc=)(?![^>]*type=\"application/json\")[^>]*>", page) == []
        assert not re.search(r"<[a-z][^>]*\s(style|on[a-z]+)=", page)
