"""Where allauth asks us: whom it lets in, what it says, how it keeps secrets."""

import base64
import logging
import secrets

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings
from django.contrib.auth import authenticate, get_user_model
from django.core.exceptions import ValidationError
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from feedback.client import address_of, network_of

from . import throttle
from .proof import proved_lately

logger = logging.getLogger("icesco.sign_in")


class StaffAdapter(DefaultAccountAdapter):
    """Lets members of staff in and nobody else, and says the same to all whom it refuses."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "username_password_mismatch": _("The user name or the password is not right."),
        "incorrect_password": _("This password is not right."),
        "incorrect_code": _("This code is not right, or was used before."),
        "too_many_login_attempts": _("Too many attempts. Please try again in a quarter of an hour."),
        "rate_limited": _("Too many attempts. Please try again in a quarter of an hour."),
    }

    def is_open_for_signup(self, request):
        return False

    def get_client_ip(self, request):
        return network_of(address_of(request)) or "unknown"

    def is_reauthentication_required(self, *, app, **kwargs):
        # Signing in is a proof as good as repeating it: allauth counts the repetition alone.
        return not proved_lately(self.request)

    def authenticate(self, request, **credentials):
        """The member of staff with these credentials, or None. Raises ValidationError while guessing is limited."""
        name = credentials["username"]
        try:
            attempt = throttle.begin(name, self.get_client_ip(request))
        except throttle.TooManyAttempts as refusal:
            self.log_refusal("too many attempts", name)
            raise too_many(refusal.until) from None
        user = authenticate(request, **credentials)
        if user is None or not user.is_staff:
            self.log_refusal("wrong name or password", name)
            return None
        attempt.give_back()
        return user

    def log_refusal(self, reason, name):
        """Log the account's number if there is one, and never what was typed: it may be a password."""
        key = get_user_model().objects.filter(username=name).values_list("pk", flat=True).first()
        logger.warning("Sign-in refused: %s (user %s)", reason, key or "unknown")

    def pre_login(self, request, user, **kwargs):
        # Whoever comes with a passkey has given no password: the account is looked at here.
        if not (user.is_active and user.is_staff):
            return self.respond_user_inactive(request, user)
        return super().pre_login(request, user, **kwargs)

    def respond_user_inactive(self, request, user):
        logger.warning("Sign-in refused: closed account (user %s)", user.pk)
        return HttpResponseRedirect(reverse("account_login"))

    def post_login(self, request, user, **kwargs):
        throttle.remember(user.get_username(), self.get_client_ip(request))
        return super().post_login(request, user, **kwargs)


def too_many(until):
    """The ValidationError that says in how many minutes to come back; its params give the seconds."""
    seconds = max(1, round((until - timezone.now()).total_seconds()))
    minutes = -(-seconds // 60)
    text = ngettext(
        "Too many attempts. Please try again in %(minutes)d minute.",
        "Too many attempts. Please try again in %(minutes)d minutes.",
        minutes,
    )
    return ValidationError(text, code="too_many_login_attempts", params={"minutes": minutes, "seconds": seconds})


class SecondFactorAdapter(DefaultMFAAdapter):
    """Keeps the factors' secrets encrypted, so that a dump of the database opens nothing. The key is SECRET_KEY's."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": StaffAdapter.error_messages["incorrect_code"],
    }

    def get_totp_label(self, user):
        return user.get_username()

    def _get_site_name(self):
        return settings.MFA_TOTP_ISSUER

    def encrypt(self, text):
        return keys().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text):
        try:
            return keys().decrypt(encrypted_text.encode()).decode()
        except InvalidToken:
            logger.error("A second factor can’t be read: was ICESCO_SECRET_KEY changed? See reset_second_factor.")
            # Never the empty secret: anybody can compute its codes.
            return base64.b32encode(secrets.token_bytes(20)).decode()


def keys():
    """The keys in use, the present one first."""
    made = (
        salted_hmac("icesco.sign_in second factor", "", secret=secret, algorithm="sha256").digest()
        for secret in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)
    )
    return MultiFernet([Fernet(base64.urlsafe_b64encode(key)) for key in made])
