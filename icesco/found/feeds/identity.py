"""Ids that never change, whatever becomes of titles, slugs and addresses: `tag:` URIs (RFC 4151)."""

from urllib.parse import urlsplit

from django.conf import settings

# The year in which the organisation surely had its domain: part of every id, so never to be changed.
MINTED_IN = "2026"


def tag_uri(name):
    return f"tag:{urlsplit(settings.SITE_ORIGIN).hostname},{MINTED_IN}:{name}"


def entry_id(edition):
    """The id of an article in a language."""
    return tag_uri(f"article/{edition.article_id}/{edition.language}")


def feed_id(language, kind=None, subject=None):
    return tag_uri(f"feed/{language}/{kind}/{subject.pk}" if kind else f"feed/{language}")
