"""What every request and answer goes through: bounds, one language, constant headers."""

from urllib.parse import unquote_to_bytes

from django.conf import settings
from django.middleware.gzip import GZipMiddleware
from django.utils import translation
from django.utils.cache import patch_vary_headers

from .content_security import admin_policy, public_policy
from .errors import error_page, language_of_address
from .security_headers import fixed_headers
from .text.characters import UnsafeCharacter, refuse_unsafe

MOST_URL_BYTES = MOST_HEADER_BYTES = 8 * 1024
COMPRESSED = ("text/", "application/json", "application/feed+json", "application/ld+json", "application/xml", "+xml")


def is_admin(request):
    """Whether the request is for the newsroom's own side."""
    return request.path_info == "/admin" or request.path_info.startswith("/admin/")


def is_private(request, response):
    """Whether the answer is for one person: of the admin, or one that says so of itself."""
    return is_admin(request) or "private" in response.headers.get("Cache-Control", "")


class SafeRequestMiddleware:
    """Refuses, before anything reads it, an address or header that is too long, or holds what no text may hold.

    A cookie with NUL, which only a forger sends, would fail in the database.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        query = request.META.get("QUERY_STRING", "")
        if len(request.get_full_path()) > MOST_URL_BYTES:
            return error_page(request, 414)
        if any(len(value) > MOST_HEADER_BYTES for name, value in request.META.items() if name.startswith("HTTP_")):
            return error_page(request, 431)
        try:
            refuse_unsafe(request.path_info)
            refuse_unsafe(unquote_to_bytes(query.replace("+", " ")).decode())
        except (UnsafeCharacter, UnicodeDecodeError):
            return error_page(request, 400)
        if any("\0" in value for value in request.COOKIES.values()):
            return error_page(request, 400)
        return self.get_response(request)


class LanguageMiddleware:
    """One language for each answer: the address's on public pages; in the admin the one the person chose.

    Unlike Django's own, it looks at no cookie and no header for a public address, so caches may keep the page.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        language = language_of_address(request.path_info) or settings.LANGUAGE_CODE
        if is_admin(request):
            language = translation.get_language_from_request(request)
        with translation.override(language):
            request.LANGUAGE_CODE = translation.get_language()
            response = self.get_response(request)
            response.headers.setdefault("Content-Language", request.LANGUAGE_CODE)
            return response


class SecurityHeadersMiddleware:
    """Sends the content security policy and its like with every answer; private answers are never stored.

    Django's own middlewares send some of them too, but not with what is answered before they are reached: files,
    refusals at the door, a wrong Host.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        headers = response.headers
        headers.setdefault("Content-Security-Policy", admin_policy() if is_admin(request) else public_policy())
        # Pictures travel with feeds and embeddings.
        is_picture = request.path_info.startswith(settings.MEDIA_URL)
        headers.setdefault("Cross-Origin-Resource-Policy", "cross-origin" if is_picture else "same-origin")
        for name, value in fixed_headers(request.is_secure()).items():
            headers.setdefault(name, value)
        if is_admin(request) or response.status_code >= 400:
            headers["Cache-Control"] = "no-store"
        return response


class PublicCompressionMiddleware(GZipMiddleware):
    """Compresses the text that anybody may read. Not the admin: compressing a page with a secret and a visitor's own
    words in it can give the secret away by its length; nor what is for one reader only, such as a preview.
    """

    def process_response(self, request, response):
        kind = response.headers.get("Content-Type", "").partition(";")[0]
        if is_private(request, response) or not (kind.startswith(COMPRESSED[:-1]) or kind.endswith(COMPRESSED[-1])):
            return response
        # Small ones too: a cache must not learn from one page that all are the same for everybody.
        patch_vary_headers(response, ["Accept-Encoding"])
        return super().process_response(request, response)
