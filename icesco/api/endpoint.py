"""What every address of the API does around its view: methods, parameters, entity tags, problems."""

import hashlib
from dataclasses import dataclass, field
from datetime import datetime
from functools import wraps
from http import HTTPStatus

from django.core.exceptions import TooManyFieldsSent
from django.http import HttpResponse, HttpResponseNotModified, HttpResponsePermanentRedirect
from django.utils.http import http_date
from django.views.decorators.csrf import csrf_exempt

from icesco.found.conditional import is_known
from people.languages import LANGUAGES

from .headers import PREFLIGHT, as_json, shared_headers
from .parameters import refuse_odd_parameters
from .problems import Problem, problem_response


@dataclass(frozen=True)
class Answer:
    """What a view returns. data: plain Python. language: of the words in it, "" when they are in all languages.

    touched_at: an aware datetime for Last-Modified, or None. links: {relation: absolute address} for Link.
    """

    data: dict
    language: str = ""
    touched_at: datetime | None = None
    links: dict = field(default_factory=dict)


@dataclass(frozen=True)
class Moved:
    """What a view returns when something is at another address now: an absolute one."""

    url: str


def endpoint(*parameters, takes_any=False):
    """A view of the API from a function of (request, **parts of the address) that returns an Answer or a Moved.

    parameters: the names that the query may hold; takes_any: whether it may hold anything. The function raises Problem.
    """

    def decorate(view):
        # No cookie is read and nothing is changed, so there is nothing to forge.
        @csrf_exempt
        @wraps(view)
        def answered(request, **parts):
            if request.method == "OPTIONS":
                return HttpResponse(status=HTTPStatus.NO_CONTENT, headers={**shared_headers("en"), **PREFLIGHT})
            if request.method not in {"GET", "HEAD"}:
                return problem_response(HTTPStatus.METHOD_NOT_ALLOWED, "This interface is read-only.")
            try:
                if not takes_any:
                    refuse_odd_parameters(request.GET, parameters)
                return written(request, view(request, **parts))
            except Problem as problem:
                return problem.response()
            except TooManyFieldsSent:
                return problem_response(HTTPStatus.BAD_REQUEST, "There are too many parameters.")

        return answered

    return decorate


def written(request, answer):
    """The HTTP response for an Answer or a Moved; 304 without a body when the client has the same bytes."""
    if isinstance(answer, Moved):
        return HttpResponsePermanentRedirect(answer.url, headers=shared_headers("en"))
    body = as_json(answer.data)
    etag = f'"{hashlib.blake2b(body, digest_size=16).hexdigest()}"'
    headers = {
        **shared_headers(answer.language or ", ".join(LANGUAGES)),
        "ETag": etag,
    }
    if answer.touched_at:
        headers["Last-Modified"] = http_date(answer.touched_at.timestamp())
    if answer.links:
        headers["Link"] = ", ".join(f'<{url}>; rel="{relation}"' for relation, url in answer.links.items())
    if is_known(etag, request.headers.get("If-None-Match", "")):
        return HttpResponseNotModified(headers=headers)
    return HttpResponse(body, content_type="application/json; charset=utf-8", headers=headers)
