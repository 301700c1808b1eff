"""Around each request, before everything else: its id, its place in the figures, a line of log when it fails."""

import logging
import time
from http import HTTPStatus

from . import request_id
from .figures import count_request
from .kinds import kind_of
from .masking import masked

MOST_PATH_LETTERS, MOST_METHOD_LETTERS = 500, 20

logger = logging.getLogger(__name__)


class WatchingMiddleware:
    """Gives each request an id and counts it; answers from 400 on carry the id and are logged, in one line each.

    Others don't: public pages are kept by caches and handed to many, to whom one request's id says nothing.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.request_id = request_id.begin(request)
        request.is_watched = True
        began = time.perf_counter()
        response = self.get_response(request)
        took = time.perf_counter() - began
        kind = kind_of(request)
        count_request(kind, request, response, took)
        if response.status_code >= HTTPStatus.BAD_REQUEST:
            response.headers[request_id.HEADER] = request.request_id
            log_answer(request, response, kind, took)
        return response


def log_answer(request, response, kind, took):
    """One line about an answer: no query, no address of the sender, nothing that was sent; a trace where it broke."""
    status, path = response.status_code, masked(request.path_info)[:MOST_PATH_LETTERS]
    method = (request.method or "")[:MOST_METHOD_LETTERS]
    told = {"method": method, "path": path, "status": status, "milliseconds": round(took * 1000, 1), "kind": kind}
    # Only where the page asked who it is for: reading the session would cost a query, and public pages have none.
    if key := getattr(vars(request).get("_cached_user"), "pk", None):
        told["user"] = key
    failure = vars(request).pop("failure", None)
    logger.log(level_of(status), "%s %s: %s", method, path, status, extra={"told": told}, exc_info=failure)


def level_of(status):
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        return logging.ERROR
    return logging.INFO if status in {HTTPStatus.NOT_FOUND, HTTPStatus.GONE} else logging.WARNING
