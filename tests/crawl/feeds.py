"""What RFC 4287 and JSON Feed 1.1 demand of a feed, point by point: lists of breaches."""

import re
from urllib.parse import urlsplit

from lxml import html

ATOM = "{http://www.w3.org/2005/Atom}"
# RFC 3339, as RFC 4287 section 3.3 narrows it: upper-case T and Z, and always a zone.
INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)")
LANGUAGE_TAG = re.compile(r"[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*")
MEDIA_TYPE = re.compile(r"[^/\s]+/[^/\s]+")
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
ONCE = ("id", "title", "updated")
AT_MOST_ONCE = {
    "feed": ("generator", "icon", "logo", "rights", "subtitle"),
    "entry": ("content", "published", "rights", "source", "summary"),
}
PERSONS = ("author", "contributor")
TEXTS = ("title", "subtitle", "summary", "rights", "content")


def atom_problems(feed):
    """Breaches of RFC 4287 in the root element `feed`: a list of sentences; [] when it is sound."""
    if feed.tag != f"{ATOM}feed":
        return [f"the root is {feed.tag}"]
    entries = feed.findall(f"{ATOM}entry")
    problems = [*container_problems(feed, "feed"), *child_problems(feed)]
    if not link(feed, "self"):
        problems.append("the feed has no link to itself (4.1.1)")
    if feed.find(f"{ATOM}author") is None and any(entry.find(f"{ATOM}author") is None for entry in entries):
        problems.append("neither the feed nor each entry has an author (4.1.1)")
    for entry in entries:
        problems += [*container_problems(entry, "entry"), *child_problems(entry), *content_problems(entry)]
    ids = [entry.findtext(f"{ATOM}id") for entry in entries]
    return problems + [f"the id {name} stands twice (4.1.1)" for name in set(ids) if ids.count(name) > 1]


def container_problems(element, kind):
    """What a feed or an entry must hold once, or at most once."""
    for name in ONCE:
        if len(element.findall(f"{ATOM}{name}")) != 1:
            yield f"{kind}: not exactly one {name}"
    for name in AT_MOST_ONCE[kind]:
        if len(element.findall(f"{ATOM}{name}")) > 1:
            yield f"{kind}: more than one {name}"
    alternates = [(one.get("type"), one.get("hreflang")) for one in element.findall(f"{ATOM}link") if is_alternate(one)]
    if len(set(alternates)) < len(alternates):
        yield f"{kind}: two alternate links of one type and language"


def child_problems(element):
    """What each element in a feed or an entry must look like."""
    for child in element.iterchildren(f"{ATOM}*"):
        name = child.tag.removeprefix(ATOM)
        said = (child.text or "").strip()
        if name in {"updated", "published"} and not INSTANT.fullmatch(said):
            yield f"{name} {said!r} is no date of RFC 3339 (3.3)"
        if name == "id" and not urlsplit(said).scheme:
            yield f"id {said!r} is no IRI (4.2.6)"
        if name in PERSONS and len(child.findall(f"{ATOM}name")) != 1:
            yield f"{name} without exactly one name (3.2.1)"
        if name == "link":
            yield from link_problems(child)
        if name == "category" and not child.get("term"):
            yield "category without a term (4.2.2.1)"
        if name in TEXTS:
            yield from text_problems(child, name)
    for tagged in element.xpath("descendant-or-self::*[@xml:lang]"):
        if not LANGUAGE_TAG.fullmatch(tagged.get(LANGUAGE)):
            yield f"xml:lang {tagged.get(LANGUAGE)!r} is no language tag"


def link_problems(element):
    if not element.get("href"):
        yield "link without href (4.2.7.1)"
    if element.get("type") and not MEDIA_TYPE.fullmatch(element.get("type")):
        yield f"link of type {element.get('type')!r} (4.2.7.3)"
    if element.get("length") and not element.get("length").isdecimal():
        yield f"link with the length {element.get('length')!r}"
    if len(element):
        yield "link with content"


def text_problems(element, name):
    kind = element.get("type", "text")
    if name == "content" and (element.get("src") or MEDIA_TYPE.fullmatch(kind)):
        return
    if kind not in {"text", "html", "xhtml"}:
        yield f"{name} of type {kind!r} (3.1.1)"
    if kind == "xhtml":
        if [child.tag for child in element] != ["{http://www.w3.org/1999/xhtml}div"]:
            yield f"{name}: XHTML is not one div (3.1.1.3)"
    elif len(element):
        yield f"{name}: elements within {kind} (3.1.1)"


def content_problems(entry):
    content = entry.find(f"{ATOM}content")
    if content is None and not link(entry, "alternate"):
        yield "entry with neither content nor alternate link (4.1.2)"
    if content is not None and content.get("src") and (content.text or entry.find(f"{ATOM}summary") is None):
        yield "content from elsewhere needs a summary and must be empty (4.1.1.1)"


def is_alternate(element):
    return element.get("rel", "alternate") == "alternate"


def link(element, rel):
    """The address of the first link of this kind, or ''."""
    for one in element.findall(f"{ATOM}link"):
        if one.get("rel", "alternate") == rel:
            return one.get("href", "")
    return ""


def addresses_within(fragment):
    """Every address in a piece of HTML, as a feed carries it."""
    return html.fragment_fromstring(fragment, create_parent="div").xpath("//@href | //@src")


def json_problems(feed):
    """Breaches of JSON Feed 1.1 in a parsed feed: a list of sentences; [] when it is sound."""
    problems = [f"no {name}" for name in ("version", "title", "items") if not isinstance(feed.get(name), str | list)]
    if feed.get("version") != "https://jsonfeed.org/version/1.1":
        problems.append(f"version {feed.get('version')!r}")
    items = feed.get("items", [])
    ids = [item.get("id") for item in items]
    problems += [f"id {name!r} is no text" for name in ids if not isinstance(name, str) or not name]
    problems += ["an id stands twice"] if len(set(map(str, ids))) < len(ids) else []
    for item in items:
        if not (item.get("content_html") or item.get("content_text")):
            problems.append(f"{item.get('id')}: neither content_html nor content_text")
        for name in ("date_published", "date_modified"):
            if name in item and not INSTANT.fullmatch(item[name]):
                problems.append(f"{item.get('id')}: {name} {item[name]!r} is no date of RFC 3339")
    return problems
