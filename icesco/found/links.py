"""Absolute links, and which language stands for a page where a reader knows none of ours."""

from urllib.parse import urlsplit

from django.conf import settings
from django.utils.encoding import escape_uri_path

from people.languages import LANGUAGES


def absolute(path):
    """`path` below the configured origin, never the host that a request names; a whole address stays as it is."""
    return path if urlsplit(path).netloc else settings.SITE_ORIGIN + path


def default_address(alternates):
    """The one of `alternates` ({language: address}) for readers of no language of ours, or ''.

    For pages that no language came first with: the front door's own default (docs/decisions/0016).
    """
    return alternates.get(settings.LANGUAGE_CODE, "")


def in_every_language(path):
    """{language: address} of the page at `path` below each language's prefix; home for a path without one."""
    _root, first, *rest = path.split("/", 2)
    below = rest[0] if rest and first in LANGUAGES else ""
    return {code: escape_uri_path(f"/{code}/{below}") for code in LANGUAGES}
