"""What can be wrong with a request, as application/problem+json (RFC 9457)."""

from http import HTTPStatus

from django.http import HttpResponse

from ..watching import request_id
from .headers import METHODS, as_json, shared_headers


class Problem(Exception):
    """Ends a request. status: of HTTP; detail: a sentence in English; parameter: the one at fault, or "".

    A detail never repeats what was sent: an answer says nothing about values that mean nothing to it.
    """

    def __init__(self, status, detail, parameter=""):
        super().__init__(detail)
        self.status, self.detail, self.parameter = status, detail, parameter

    def response(self):
        return problem_response(self.status, self.detail, self.parameter)


def problem_response(status, detail, parameter=""):
    """The answer to a request that can't be fulfilled. It is never stored."""
    told = {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": int(status), "detail": detail}
    if parameter:
        told["parameter"] = parameter
    # What is missing and what is not shown answer alike, byte for byte; the header has the id there too.
    if status != HTTPStatus.NOT_FOUND and (current := request_id.current()):
        told["request_id"] = current
    headers = {**shared_headers("en"), "Cache-Control": "no-store"}
    if status == HTTPStatus.METHOD_NOT_ALLOWED:
        headers["Allow"] = METHODS
    return HttpResponse(as_json(told), status=status, content_type="application/problem+json", headers=headers)


def no_such_thing(what):
    return Problem(HTTPStatus.NOT_FOUND, f"There is no {what} at this address.")


def is_for_programs(request):
    """Whether the request is one to the API, so that even what is refused at the door is a problem in JSON."""
    return request.path_info.startswith("/api/")
