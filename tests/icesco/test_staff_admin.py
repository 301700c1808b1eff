"""Administrators alone decide who signs in, and in which roles; nobody locks themselves out or climbs higher."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.urls import reverse

from icesco.roles import ROLES
from tests.factories import make_user
from tests.signing_in import sign_in

from .roles.world import roles  # noqa: F401  (a fixture)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("roles")]


@pytest.fixture
def administrator(client):
    user = make_user(is_superuser=False, username="chief")
    user.groups.add(Group.objects.get(name="administrator"))
    sign_in(client, user)
    client.cookies["icesco_admin_language"] = "en"
    return user


def change(client, user, **changes):
    """Save the form of `user` with `changes`; the answer."""
    address = reverse("admin:auth_user_change", args=[user.pk])
    data = {
        "username": user.username,
        "first_name": "",
        "last_name": "",
        "email": "",
        "is_active": "on",
        "is_staff": "on",
        "groups": list(user.groups.values_list("pk", flat=True)),
        **changes,
    }
    return client.post(address, {name: value for name, value in data.items() if value is not None})


def test_an_administrator_makes_an_account_with_a_role(client, administrator):
    role = Group.objects.get(name="translator_fr")
    password = {"password1": "a long new password", "password2": "a long new password", "usable_password": "true"}

    client.post(
        reverse("admin:auth_user_add"), {"username": "claire", "is_staff": "on", "groups": [role.pk], **password}
    )

    claire = get_user_model().objects.get(username="claire")
    assert claire.has_perm("news.write_fr")
    assert not claire.has_perm("news.write_en")


def test_roles_are_told_in_the_language_of_the_interface(client, administrator):
    client.cookies["icesco_admin_language"] = "fr"

    page = client.get(reverse("admin:auth_user_add")).content.decode()

    assert "Traducteur vers le français" in page


def test_rights_are_given_by_roles_alone(client, administrator):
    user = make_user(is_superuser=False)
    right = Permission.objects.get(codename="publish_en")

    change(client, user, user_permissions=[right.pk], is_superuser="on")

    user.refresh_from_db()
    assert not user.is_superuser
    assert not user.user_permissions.exists()


def test_an_administrator_does_not_take_over_the_account_above_the_roles(client, administrator):
    above = make_user(username="root")

    answer = change(client, above, email="mine@example.org")
    password = client.post(reverse("admin:auth_user_password_change", args=[above.pk]), {})

    assert (answer.status_code, password.status_code) == (403, 403)


@pytest.mark.parametrize(
    "locked", [{"groups": []}, {"is_active": None}, {"is_staff": None}], ids=["role", "account", "desk"]
)
def test_nobody_locks_themselves_out(client, administrator, locked):
    answer = change(client, administrator, **locked)

    administrator.refresh_from_db()
    assert answer.status_code == 200
    assert "yourself" in answer.content.decode()
    assert administrator.has_perm("auth.change_user")


def test_an_account_is_closed_and_never_deleted(client, administrator):
    user = make_user(is_superuser=False)

    deleted = client.post(reverse("admin:auth_user_delete", args=[user.pk]), {"post": "yes"})
    change(client, user, is_active=None)

    user.refresh_from_db()
    assert deleted.status_code == 403
    assert not user.is_active


def test_every_role_is_there_and_the_administrator_has_every_right():
    ours = Permission.objects.filter(content_type__app_label__in=["auth", "feedback", "icesco", "news", "people"])

    assert set(Group.objects.values_list("name", flat=True)) == set(ROLES)
    assert set(ours) <= set(Group.objects.get(name="administrator").permissions.all())
