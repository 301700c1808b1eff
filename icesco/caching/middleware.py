"""Says of each public page how long caches may keep it, and by which tag it is known."""

import hashlib

from icesco.found.conditional import is_known
from icesco.watching.kinds import kind_of

from .build import build
from .moment import site_moment

# A browser asks each time and mostly hears that nothing changed. A cache that many share keeps a page for a second,
# shows it for one more while it asks, and for ten minutes while we are away: a CDN may do that, our own nginx does not
# (docs/decisions/0038).
SHARED_SECONDS, WHILE_ASKING_SECONDS, WHEN_AWAY_SECONDS = 1, 1, 600

NEVER_KEPT = {"admin", "sign_in", "rating", "page_view", "preview", "health", "door", "static"}


class PublicCachingMiddleware:
    """Lets caches keep public pages for a moment; what says itself how long it may be kept is left alone."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        moment = getattr(request, "site_moment", None)
        if moment and response.status_code in {200, 301, 304}:
            response.headers.setdefault("Cache-Control", public_caching(moment))
        return response

    def process_view(self, request, view, args, kwargs):
        if request.method in {"GET", "HEAD"} and may_be_kept(request):
            request.site_moment = site_moment()

    def process_template_response(self, request, response):
        """Tag a page, or leave it undrawn where the reader has it.

        Here, once the view has looked whether there is such a page: nobody hears "unchanged" of what is gone.
        """
        moment = getattr(request, "site_moment", None)
        if moment and response.status_code == 200 and "Vary" not in response.headers:
            response.headers["ETag"] = entity_tag(moment, request)
            if is_known(response.headers["ETag"], request.headers.get("If-None-Match", "")):
                response.status_code = 304
                response.content = b""  # counts as drawn
                del response.headers["Content-Type"]
        return response


def may_be_kept(request):
    """Whether what `request` asks for may be for everybody; programs with a token are told "api" too."""
    return kind_of(request) not in NEVER_KEPT and request.resolver_match.namespace != "feedback_api"


def public_caching(moment):
    """The Cache-Control of a public page: no longer than until something ends by itself."""
    shared = moment.seconds_left(SHARED_SECONDS)
    asking = moment.seconds_left(SHARED_SECONDS + WHILE_ASKING_SECONDS) - shared
    away = moment.seconds_left(SHARED_SECONDS + WHEN_AWAY_SECONDS) - shared
    return header(shared, asking, away)


def header(shared, asking, away):
    """The Cache-Control of a page that shared caches may keep for so many seconds, and show while they ask or we are
    away.
    """
    return f"public, max-age=0, s-maxage={shared}, stale-while-revalidate={asking}, stale-if-error={away}"


def entity_tag(moment, request):
    """Weak, since a page is compressed on its way. The language is in the path."""
    known_by = (build(), moment.number, moment.passed, moment.day, request.get_full_path())
    return f'W/"{hashlib.blake2b(repr(known_by).encode(), digest_size=16).hexdigest()}"'
