"""Accounts are changed only by who gave a password or a factor within the last quarter of an hour."""

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse

from tests.factories import make_user
from tests.signing_in import prove, sign_in

from .doors import PASSWORD

pytestmark = pytest.mark.django_db
OLD = 16 * 60


@pytest.fixture
def colleague():
    return make_user(username="leila", is_superuser=False)


def form_of(user):
    return reverse("admin:auth_user_change", args=[user.pk])


def changed(**changes):
    return {"username": "leila", "first_name": "Leïla", "last_name": "", "email": "", "is_active": "on", **changes}


def test_signing_in_is_proof_enough_for_a_quarter_of_an_hour(client, colleague):
    sign_in(client, make_user())
    assert client.get(form_of(colleague)).status_code == 200

    prove(client, ["password"], OLD)

    assert (
        client.get(form_of(colleague)).url == f"/admin/account/confirm/?next={form_of(colleague).replace('/', '%2F')}"
    )


def test_nothing_is_written_before_the_proof_and_what_was_typed_is_saved_after_it(client, colleague):
    sign_in(client, make_user(), seconds_ago=OLD)

    asked = client.post(form_of(colleague), changed())

    assert asked.url.startswith("/admin/account/confirm/")
    colleague.refresh_from_db()
    assert colleague.first_name == ""

    client.post(asked.url, {"password": PASSWORD, "next": form_of(colleague)})

    colleague.refresh_from_db()
    assert colleague.first_name == "Leïla"


def test_where_what_was_typed_can_not_wait_the_person_is_told(client, colleague):
    sign_in(client, make_user(), seconds_ago=OLD)
    client.cookies["icesco_admin_language"] = "en"

    asked = client.post(f"{form_of(colleague)}?_changelist_filters=is_staff", changed())

    assert "Nothing was saved yet" in client.get(asked.url).content.decode()
    client.post(asked.url, {"password": PASSWORD, "next": form_of(colleague)})
    colleague.refresh_from_db()
    assert colleague.first_name == ""


def test_a_wrong_password_proves_nothing(client, colleague):
    sign_in(client, make_user(), seconds_ago=OLD)
    asked = client.post(form_of(colleague), changed())

    answer = client.post(asked.url, {"password": "wrong", "next": form_of(colleague)})

    assert answer.status_code == 200
    colleague.refresh_from_db()
    assert colleague.first_name == ""


@pytest.mark.parametrize(
    ("name", "has_key"), [("admin:auth_user_add", False), ("admin:auth_user_password_change", True)]
)
def test_a_password_typed_for_somebody_is_refused_and_kept_nowhere(client, colleague, name, has_key):
    sign_in(client, make_user(), seconds_ago=OLD)
    secret = "a password for leila"
    data = {"username": "new", "password1": secret, "password2": secret, "usable_password": "true"}

    answer = client.post(reverse(name, args=[colleague.pk] if has_key else []), data)

    assert answer.url.startswith("/admin/account/confirm/")
    assert secret not in str(client.session.items())
    colleague.refresh_from_db()
    assert colleague.check_password(PASSWORD)
    assert not get_user_model().objects.filter(username="new").exists()


def test_the_own_password_is_changed_only_after_a_proof(client):
    user = make_user()
    sign_in(client, user, seconds_ago=OLD)
    new = "another long password"

    answer = client.post(
        reverse("admin:password_change"), {"old_password": PASSWORD, "new_password1": new, "new_password2": new}
    )

    assert answer.url.startswith("/admin/account/confirm/")
    user.refresh_from_db()
    assert user.check_password(PASSWORD)


def test_who_may_not_change_accounts_is_refused_and_not_asked(client, colleague):
    sign_in(client, make_user(is_superuser=False), seconds_ago=OLD)

    assert client.get(form_of(colleague)).status_code == 403


def test_guesses_at_the_password_of_an_open_session_are_limited(client, colleague):
    sign_in(client, make_user(), seconds_ago=OLD)
    address = reverse("account_reauthenticate")
    for _ in range(5):
        client.post(address, {"password": "wrong"})

    client.post(address, {"password": PASSWORD})

    assert client.get(form_of(colleague)).status_code == 302
