"""A feed as JSON Feed 1.1 (jsonfeed.org), with the whole text of each story."""

import json

from icesco.found import publisher

from .atom import rfc3339

VERSION = "https://jsonfeed.org/version/1.1"


def json_feed(feed):
    """`feed`, a Feed, as the bytes of a JSON Feed document. Its language is active."""
    said = {
        "version": VERSION,
        "title": feed.title,
        "home_page_url": feed.pages[feed.language],
        "feed_url": feed.addresses["json"],
        "icon": publisher.logo_address(),
        "language": feed.language,
        "authors": [{"name": publisher.organisation_name(), "url": publisher.home_address()}],
        "items": [item(entry) for entry in feed.entries],
    }
    return json.dumps(said, ensure_ascii=False).encode()


def item(entry):
    said = {
        "id": entry.id,
        "url": entry.url,
        "title": entry.title,
        "summary": entry.summary,
        "content_html": entry.content,
        "image": entry.image["url"] if entry.image else "",
        "date_published": rfc3339(entry.published_at),
        "date_modified": rfc3339(entry.updated_at),
        "language": entry.language,
        "tags": [row.label_in(entry.language) for row in entry.tags]
        + [row.name_in(entry.language) for row in entry.sectors],
    }
    return {name: value for name, value in said.items() if value}
