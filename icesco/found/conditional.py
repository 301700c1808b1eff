"""Answers that are sent again only when they have changed, whatever changed them."""

import hashlib
from datetime import UTC, datetime

from django.core.cache import caches
from django.http import HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.http import http_date

REMEMBERED_SECONDS = 7 * 24 * 3600
cache = caches["process"]


def reusable_response(request, content, media_type, dated_as=""):
    """`content`, bytes, for readers on any site, or 304 where the reader has just that.

    The tag is the content's digest, so whatever the content came from (words, names, tags, pictures, an expiry) may
    have changed; it is weak, because a proxy may compress on the way. dated_as: a name for the answer, of which there
    are only so many; one with a name also says since when it has been the same.
    """
    response = HttpResponse(content, content_type=f"{media_type}; charset=utf-8")
    etag = f'W/"{hashlib.sha256(content).hexdigest()[:32]}"'
    seen_at = unchanged_since(dated_as, etag, int(datetime.now(UTC).timestamp())) if dated_as else None
    response.headers["ETag"] = etag
    if seen_at:
        response.headers["Last-Modified"] = http_date(seen_at)
    answer = get_conditional_response(request, etag=etag, last_modified=seen_at, response=response)
    return open_to_all(answer)


def open_to_all(response):
    """Let pages of other sites read `response`; returns it."""
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    return response


def unchanged_since(name, etag, now):
    """Since when, in seconds of the epoch, this process has known the answer `name` to be the one `etag` names.

    Not the newest publication's time: after a withdrawal, an expiry or a change of tags that says nothing, and a
    reader who asks by date alone would keep what is no longer public. Forgotten is as good as changed just now.
    """
    key = f"unchanged:{hashlib.sha256(name.encode()).hexdigest()}"
    known = cache.get(key)
    if known and known[0] == etag:
        return known[1]
    # Two answers within one second must not carry one date.
    seen_at = max(now, known[1] + 1) if known else now
    cache.set(key, (etag, seen_at), REMEMBERED_SECONDS)
    return seen_at
