"""What a page's head says to machines: its address, its languages, its card, its feeds, its structured data."""

from django.urls import reverse
from django.utils.encoding import escape_uri_path
from django.utils.http import urlencode
from django.utils.translation import get_language

from people.pictures.showing import share_rendition

from . import publisher
from .feeds.addresses import page_feeds
from .links import absolute, default_address, in_every_language
from .page_words import block_text, shortened
from .structured import structured_data

LOCALES = {"ar": "ar_AR", "en": "en_GB", "fr": "fr_FR"}


def page_meta(context):
    """What templates/found/_page_meta.html needs of a page's template context. No query.

    Uses, where the page has them: the blocks `title` and `description`; `edition` and what story_context() gives;
    `page` (a KeysetPage); `alternates` ({language: address}), or `equivalents` where some of those are only nearly the
    same page; `default_address`; the subject of an entity's page under its kind's name.
    """
    edition = context.get("edition")
    meta = {
        "title": edition.title if edition else block_text(context, "title") or publisher.newsroom_name(),
        "description": shortened(edition.summary if edition else block_text(context, "description")),
        "site_name": publisher.newsroom_name(),
        "og_type": "article" if edition else "profile" if context.get("person") else "website",
        "image": story_card(context) or publisher.card(),
        "feeds": page_feeds(context),
        **addresses(context),
    }
    meta["locale"] = LOCALES[get_language()]
    meta["other_locales"] = [LOCALES[code] for code in meta["alternates"] if code != get_language()]
    if edition:
        meta |= story_meta(context, edition)
    return {**meta, "structured": structured_data(context, meta)}


def addresses(context):
    """The address that search engines keep for this page, and the same page in other languages.

    Only the first page of a list names its alternates: how far a list goes differs between languages.
    """
    page, path = context.get("page"), context["request"].path
    is_first = page is None or page.is_first
    alternates = same_pages(context, path) if is_first else {}
    if "edition" in context or "default_address" in context:
        default = context.get("default_address", "") if is_first else ""
    else:
        default = default_address(alternates)
    return {
        "canonical": absolute(escape_uri_path(path) + (page.own_query if page else "")),
        "alternates": {code: absolute(url) for code, url in alternates.items()},
        "default": absolute(default) if default else "",
    }


def same_pages(context, path):
    """{language: path} of this very page in every language in which it exists."""
    for name in ("equivalents", "alternates"):
        if context.get(name) is not None:
            return context[name]
    return in_every_language(path)


def story_card(context):
    """The lead picture as a card, in the story's words, or None: see publisher.card()."""
    edition = context.get("edition")
    copy = share_rendition(context["article"].lead_picture) if edition else None
    return copy and {
        "url": absolute(copy["url"]),
        "width": copy["width"],
        "height": copy["height"],
        "type": "image/jpeg",
        "alt": edition.lead_alt,
    }


def story_meta(context, edition):
    """What only the card of a story has: times (ISO 8601), section, tags, ways to embed it."""
    language = edition.language
    sectors = [name for sector in context["sectors"] if (name := sector.name_in(language))]
    return {
        "published_time": edition.published_at.isoformat(timespec="seconds"),
        "modified_time": edition.updated_at.isoformat(timespec="seconds"),
        "section": sectors[0] if sectors else "",
        "tags": [tag.label_in(language) for tag in context["tags"]],
        "embeddings": embeddings(absolute(edition.get_absolute_url())),
    }


def embeddings(address):
    """Where the oEmbed answers about the page at `address` are: a list of (media type, address)."""
    types = {"json": "application/json+oembed", "xml": "text/xml+oembed"}
    endpoint = absolute(reverse("oembed"))
    return [(kind, f"{endpoint}?{urlencode({'url': address, 'format': name})}") for name, kind in types.items()]
