"""Absolute addresses, of pages and of the API: from the configured origin, never the Host of a request."""

from urllib.parse import urlencode

from django.urls import reverse
from django.utils import translation

from ..found.links import absolute


def api_url(name, *args, **query):
    """The absolute address of the API's route `name`."""
    url = absolute(reverse(f"api:{name}", args=args))
    return f"{url}?{urlencode(query)}" if query else url


def page_url(thing, language):
    """The absolute address of the page of an entity or tag in `language`."""
    with translation.override(language):
        return absolute(thing.get_absolute_url())


def edition_urls(edition):
    """{"language", "url", "api_url"}: where an edition is."""
    return {
        "language": edition.language,
        "url": absolute(edition.get_absolute_url()),
        "api_url": api_url("edition_detail", edition.article_id, edition.language),
    }
