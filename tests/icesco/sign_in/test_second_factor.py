"""Whoever publishes or manages accounts has a second factor where the profile asks for it, and gives it each time."""

import logging
import os
import re
import subprocess
import sys

import pytest
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib.auth.models import Group
from django.core.management import CommandError, call_command
from django.urls import reverse

from icesco.sign_in.proof import has_power
from scripts.test import PRODUCTION
from tests.factories import make_user
from tests.icesco.roles.world import roles  # noqa: F401  (a fixture)
from tests.signing_in import sign_in

from .doors import PASSWORD, code_of, factors_of, give_app, is_in, knock

pytestmark = pytest.mark.django_db
AUTHENTICATE = "/admin/account/second-factor/authenticate/"


@pytest.fixture
def _required(settings):
    settings.SECOND_FACTOR = "required"


def with_role(name):
    user = make_user(is_superuser=False)
    user.groups.add(Group.objects.get(name=name))
    return user


@pytest.mark.usefixtures("roles")
def test_publishers_and_administrators_have_power_and_nobody_else():
    from icesco.roles import ROLES

    powerful = {name for name in ROLES if has_power(with_role(name))}

    assert powerful == {"publisher_ar", "publisher_en", "publisher_fr", "administrator"}
    assert has_power(make_user())
    assert not has_power(make_user(is_superuser=False))


@pytest.mark.usefixtures("_required", "roles")
@pytest.mark.parametrize("path", ["/admin/", "/admin/news/article/", "/admin/auth/user/", "/admin/password_change/"])
def test_a_publisher_without_a_factor_gets_no_further_than_setting_one_up(client, path):
    sign_in(client, with_role("publisher_ar"))

    for answer in (client.get(path), client.post(path, {})):
        assert (answer.status_code, answer.url) == (302, reverse("mfa_index"))
    assert client.get(reverse("mfa_index")).status_code == 200
    assert client.get(reverse("mfa_activate_totp")).status_code == 200
    assert client.post("/admin/logout/").status_code == 200


@pytest.mark.usefixtures("_required", "roles")
def test_a_translator_needs_none(client):
    sign_in(client, with_role("translator_fr"))

    assert is_in(client)


@pytest.mark.parametrize(("profile", "meaning"), [("production", "required"), ("embedded", "optional")])
def test_production_asks_for_a_second_factor_and_the_demo_does_not(profile, meaning):
    environment = {**os.environ, **PRODUCTION, "ICESCO_PROFILE": profile}
    command = [sys.executable, "-c", "from icesco import settings; print(settings.SECOND_FACTOR)"]

    told = subprocess.run(command, env=environment, cwd=settings.BASE_DIR, capture_output=True, text=True)

    assert told.stdout.strip() == meaning


@pytest.mark.usefixtures("roles")
def test_where_it_is_optional_administrators_read_that_it_is_off(client, settings):
    words = "The second factor is off in this profile"
    sign_in(client, with_role("administrator"))
    client.cookies["icesco_admin_language"] = "en"
    assert words in client.get("/admin/").content.decode()

    settings.SECOND_FACTOR = "required"
    give_app(make_user())
    sign_in(client, with_role("translator_fr"))
    assert words not in client.get("/admin/").content.decode()


@pytest.mark.usefixtures("_required")
@pytest.mark.django_db(transaction=True)  # a new factor is noted once it is committed
def test_enrolment_follows_the_first_sign_in_at_once(client):
    user = make_user(username="huda")
    knock(client, "huda")

    page = client.get(reverse("mfa_activate_totp")).content.decode()
    secret = re.search(r'id="authenticator_secret">(\w+)<', page)[1]
    answer = client.post(reverse("mfa_activate_totp"), {"code": code_of(secret)})

    assert answer.url == reverse("mfa_view_recovery_codes")
    assert factors_of(user) == ["recovery_codes", "totp"]
    assert len(re.findall(r"<li>\d{8}</li>", client.get(answer.url).content.decode())) == 10
    assert is_in(client)


def test_the_second_step_asks_for_the_code_and_leads_on(client):
    secret = give_app(make_user(username="huda"))

    first = knock(client, "huda", next_page="/admin/news/article/")
    assert (first.url, is_in(client)) == (AUTHENTICATE, False)
    second = client.post(AUTHENTICATE, {"code": code_of(secret)})

    assert second.url == "/admin/news/article/"
    assert is_in(client)


def test_a_code_opens_once(client):
    secret = give_app(make_user(username="huda"))
    code = code_of(secret)
    knock(client, "huda")
    client.post(AUTHENTICATE, {"code": code})
    client.post("/admin/logout/")

    knock(client, "huda")
    answer = client.post(AUTHENTICATE, {"code": code})

    assert answer.status_code == 200
    assert not is_in(client)


