"""Pages that know every app: the door, home, health and what is shown when something fails."""

import logging

from django.db import DatabaseError, InterfaceError, OperationalError, connection
from django.http import HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from news.body import plain_text
from news.front import front_page
from news.rendering import render_body
from news.views.elsewhere import OtherPage, not_in_this_language
from people.languages import LANGUAGES

from .errors import best_language, error_page
from .institution.published import page_address, published_texts
from .models import InstitutionPage, PressContact

RETRY_AFTER_SECONDS = 5

logger = logging.getLogger(__name__)


@require_safe
@vary_on_headers("Accept-Language")
def choose_language(request):
    """Send a visitor to the home page in the best of our languages, by the browser's header alone."""
    return HttpResponseRedirect(f"/{best_language(request)}/")


@require_safe
def home(request):
    context = {
        "front": front_page(request.LANGUAGE_CODE),
        "alternates": {code: f"/{code}/" for code in LANGUAGES},
        "default_address": "/",
    }
    return TemplateResponse(request, "icesco/home.html", context)


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
        "description": plain_text(texts[language].body),
        "contacts": PressContact.objects.filter(is_public=True) if name == InstitutionPage.Name.CONTACT else (),
        "alternates": addresses,
    }
    return TemplateResponse(request, "icesco/institution_page.html", context)


@require_safe
def api_guide(request):
    """How partners fetch our stories by program."""
    addresses = {code: f"/{code}/about/api/" for code in LANGUAGES}
    return TemplateResponse(request, "icesco/api_guide.html", {"alternates": addresses})


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
    return error_page(request, 400)


def permission_denied(request, exception=None):
    return error_page(request, 403)


def csrf_failure(request, reason=""):
    """A form whose token doesn't fit: it was open for long, or another site sent it. Django's log has the reason."""
    return error_page(request, 403, "403_csrf")


def page_not_found(request, exception=None):
    return error_page(request, 404)


def too_many_requests(request):
    return error_page(request, 429)


def server_error(request):
    """The last page there is: when it can't be drawn either, a line of text. 503 where only the database is away."""
    is_away = isinstance(getattr(request, "failure", None), (OperationalError, InterfaceError))
    try:
        response = error_page(request, 503 if is_away else 500)
    except Exception:
        logger.exception("The page for errors failed")
        return HttpResponse("500\n", status=500, content_type="text/plain")
    if is_away:
        response.headers["Retry-After"] = RETRY_AFTER_SECONDS
    return response
