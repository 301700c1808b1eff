"""Pages that know every app: the door, home, health and what is shown when something fails."""

import logging

from django.db import DatabaseError, connection
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import get_language_from_request
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from news.models import Edition
from news.rendering import render_body
from news.views.elsewhere import OtherPage, not_in_this_language
from people.languages import LANGUAGES
from people.models import Sector

from .institution.published import page_address, published_texts
from .models import InstitutionPage, PressContact

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
def institution_page(request, name):
    """A page of the institution: about translations, privacy, accessibility, reuse, contact."""
    language = request.LANGUAGE_CODE
    texts = published_texts(name, language)
    addresses = {code: page_address(name, code) for code in texts}
    if language not in texts:
        pages = [OtherPage(code, text.title, addresses[code]) for code, text in texts.items()]
        return not_in_this_language(request, "page", pages)
    context = {
        "text": texts[language],
        "body": render_body(texts[language].body),
        "contacts": PressContact.objects.filter(is_public=True) if name == InstitutionPage.Name.CONTACT else (),
        "alternates": addresses,
    }
    return render(request, "icesco/institution_page.html", context)


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


@require_safe
def robots(request):
    lines = ["User-agent: *", "Disallow: /admin/", ""]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


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
