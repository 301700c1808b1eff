"""Whom to tell about a hole (RFC 9116), and what they can expect."""

from datetime import UTC, datetime, time, timedelta

from django.conf import settings
from django.core.checks import Warning as CheckWarning
from django.core.checks import register
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from people.languages import LANGUAGES

from .links import absolute

# Less than the year that the standard allows, so that no copy in a cache outlives it.
LASTS = timedelta(days=300)
CACHING = "public, max-age=86400"


@require_safe
def security_txt(request):
    """The file at /.well-known/security.txt; 404 while nobody is named whom to tell."""
    if not settings.SECURITY_CONTACT:
        raise Http404
    return plain("\n".join(f"{name}: {value}" for name, value in fields(datetime.now(UTC))) + "\n")


def fields(now):
    """(name, value) of each field. now: an aware datetime; what is answered on one day is the same."""
    midnight = datetime.combine(now.astimezone(UTC).date(), time(), UTC)
    yield "Contact", settings.SECURITY_CONTACT
    yield "Expires", (midnight + LASTS).strftime("%Y-%m-%dT%H:%M:%SZ")
    yield "Preferred-Languages", ", ".join(LANGUAGES)
    yield "Canonical", absolute(reverse("security_txt"))
    yield "Policy", absolute(reverse("security_policy"))


@require_safe
def security_policy(request):
    """SECURITY.md: the promise, how to report, what is known to be no hole."""
    return plain((settings.BASE_DIR / "SECURITY.md").read_text(encoding="utf-8"))


def plain(text):
    headers = {"Cache-Control": CACHING, "Content-Language": "en"}
    return HttpResponse(text, content_type="text/plain; charset=utf-8", headers=headers)


@register("security", deploy=True)
def somebody_is_named(app_configs, **kwargs):
    if settings.SECURITY_CONTACT:
        return []
    hint = "Set ICESCO_SECURITY_CONTACT to an address such as security@example.org: see docs/configuration.md."
    return [CheckWarning("Nobody is named whom to tell about a hole.", hint=hint, id="icesco.W001")]
