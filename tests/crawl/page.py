"""One answer of the crawled site, and what can be read from it."""

import json
from functools import cached_property
from urllib.parse import unquote, urljoin, urlsplit

from django.urls import Resolver404, resolve
from django.utils import translation
from lxml import etree, html

from people.languages import LANGUAGES
from tests.crawling import kept_body


class Page:
    """An answer: its address (path and query), `status`, `headers` and `body` (bytes).

    origin: the site's, such as http://127.0.0.1:8000, that absolute links in it begin with.
    """

    def __init__(self, address, status, headers, body, origin):
        self.address, self.status, self.headers, self.body, self.origin = address, status, headers, body, origin

    def __repr__(self):
        return f"{self.status} {unquote(self.address)}"

    @classmethod
    def of(cls, address, response, origin):
        """The Page of a response of Django's test client, or of one like it."""
        return cls(address, response.status_code, response.headers, kept_body(response), origin)

    @property
    def content_type(self):
        return self.headers.get("Content-Type", "").partition(";")[0]

    @property
    def is_html(self):
        """Whether it is HTML that people see: a redirect's is not."""
        return self.content_type == "text/html" and not 300 <= self.status < 400

    @property
    def is_document(self):
        """Whether a reader may find this page by itself: HTML that answers 200 and doesn't forbid an index."""
        return self.is_html and self.status == 200 and "noindex" not in self.robots

    @cached_property
    def language(self):
        first = self.address.split("/")[1]
        return first if first in LANGUAGES else ""

    @cached_property
    def kind(self):
        """The name of its view, such as news:edition_detail; with the status where that isn't 200."""
        with translation.override(self.language or "en"):
            try:
                name = resolve(unquote(urlsplit(self.address).path)).view_name
            except Resolver404:
                name = "nowhere"
        return name if self.status == 200 else f"{name} {self.status}"

    @cached_property
    def text(self):
        return self.body.decode()

    # HTML

    @cached_property
    def tree(self):
        return html.document_fromstring(self.text)

    @cached_property
    def ids(self):
        return self.tree.xpath("//@id")

    @property
    def title(self):
        return " ".join(self.tree.findtext(".//title", "").split())

    @property
    def headings(self):
        return [" ".join(heading.text_content().split()) for heading in self.tree.iter("h1")]

    @property
    def robots(self):
        return " ".join(self.tree.xpath("//meta[@name='robots']/@content"))

    @property
    def canonicals(self):
        return self.tree.xpath("//link[@rel='canonical']/@href")

    @cached_property
    def alternates(self):
        """{language or x-default: absolute address}; what is named twice is kept as a list."""
        found = {}
        for link in self.tree.xpath("//link[@rel='alternate'][@hreflang]"):
            code, address = link.get("hreflang"), link.get("href")
            found[code] = [found[code], address] if code in found else address
        return found

    @cached_property
    def structured_data(self):
        """The JSON-LD objects of the page, those of a @graph one by one."""
        objects = []
        for text in self.tree.xpath("//script[@type='application/ld+json']/text()"):
            data = json.loads(text)
            for item in data if isinstance(data, list) else [data]:
                objects.extend(item.get("@graph", [item]))
        return objects

    def meta(self, name):
        """Contents of the meta elements with this name or property."""
        return self.tree.xpath("//meta[@name=$name or @property=$name]/@content", name=name)

    def links(self):
        """(address within the site, fragment or '') of every link and form on the page."""
        for value in self.tree.xpath("//a/@href | //area/@href | //form/@action"):
            target = urlsplit(urljoin(f"{self.origin}{self.address}", value))
            if f"{target.scheme}://{target.netloc}" == self.origin:
                yield path_of(target.geturl()), unquote(target.fragment)

    def resources(self):
        """Every address that a browser fetches by itself to show the page, as written."""
        yield from self.tree.xpath("//@src | //@poster | //object/@data | //image/@href | //use/@href")
        rels = ("stylesheet", "icon", "preload", "modulepreload", "manifest", "preconnect", "dns-prefetch", "prefetch")
        for link in self.tree.iter("link"):
            if set(link.get("rel", "").split()) & set(rels):
                yield link.get("href")
        for srcset in self.tree.xpath("//@srcset | //@imagesrcset"):
            yield from (part.strip().split(" ")[0] for part in srcset.split(","))

    # XML

    @cached_property
    def xml(self):
        """The root element. Raises lxml.etree.XMLSyntaxError."""
        return etree.fromstring(self.body, etree.XMLParser(resolve_entities=False, no_network=True))


def path_of(url):
    """Path and query of an address, as the crawl names pages."""
    parts = urlsplit(url)
    return (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
