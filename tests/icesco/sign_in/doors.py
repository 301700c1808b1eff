"""The door as a browser knocks at it, and codes as an authenticator app shows them."""

import time

from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, generate_totp_secret, hotp_value

DOOR = "/admin/login/"
PASSWORD = "a long test password"


def knock(client, name, password=PASSWORD, address="192.0.2.1", next_page="/admin/", **headers):
    """Send the form of the door; the answer."""
    data = {"login": name, "password": password, "next": next_page}
    return client.post(DOOR, data, REMOTE_ADDR=address, **headers)


def is_in(client):
    return client.get("/admin/").status_code == 200


def code_of(secret, steps=0):
    """What the app with `secret` shows now, or so many half minutes from now."""
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30 + steps))


def give_app(user):
    """Set up an authenticator app for `user`; returns its secret."""
    secret = generate_totp_secret()
    TOTP.activate(user, secret)
    return secret


def factors_of(user):
    return sorted(Authenticator.objects.filter(user=user).values_list("type", flat=True))
