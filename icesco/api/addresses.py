"""Absolute addresses, of pages and of the API: from the configured origin, never the Host of a request."""

import re
from urllib.parse import urlencode, urlsplit

from django.conf import settings
from django.urls import reverse
from django.utils import translation

# Within tags only: what stands in a text is no address. A quoted value may hold ">".
TAG = re.compile(r"<[a-z](?:[^>\"]|\"[^\"]*\")*>")
ATTRIBUTE = re.compile(r'(?<=\s)(src|href|poster|srcset)="([^"]*)"')


def absolute(path):
    """`path` below our origin; an address that is absolute already stays as it is."""
    return path if urlsplit(path).netloc else settings.SITE_ORIGIN + path


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


def feed_id(edition):
    """The `tag:` URI by which feeds know the edition too; it never changes."""
    host = urlsplit(settings.SITE_ORIGIN).hostname
    return f"tag:{host},2026:article:{edition.article_id}:{edition.language}"


def absolute_markup(markup):
    """The HTML `markup` with absolute addresses in src, srcset, href and poster; fragments stay."""
    return TAG.sub(lambda tag: ATTRIBUTE.sub(absolute_attribute, tag[0]), markup)


def absolute_attribute(match):
    name, value = match[1], match[2]
    parts = value.split(", ") if name == "srcset" else [value]
    parts = [absolute(part) if part.startswith("/") else part for part in parts]
    return f'{name}="{", ".join(parts)}"'
