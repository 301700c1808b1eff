"""Visits public pages as a machine would: every link, in every language."""

import re
from html import unescape
from urllib.parse import unquote, urljoin, urlsplit

from django.urls import reverse
from django.utils import translation

from people.languages import LANGUAGES

LINK = re.compile(r"""(?:href|src|action|srcset)="([^"]*)\"""")
LOCATION = re.compile(r"<(?:loc|id|uri)>([^<]*)</")
PLAIN_ADDRESSES = ("/", "/robots.txt", "/healthz", "/readyz", "/sitemap.xml", "/sitemaps/news.xml", "/api/v1/")
ADDRESS_IN_JSON = re.compile(r'"http://127\.0\.0\.1:8000(/[^"]*)"')
STATIC = ("/static/", "/media/", "/admin/")


def links_in(page, address):
    """Addresses of this site named in the HTML or XML `page`, without fragments."""
    for value in (*LINK.findall(page), *LOCATION.findall(page)):
        for part in unescape(value).split(","):
            target = urlsplit(urljoin(address, part.strip().split(" ")[0]))
            if target.netloc in {"", "testserver", "127.0.0.1:8000"} and target.path:
                yield target.path + (f"?{target.query}" if target.query else "")


def links_in_json(text):
    """Addresses of this site among the strings of a JSON text."""
    return ADDRESS_IN_JSON.findall(text)


def crawl(client, starts=()):
    """Visit `starts`, the front doors and every link found: {address: response}, refused ones too.

    A 302 or 301 counts as a page of its own and is followed.
    """
    waiting = [*PLAIN_ADDRESSES, *(f"/{language}/" for language in LANGUAGES), *starts]
    answers = {}
    while waiting:
        address = waiting.pop()
        if address in answers or address.startswith(STATIC):
            continue
        answers[address] = response = client.get(address)
        if location := response.headers.get("Location"):
            waiting.extend(links_in(f'href="{location}"', address))
        if re.search("html|xml", response.headers.get("Content-Type", "")):
            waiting.extend(links_in(kept_body(response).decode(), address))
        elif "json" in response.headers.get("Content-Type", ""):
            waiting.extend(links_in_json(response.content.decode()))
    return answers


def kept_body(response):
    """The body of an answer as bytes; of a streamed one as well, which can be read once only."""
    if response.streaming:
        response.kept_body = getattr(response, "kept_body", None) or b"".join(response.streaming_content)
        return response.kept_body
    return response.content


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
