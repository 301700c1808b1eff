"""What people type and what opens doors is in no line of the log, whatever becomes of it."""

import logging
from datetime import timedelta

import pytest
from django.test import Client

from news.models import Preview
from tests.factories import make_draft, make_user
from tests.icesco.sign_in.doors import PASSWORD, give_app, knock
from tests.icesco.watching.lines import TextLines, written_lines
from tests.signing_in import sign_in

pytestmark = pytest.mark.django_db

MARK = "Zq7secret"
NAME, WRONG, NEW = f"{MARK}name", f"{MARK} wrong password", f"{MARK} new password"
APP, ADMIN = "/admin/account/app/activate/", "/admin/account/second-factor/authenticate/"
OWN = {"sec-fetch-site": "same-origin"}


@pytest.fixture(autouse=True)
def everything_is_written():
    """Loggers write all they have, but for the database's own, which show every query to who debugs."""
    root, quiet = logging.getLogger(), logging.getLogger("django.db.backends")
    before = root.level, quiet.level
    root.setLevel(logging.DEBUG)
    quiet.setLevel(logging.WARNING)
    yield
    root.setLevel(before[0])
    quiet.setLevel(before[1])


@pytest.fixture
def told():
    """A function that returns all that was written, as one text, and holds that it is so many lines at least."""

    def all_of_it(least):
        found = lines()
        assert len(found) >= least
        return "\n".join(found)

    with written_lines(TextLines, logger="") as lines:
        yield all_of_it


def test_names_and_passwords_typed_at_the_door(client, told):
    user = make_user()

    for name, password in [(NAME, WRONG), (user.username, WRONG), (WRONG, NAME), (user.username, PASSWORD)]:
        knock(client, name, password)
    Client(enforce_csrf_checks=True).post("/admin/login/", {"login": NAME, "password": WRONG})

    text = told(3)
    assert MARK not in text
    assert PASSWORD not in text


def test_passwords_that_are_changed_repeated_or_given_to_others(client, told):
    user = make_user()
    sign_in(client, user)

    client.post("/admin/password_change/", {"old_password": WRONG, "new_password1": NEW, "new_password2": NEW})
    client.post("/admin/account/confirm/", {"password": WRONG})
    client.post("/admin/auth/user/add/", {"username": NAME, "password1": NEW, "password2": WRONG, "usable_password": 1})
    done = client.post(
        "/admin/password_change/", {"old_password": PASSWORD, "new_password1": NEW, "new_password2": NEW}
    )
    knock(client, NAME, NEW)

    assert done.headers["Location"] == "/admin/password_change/done/"
    text = told(1)
    assert MARK not in text
    assert PASSWORD not in text


def test_codes_and_secrets_of_second_factors(client, told):
    user = make_user()
    secret = give_app(user)
    knock(client, user.username)
    for code in ("135797", f"{MARK}code"):
        client.post(ADMIN, {"code": code})
    sign_in(client, make_user())
    client.post(APP, {"code": "135797"})
    shown = client.session.get("mfa.totp.secret", "")

    text = told(1)
    assert MARK not in text
    assert "135797" not in text
    assert secret not in text
    assert not shown or shown not in text


def test_the_key_of_a_preview_and_of_a_session(client, told):
    _preview, token = Preview.make(make_draft().newest_revision, timedelta(days=1))
    client.get(f"/en/preview/{token}/")
    client.get(f"/en/preview/{token}/{MARK}")
    client.post(f"/en/preview/{token}/")
    Preview.objects.all().revoke()
    client.get(f"/en/preview/{token}/?{MARK}")
    sign_in(client, make_user())
    key = client.session.session_key
    client.get("/admin/nothing/", headers={"authorization": f"Bearer {MARK}", "x-api-key": MARK, "referer": f"/{MARK}"})
    client.cookies["csrftoken"] = MARK * 4
    client.post("/admin/login/", {"csrfmiddlewaretoken": MARK * 4})

    text = told(4)
    assert token not in text
    assert key not in text
    assert MARK not in text.replace(f"/{MARK}", "")


def test_what_visitors_write_and_search_for(client, told):
    for data in ({"score": "4", "comment": MARK, "page": "/en/"}, {"score": MARK, "comment": MARK, "page": f"/{MARK}"}):
        client.post("/en/feedback/", data, headers=OWN)
        client.post("/en/feedback/", data)
    client.get("/en/search/", {"q": MARK})
    client.get("/en/news/", {"year": MARK})
    client.get("/api/v1/editions/", {"language": MARK})
    client.get("/oembed", {"url": MARK})

    assert MARK not in told(4)


def test_what_a_failure_was_about(told, monkeypatch):
    def fail(language):
        words = MARK
        raise ValueError(f"{words} is not a number")

    monkeypatch.setattr("icesco.views.front_page", fail)
    Client(raise_request_exception=False).post("/en/", {"password": MARK})
    Client(raise_request_exception=False).get("/en/", {"q": MARK}, headers={"cookie": f"sessionid={MARK}"})

    text = told(2)
    assert "ValueError" in text
    assert MARK not in text
