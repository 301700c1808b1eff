"""The id of a request: on its log lines, in the header X-Request-ID and on the page when something goes wrong."""

import re
from contextvars import ContextVar
from uuid import uuid4

from django.conf import settings

HEADER = "X-Request-ID"
GIVEN = re.compile(r"[A-Za-z0-9-]{8,64}")

# Set anew by each request and never reset: what is logged while an answer is sent bit by bit still has it.
present = ContextVar("icesco_request_id", default="")


def begin(request):
    """The id for `request`, which from now on is current(): the proxy's own where one is trusted, else a new one."""
    given = request.headers.get(HEADER, "") if settings.TRUSTED_PROXIES else ""
    chosen = given if GIVEN.fullmatch(given) else uuid4().hex
    present.set(chosen)
    return chosen


def current():
    """The id of the request that this thread is answering, or answered last; '' where there was none."""
    return present.get()
