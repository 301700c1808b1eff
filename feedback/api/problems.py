"""What can be wrong with a request, as application/problem+json (RFC 9457), and what every answer carries."""

import json
from http import HTTPStatus

from django.http import HttpResponse

METHODS = "GET, HEAD"
# For one reader only, and never kept: nobody else's browser or cache may have it.
HEADERS = {
    "Cache-Control": "private, no-store",
    "Vary": "Authorization",
    "X-Robots-Tag": "noindex",
    "Content-Language": "en",
    "Cross-Origin-Resource-Policy": "same-origin",
}


class Problem(Exception):
    """Ends a request. status: of HTTP; detail: a sentence in English that repeats nothing of what was sent.

    parameter: the one at fault, or ""; headers: more of the answer's.
    """

    def __init__(self, status, detail, parameter="", headers=None):
        super().__init__(detail)
        self.status, self.detail, self.parameter, self.headers = status, detail, parameter, headers or {}

    def response(self):
        told = {"type": "about:blank", "title": HTTPStatus(self.status).phrase, "status": int(self.status)}
        told["detail"] = self.detail
        if self.parameter:
            told["parameter"] = self.parameter
        headers = {**HEADERS, **self.headers}
        body = as_json(told)
        return HttpResponse(body, status=self.status, content_type="application/problem+json", headers=headers)


def bad(name, what):
    return Problem(HTTPStatus.BAD_REQUEST, f"The parameter {name} {what}.", name)


def as_json(data):
    """`data` as UTF-8 bytes, letters as they are; a lone surrogate, which UTF-8 can't hold, as an escape."""
    text = json.dumps(data, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return text.encode("utf-8", "backslashreplace")
