"""Sign somebody in as if they had just given their password, and a second factor where that is asked for."""

import time

from django.contrib.auth import SESSION_KEY

RECORDS, OF_USER = "account_authentication_methods", "account_authentication_methods_user"  # allauth's keys


def sign_in(client, user, methods=("password",), seconds_ago=0):
    """Give `client` a session of `user` in which each of `methods` ("password", "mfa") was proved."""
    client.force_login(user)
    prove(client, methods, seconds_ago)


def prove(client, methods, seconds_ago=0):
    """Note in the session of `client` that `methods` were proved, and when."""
    session = client.session
    session[RECORDS] = [{"method": method, "at": time.time() - seconds_ago} for method in methods]
    session[OF_USER] = session[SESSION_KEY]
    session.save()
