"""Who must have a second factor, and what the person in this session has proved."""

import time

from allauth.account.internal.flows.login import get_authentication_records
from allauth.mfa.models import Authenticator
from django.conf import settings

from people.languages import LANGUAGES

FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)  # recovery codes stand in for one of them
RECENT_SECONDS = 15 * 60
# What makes an account worth a second factor: putting words before readers, and deciding who may.
POWERS = ("auth.add_user", "auth.change_user", *(f"news.publish_{language}" for language in LANGUAGES))


def has_power(user):
    """Whether `user` may publish or manage accounts."""
    return user.is_superuser or any(user.has_perm(right) for right in POWERS)


def must_have_factor(user):
    return settings.SECOND_FACTOR == "required" and has_power(user)


def has_factor(user):
    return Authenticator.objects.filter(user_id=user.pk, type__in=FACTORS).exists()


def gave_factor(request):
    """Whether the signed-in person passed a second factor, or set one up, in this session."""
    return any(record.get("method") == "mfa" for record in get_authentication_records(request, request.user))


def proved_lately(request):
    """Whether the signed-in person gave a password or a factor within the last RECENT_SECONDS."""
    since = time.time() - RECENT_SECONDS
    return any(record.get("at", 0) > since for record in get_authentication_records(request, request.user))