def test_codes_can_not_be_guessed_even_with_the_right_one_at_last(client, caplog):
    user = make_user(username="huda")
    secret = give_app(user)
    knock(client, "huda")
    with caplog.at_level(logging.INFO):
        for number in range(5):
            client.post(AUTHENTICATE, {"code": f"00000{number}"})

        client.post(AUTHENTICATE, {"code": code_of(secret)})

    assert not is_in(client)
    assert caplog.text.count(f"Second factor refused (user {user.pk})") == 6
    assert code_of(secret) not in caplog.text


def test_a_recovery_code_opens_once(client):
    from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes

    user = make_user(username="huda")
    give_app(user)
    code = RecoveryCodes.activate(user).generate_codes()[0]
    knock(client, "huda")
    client.post(AUTHENTICATE, {"code": code})
    assert is_in(client)
    client.post("/admin/logout/")

    knock(client, "huda")
    client.post(AUTHENTICATE, {"code": code})

    assert not is_in(client)


def test_a_session_from_before_the_factor_is_asked_for_it(client):
    user = make_user()
    sign_in(client, user)
    secret = give_app(user)

    answer = client.get("/admin/news/article/")
    assert answer.url == "/admin/account/confirm/code/?next=%2Fadmin%2Fnews%2Farticle%2F"
    assert client.get(reverse("mfa_deactivate_totp")).url.startswith("/admin/account/confirm/code/")
    answer = client.post(answer.url, {"code": code_of(secret), "next": "/admin/news/article/"})

    assert answer.url == "/admin/news/article/"
    assert is_in(client)


@pytest.mark.usefixtures("_required")
def test_who_takes_the_last_factor_away_sets_up_another_before_anything_else(client):
    user = make_user()
    give_app(user)
    sign_in(client, user, ["password", "mfa"])
    assert is_in(client)

    client.post(reverse("mfa_deactivate_totp"))

    assert factors_of(user) == []
    assert client.get("/admin/").url == reverse("mfa_index")


def test_factors_change_only_just_after_a_proof(client):
    user = make_user()
    give_app(user)
    sign_in(client, user, ["password", "mfa"], seconds_ago=16 * 60)

    answer = client.post(reverse("mfa_deactivate_totp"))

    assert answer.url.startswith("/admin/account/confirm/")
    assert factors_of(user) == ["totp"]


def test_a_dump_of_the_database_opens_no_factor():
    user = make_user()
    secret = give_app(user)

    kept = Authenticator.objects.get(user=user)

    assert secret not in str(kept.data)
    assert kept.wrap().validate_code(code_of(secret))


def test_with_another_key_a_factor_fits_no_code(settings):
    user = make_user()
    secret = give_app(user)

    settings.SECRET_KEY = "another key, of at least fifty characters, as the rules ask"

    factor = Authenticator.objects.get(user=user).wrap()
    assert not factor.validate_code(code_of(secret))
    settings.SECRET_KEY_FALLBACKS = [PASSWORD]
    assert not factor.validate_code(code_of(""))


def test_a_key_that_was_replaced_still_reads_old_factors(settings):
    user = make_user()
    secret = give_app(user)

    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = "another key, of at least fifty characters, as the rules ask"

    assert Authenticator.objects.get(user=user).wrap().validate_code(code_of(secret))


def test_an_operator_resets_a_lost_factor_and_ends_the_sessions(client, caplog, capsys):
    user = make_user(username="huda")
    give_app(user)
    sign_in(client, user, ["password", "mfa"])

    with caplog.at_level(logging.INFO):
        call_command("reset_second_factor", "huda")

    assert factors_of(user) == []
    assert not is_in(client)
    assert f"Second factor reset by an operator (user {user.pk})" in caplog.text
    assert "1 factor(s) removed, 1 session(s) ended" in capsys.readouterr().out


def test_resetting_names_an_account_that_is_not_there():
    with pytest.raises(CommandError, match="no account named nobody"):
        call_command("reset_second_factor", "nobody")


def test_who_was_closed_is_not_let_in_by_a_passkey(rf):
    from django.contrib.sessions.backends.db import SessionStore

    from icesco.sign_in.adapters import StaffAdapter

    request = rf.get("/")
    request.session = SessionStore()
    for changes in ({"is_active": False}, {"is_staff": False}):
        answer = StaffAdapter(request).pre_login(
            request,
            make_user(**changes),
            email_verification="none",
            signal_kwargs=None,
            email=None,
            signup=False,
            redirect_url=None,
        )
        assert answer.url == "/admin/login/"
