"""Visits public pages as a machine would: every link of pages, feeds and sitemaps, in every language."""

import json
import re
from collections import Counter
from html import unescape
from urllib.parse import parse_qsl, unquote, urljoin, urlsplit

from django.conf import settings
from django.urls import reverse
from django.utils import translation

from people.languages import LANGUAGES
from tests.sampling import IS_DEEP, sampled

LINK = re.compile(r"""(?:href|src|action|srcset)="([^"]*)\"""")
LOCATION = re.compile(r"<(?:loc|id|uri)>\s*([^<]*?)\s*</|^Sitemap:\s*(\S+)", re.MULTILINE)
PLAIN_ADDRESSES = ("/", "/robots.txt", "/healthz", "/readyz", "/sitemap.xml", "/sitemaps/news.xml", "/api/v1/")
STATIC = ("/static/", "/media/", "/admin/")
# Filters multiply: of the addresses that differ only in the values of their parameters, so many are visited.
MOST_PER_QUERY = 200 if IS_DEEP else 8


def links_in(text, address, content_type="text/html", origin=None):
    """Addresses of this site named in an answer at `address`, without fragments; encoded as they stand there."""
    own = {"", "testserver", urlsplit(origin or settings.SITE_ORIGIN).netloc}
    for value in named_in(text, content_type, origin or settings.SITE_ORIGIN):
        target = urlsplit(urljoin(address, value))
        if target.scheme in {"", "http", "https"} and target.netloc in own and target.path:
            yield target.path + (f"?{target.query}" if target.query else "")


def named_in(text, content_type, origin):
    """Everything in an answer that is written as an address."""
    if "json" in content_type:
        yield from (value for value in strings_of(json.loads(text)) if value.startswith(f"{origin}/"))
        return
    if "html" not in content_type:
        yield from (first or second for first, second in LOCATION.findall(unescape(text)))
        text = unescape(text)  # pages within feeds
    for value in LINK.findall(text):
        for part in unescape(value).split(","):
            yield part.strip().split(" ")[0]


def strings_of(value):
    """Every string in a JSON document that is a value, wherever it stands."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | dict):
        for part in value.values() if isinstance(value, dict) else value:
            yield from strings_of(part)


def crawl(client, starts=(), origin=None, is_wanted=lambda address: True):
    """Visit `starts`, the front doors and every link found: {address: response}, refused ones too.

    client: has `get(address)` as Django's test client; origin: of absolute links, by default the configured one;
    is_wanted: whether to follow a link to an address. A 302 or 301 counts as a page of its own and is followed. Of
    addresses with a query a sample is visited.
    """
    answers, taken = {}, Counter()
    wave = {*PLAIN_ADDRESSES, *(f"/{language}/" for language in LANGUAGES), *starts}
    while wave:
        found = set()
        for address in sorted(wave):
            answers[address] = response = client.get(address)
            found.update(links_of(response, address, origin))
        unseen = {one for one in found - answers.keys() if not one.startswith(STATIC) and is_wanted(one)}
        wave = without_most_queries(unseen, taken)
    return answers


def is_for_people(address):
    """Whether a page stands at the address, rather than a feed, a sitemap or an answer of the API."""
    path = address.split("?")[0]
    return not path.startswith(("/api/", "/sitemap", "/oembed")) and not path.endswith(("/feed/", "/feed.json"))


def links_of(response, address, origin=None):
    """Addresses of this site that a response leads to."""
    content_type = response.headers.get("Content-Type", "")
    if location := response.headers.get("Location"):
        yield from links_in(f'href="{location}"', address, origin=origin)
    if re.search("html|xml|json|text/plain", content_type):
        yield from links_in(kept_body(response).decode(), address, content_type, origin)


def kept_body(response):
    """The body of an answer as bytes; of a streamed one as well, which can be read once only."""
    if getattr(response, "streaming", False):
        response.kept_body = getattr(response, "kept_body", None) or b"".join(response.streaming_content)
        return response.kept_body
    return response.content


def without_most_queries(addresses, taken):
    """All addresses without a query and a sample of the others. taken: a Counter of what was chosen before."""
    chosen, alike = set(), {}
    for address in addresses:
        if query := urlsplit(address).query:
            alike.setdefault(kind_of_query(address, query), []).append(address)
        else:
            chosen.add(address)
    for kind, found in alike.items():
        more = sampled(sorted(found), max(0, MOST_PER_QUERY - taken[kind]), is_deep=False)
        taken[kind] += len(more)
        chosen.update(more)
    return chosen


def kind_of_query(address, query):
    """What two addresses share that differ only in values: the parameter, or how many, where several combine."""
    names = sorted({name for name, _value in parse_qsl(query, keep_blank_values=True)})
    return urlsplit(address).path, *(names if len(names) == 1 else [str(len(names))])


def in_every_language(name, *args):
    """The address of route `name` in each language."""
    found = []
    for language in LANGUAGES:
        with translation.override(language):
            found.append(reverse(name, args=args))
    return found


def whole_answer(response):
    """Headers and body of an answer as one text, addresses in it unquoted."""
    body = kept_body(response)
    text = (
        "\n".join(f"{name}: {value}" for name, value in response.headers.items())
        + "\n"
        + body.decode("utf-8", "replace")
    )
    return text + unquote(text)
