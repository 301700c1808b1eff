"""A feed as Atom (RFC 4287), with the whole text of each story, and what was taken down (RFC 6721)."""

from datetime import UTC
from xml.etree import ElementTree

from django.conf import settings

from icesco.found import publisher
from icesco.found.links import absolute
from icesco.text.characters import for_xml

ATOM = "http://www.w3.org/2005/Atom"
TOMBSTONES = "http://purl.org/atompub/tombstones/1.0"
XML = "http://www.w3.org/XML/1998/namespace"


def atom(feed):
    """`feed`, a Feed, as the bytes of an Atom document. Its language is active."""
    root = ElementTree.Element(
        "feed",
        {"xmlns": ATOM, "xmlns:at": TOMBSTONES, "xml:lang": feed.language, "xml:base": f"{settings.SITE_ORIGIN}/"},
    )
    add(root, "id", feed.id)
    add(root, "title", feed.title)
    add(root, "updated", rfc3339(feed.updated_at))
    author = add(root, "author")
    add(author, "name", publisher.organisation_name())
    add(author, "uri", publisher.home_address())
    add(root, "icon", publisher.logo_address())
    link(root, "self", "application/atom+xml", feed.addresses["atom"], feed.language)
    # Readers take the first alternate for the feed's home.
    for language, address in feed.pages.items():
        link(root, "alternate", "text/html", address, language)
    link(root, "alternate", "application/feed+json", feed.addresses["json"], feed.language)
    for entry in feed.entries:
        add_entry(root, entry)
    for tombstone in feed.tombstones:
        add(root, "at:deleted-entry", ref=tombstone.id, when=rfc3339(tombstone.gone_at))
    return b'<?xml version="1.0" encoding="utf-8"?>\n' + ElementTree.tostring(root, encoding="utf-8")


def add_entry(root, entry):
    node = add(root, "entry")
    add(node, "id", entry.id)
    add(node, "title", entry.title)
    add(node, "published", rfc3339(entry.published_at))
    add(node, "updated", rfc3339(entry.updated_at))
    for language, address in {entry.language: entry.url, **entry.translations}.items():
        link(node, "alternate", "text/html", address, language)
    for tag in entry.tags:
        add_category(node, tag.get_absolute_url(), tag.label_in(entry.language))
    for sector in entry.sectors:
        add_category(node, sector.get_absolute_url(), sector.name_in(entry.language))
    if entry.summary:
        add(node, "summary", entry.summary)
    add(node, "content", entry.content, type="html")


def add_category(node, path, label):
    """A category whose scheme is the list of such subjects and whose term is the subject's place in it."""
    parent, term = path.rstrip("/").rsplit("/", 1)
    add(node, "category", term=term, scheme=absolute(f"{parent}/"), label=for_xml(label))


def link(node, relation, media_type, address, language):
    add(node, "link", rel=relation, type=media_type, href=address, hreflang=language)


def add(parent, tag, text=None, **attributes):
    """A new last child of `parent`; returns it."""
    node = ElementTree.SubElement(parent, tag, attributes)
    if text is not None:
        node.text = for_xml(text)
    return node


def rfc3339(moment):
    """`moment`, an aware datetime, as feeds write it: 2026-03-09T12:30:00Z."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
