"""Pages kept in this process for a second, ahead of everything else: a rush on one story costs one drawing of it."""

import time
from threading import Lock
from urllib.parse import parse_qsl, urlencode

from django.conf import settings
from django.http import HttpResponse, HttpResponseNotModified

from icesco.found.conditional import is_known
from icesco.watching.figures import count_kept_page, count_request
from icesco.watching.kinds import kind_of
from news.filters import NAMES

from .middleware import SHARED_SECONDS, WHEN_AWAY_SECONDS, WHILE_ASKING_SECONDS, header
from .shared_mark import mark

MOST_BYTES = 32 * 1024 * 1024
MOST_PAGE_BYTES = 512 * 1024
MOST_QUERY_LETTERS = 1_500
BYTES_AROUND = 4096  # of a kept page: its headers, its key, its place
# What a list reads of its address. Other parameters change no page of these kinds, so they make no entry either.
PARAMETERS = {*NAMES, "page", "before"}
LONGEST = header(SHARED_SECONDS, WHILE_ASKING_SECONDS, WHEN_AWAY_SECONDS)
KINDS = {"home", "story", "list", "archive", "directory", "entity", "text"}


class KeptPage:
    """An answer as it left: its kind, its bytes (compressed or not) and its headers.

    made_at: of time.monotonic(), when it was asked for; marked: the value of the mark then; tag: its ETag or "".
    """

    __slots__ = ("content", "headers", "kind", "made_at", "marked", "tag")

    def __init__(self, kind, response, made_at, marked):
        self.kind, self.made_at, self.marked = kind, made_at, marked
        self.content, self.headers = response.content, dict(response.headers)
        self.tag = self.headers.get("ETag", "")

    def answer(self, request):
        """The page once more; 304 where the reader has it."""
        if self.tag and is_known(self.tag, request.META.get("HTTP_IF_NONE_MATCH", "")):
            kept = {name: value for name, value in self.headers.items() if not name.startswith("Content-")}
            return HttpResponseNotModified(headers=kept)
        return HttpResponse(self.content, headers=self.headers)


class PageCacheMiddleware:
    """Answers with a page of this very second where there is one. Put it first."""

    def __init__(self, get_response):
        self.get_response = get_response
        self.pages, self.size, self.lock = {}, 0, Lock()

    def __call__(self, request):
        key = key_of(request) if settings.PAGE_CACHE_SECONDS and request.method == "GET" else None
        if key is None:
            return self.get_response(request)
        began, marked = time.monotonic(), mark.value
        if page := self.kept(key, began, marked):
            response = page.answer(request)
            count_request(page.kind, request, response, time.monotonic() - began)
            count_kept_page("hit")
            return response
        response = self.get_response(request)
        if marked != mark.value:
            # Something changed while it was drawn: nobody may keep what may be of before.
            if "public" in response.headers.get("Cache-Control", ""):
                response.headers["Cache-Control"] = "no-store"
        elif is_to_keep(response) and (kind := kind_of(request)) in KINDS:
            count_kept_page("miss")
            self.keep(key, KeptPage(kind, response, began, marked))
        return response

    def kept(self, key, now, marked):
        """The page under `key` that is young enough and not of before a change, or None."""
        page = self.pages.get(key)
        if page and page.marked == marked and now - page.made_at < settings.PAGE_CACHE_SECONDS:
            return page
        return None

    def keep(self, key, page):
        with self.lock:
            if self.size + weight(key, page) > MOST_BYTES:
                # They are old by now or soon will be.
                self.pages, self.size = {}, 0
            if before := self.pages.get(key):
                self.size -= weight(key, before)
            self.pages[key] = page
            self.size += weight(key, page)


def weight(key, page):
    """About how many bytes a kept page takes."""
    return len(page.content) + sum(len(part) for part in key if isinstance(part, str)) + BYTES_AROUND


def key_of(request):
    """What tells pages apart; None for what is never kept."""
    meta = request.META
    query = meta.get("QUERY_STRING", "")
    if query:
        # Letters that are not encoded mean one thing here and another to who reads the query.
        if len(query) > MOST_QUERY_LETTERS or not query.isascii():
            return None
        query = urlencode([pair for pair in parse_qsl(query, keep_blank_values=True) if pair[0] in PARAMETERS])
    return (
        meta.get("wsgi.url_scheme"),
        meta.get("HTTP_X_FORWARDED_PROTO"),
        meta.get("HTTP_HOST"),
        "gzip" in meta.get("HTTP_ACCEPT_ENCODING", ""),
        request.path_info,
        query,
    )


def is_to_keep(response):
    """Whether it is a page for everybody: not a stream, no cookie, told to shared caches, and not too large."""
    return (
        response.status_code == 200
        and not response.streaming
        and not response.cookies
        # Where something ends soon the header says so, and is right for this moment alone.
        and response.headers.get("Cache-Control") == LONGEST
        and response.headers.get("Vary", "Accept-Encoding") == "Accept-Encoding"
        and len(response.content) <= MOST_PAGE_BYTES
    )
