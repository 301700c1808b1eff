"""Pages that know every app: the door, home, health and what is shown when something fails."""

import logging

from django.db import DatabaseError, connection
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import get_language_from_request
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from news.models import Edition
from people.languages import LANGUAGES
from people.models import Sector

STORIES_ON_HOME = 10
logger = logging.getLogger(__name__)


@require_safe
@vary_on_headers("Accept-Language")
def choose_language(request):
    """Send a visitor to the home page in the best of our languages, by the browser's header alone."""
    request.COOKIES.clear()
    return HttpResponseRedirect(f"/{get_language_from_request(request)}/")


@require_safe
def home(request):
    language = request.LANGUAGE_CODE
    editions = list(Edition.objects.live(language).newest_first().for_cards(language)[:STORIES_ON_HOME])
    context = {
        "lead": editions[0] if editions else None,
        "editions": editions[1:],
        "sectors": Sector.objects.named_in(language).filter(ended_on__isnull=True).in_order(language),
        "alternates": {code: f"/{code}/" for code in LANGUAGES},
        "default_address": "/",
    }
    return render(request, "icesco/home.html", context)


@require_safe
def about_translations(request):
    """What the labels under a story mean."""
    addresses = {code: f"/{code}/about/translations/" for code in LANGUAGES}
    return render(request, "icesco/about_translations.html", {"alternates": addresses})


@require_safe
def healthz(request):
    """Whether this process answers."""
    return HttpResponse("ok\n", content_type="text/plain", headers={"Cache-Control": "no-store"})


@require_safe
def readyz(request):
    """Whether the database answers too: 503 when it doesn't."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return HttpResponse("database\n", status=503, content_type="text/plain", headers={"Cache-Control": "no-store"})
    return HttpResponse("ok\n", content_type="text/plain", headers={"Cache-Control": "no-store"})


def bad_request(request, exception=None):
    return render(request, "400.html", status=400)


def permission_denied(request, exception=None):
    return render(request, "403.html", status=403)


def page_not_found(request, exception=None):
    return render(request, "404.html", status=404)


def server_error(request):
    """The last page there is: when it can't be drawn either, a line of text."""
    try:
        return render(request, "500.html", status=500)
    except Exception:
        logger.exception("The page for errors failed")
        return HttpResponse("500\n", status=500, content_type="text/plain")
