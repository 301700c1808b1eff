"""The description of the API for machines: OpenAPI 3.1. tests/icesco/api holds real answers against it."""

from functools import cache

from ..addresses import absolute
from . import feedback
from .operations import PATHS
from .schemas import SCHEMAS

ABOUT = (
    "Stories of the ICESCO newsroom in Arabic, English and French, for whoever republishes them. Read-only; "
    "no key, but for what visitors say of the site, which analysts read with a token.\n\n"
    "An edition is one story in one language. A list is in one language and holds what its pages hold: nothing "
    "unpublished is ever in an answer. Follow `links.next` until it is null; cursors are opaque. Times are in UTC, "
    "to the second. Ask again with `If-None-Match` and the `ETag` you were given: 304 means that nothing changed."
)


@cache
def shape():
    return {
        "openapi": "3.1.0",
        "info": {"title": "ICESCO newsroom", "version": "1.0.0", "description": ABOUT},
        "paths": {**PATHS, **feedback.PATHS},
        "components": {"schemas": {**SCHEMAS, **feedback.SCHEMAS}, "securitySchemes": feedback.SECURITY},
    }


def document():
    """The whole document, a dict, with our origin as its server."""
    return {**shape(), "servers": [{"url": absolute("/api/v1")}]}
