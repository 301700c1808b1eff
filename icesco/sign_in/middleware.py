"""What every request to the admin is held to: how old its session may be, and whether a second factor is due.

Both look at nothing outside the admin: a public page reads no session.
"""

import time

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from ..middleware import is_admin
from . import urls
from .proof import gave_factor, has_factor, must_have_factor

SIGNED_IN_AT, SEEN_AT = "icesco_signed_in_at", "icesco_seen_at"
WRITE_EVERY_SECONDS = 60
# A page that is open tells so by itself. That is no activity, unless it brings words that somebody has just typed.
HEARTBEATS = {"news_text_at_work", "news_new_text_at_work", "news_edition_translate_at_work"}
ALWAYS_OPEN = {"logout", "set_language", "jsi18n"}
ASKING = {pattern.name for pattern in urls.asking} | ALWAYS_OPEN
KEEPING = {pattern.name for pattern in urls.keeping} | ASKING


class SignedInMiddleware:
    """Asks hold() about each request to the admin by somebody who is signed in, once it is known what it is for."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        return self.hold(request) if is_admin(request) and request.user.is_authenticated else None


class SessionLimitsMiddleware(SignedInMiddleware):
    """Ends a session that nobody used for SESSION_IDLE_SECONDS, and any after SESSION_COOKIE_AGE."""

    def hold(self, request):
        now, session = int(time.time()), request.session
        began, seen = session.setdefault(SIGNED_IN_AT, now), session.setdefault(SEEN_AT, now)
        if not request.user.is_staff:
            logout(request)
        elif now - seen >= settings.SESSION_IDLE_SECONDS or now - began >= settings.SESSION_COOKIE_AGE:
            logout(request)
            messages.warning(request, _("Your session has ended. Please sign in again."))
        elif now - seen >= WRITE_EVERY_SECONDS and is_activity(request):
            session[SEEN_AT] = now


def is_activity(request):
    """Whether a person caused the request, not the clock of an open page."""
    is_heartbeat = request.resolver_match.url_name in HEARTBEATS
    return not is_heartbeat or bool(request.POST.keys() - {"csrfmiddlewaretoken"})


def note_sign_in(sender, request, user, **kwargs):
    """Receiver of Django's user_logged_in: the session begins."""
    request.session[SIGNED_IN_AT] = request.session[SEEN_AT] = int(time.time())


class SecondFactorMiddleware(SignedInMiddleware):
    """Lets nobody past who has a second factor and hasn't given it, or must have one and hasn't set it up."""

    def hold(self, request):
        name = request.resolver_match.url_name
        if has_factor(request.user):
            return None if name in ASKING or gave_factor(request) else ask_for_factor(request)
        is_to_enrol = name not in KEEPING and must_have_factor(request.user)
        return HttpResponseRedirect(reverse("mfa_index")) if is_to_enrol else None


def ask_for_factor(request):
    """The redirect to where the person gives the second factor, and from there back to what they asked for."""
    methods = get_adapter(request).get_reauthentication_methods(request.user)
    address = next(method["url"] for method in methods if method["id"].startswith("mfa_"))
    back = request.get_full_path() if request.method == "GET" else reverse("admin:index")
    return HttpResponseRedirect(f"{address}?{urlencode({'next': back})}")
