"""Answers that are sent again only when they have changed, whatever changed them."""

import hashlib

from django.http import HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.http import parse_etags


def reusable_response(request, content, media_type):
    """`content`, bytes, for readers on any site, or 304 where the reader has just that.

    The tag is the content's digest, so whatever the content came from (words, names, tags, pictures, an expiry) may
    have changed; it is weak, because a proxy may compress on the way. There is no date: a withdrawal makes an older
    answer true again, and who asks by date alone would keep what is no longer public.
    """
    response = HttpResponse(content, content_type=f"{media_type}; charset=utf-8")
    etag = f'W/"{hashlib.sha256(content).hexdigest()[:32]}"'
    response.headers["ETag"] = etag
    return open_to_all(get_conditional_response(request, etag=etag, response=response))


def open_to_all(response):
    """Let pages of other sites read `response`; returns it."""
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    return response


def is_known(etag, asked):
    """Whether If-None-Match names `etag`; compared weakly, since a compressing proxy weakens tags."""
    return any(known in {"*", etag} or known == f"W/{etag}" for known in parse_etags(asked))
