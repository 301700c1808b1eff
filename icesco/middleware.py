"""What every request and answer goes through: bounds, one language, constant headers."""

from urllib.parse import unquote_to_bytes

from django.conf import settings
from django.http import HttpResponse
from django.utils import translation
from django.utils.translation import gettext as _

from .content_security import admin_policy, public_policy
from .text.characters import UnsafeCharacter, refuse_unsafe

MOST_URL_BYTES = 8 * 1024
PUBLIC_LANGUAGES = tuple(code for code, _name in settings.LANGUAGES)


class SafeRequestMiddleware:
    """Refuses, before anything reads it, an address that is too long or holds what no text may hold.

    A cookie with NUL, which only a forger sends, would fail in the database.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        query = request.META.get("QUERY_STRING", "")
        if len(request.get_full_path()) > MOST_URL_BYTES:
            return HttpResponse(_("This address is too long."), status=414, content_type="text/plain; charset=utf-8")
        try:
            refuse_unsafe(request.path_info)
            refuse_unsafe(unquote_to_bytes(query.replace("+", " ")).decode())
        except (UnsafeCharacter, UnicodeDecodeError):
            return HttpResponse(
                _("This address holds characters that no address may hold."),
                status=400,
                content_type="text/plain; charset=utf-8",
            )
        if any("\0" in value for value in request.COOKIES.values()):
            return HttpResponse(status=400, content_type="text/plain; charset=utf-8")
        return self.get_response(request)


class LanguageMiddleware:
    """One language for each answer: the address's on public pages; in the admin the one the person chose.

    Unlike Django's own, it looks at no cookie and no header for a public address, so caches may keep the page.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        first = request.path_info.split("/", 2)[1] if "/" in request.path_info else ""
        if first in PUBLIC_LANGUAGES:
            language = first
        elif first == "admin":
            language = translation.get_language_from_request(request)
        else:
            language = settings.LANGUAGE_CODE
        with translation.override(language):
            request.LANGUAGE_CODE = translation.get_language()
            response = self.get_response(request)
            response.headers.setdefault("Content-Language", request.LANGUAGE_CODE)
            return response


class SecurityHeadersMiddleware:
    """Sends the content security policy and its like; private answers are never stored."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        is_admin = request.path_info.startswith("/admin/")
        response.headers.setdefault("Content-Security-Policy", admin_policy() if is_admin else public_policy())
        response.headers.setdefault(
            "Permissions-Policy", "camera=(), geolocation=(), microphone=(), browsing-topics=()"
        )
        # Pictures travel with feeds and embeddings.
        is_picture = request.path_info.startswith(settings.MEDIA_URL)
        response.headers.setdefault("Cross-Origin-Resource-Policy", "cross-origin" if is_picture else "same-origin")
        if is_admin or response.status_code >= 400:
            response.headers["Cache-Control"] = "no-store"
        return response
