"""Sitemaps as XML, written a page at a time (sitemaps.org; alternates and news as Google describes them)."""

from xml.sax.saxutils import escape, quoteattr

from django.utils import translation

from icesco.found.links import absolute
from icesco.found.publisher import newsroom_name
from icesco.text.characters import for_xml

MAP = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
XHTML = 'xmlns:xhtml="http://www.w3.org/1999/xhtml"'
NEWS = 'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"'
DECLARATION = '<?xml version="1.0" encoding="utf-8"?>\n'


def element(name, text):
    return f"<{name}>{escape(for_xml(text))}</{name}>"


def index_xml(addresses):
    """The index that names the sitemaps at `addresses`, absolute ones: a generator of str."""
    yield f"{DECLARATION}<sitemapindex {MAP}>\n"
    for address in addresses:
        yield f"<sitemap>{element('loc', address)}</sitemap>\n"
    yield "</sitemapindex>\n"


def pages_xml(entries):
    """The sitemap of `entries`, SitemapEntry each: a generator of str."""
    yield f"{DECLARATION}<urlset {MAP} {XHTML}>\n"
    for entry in entries:
        changed = element("lastmod", w3c_time(entry.changed_at)) if entry.changed_at else ""
        yield f"<url>{element('loc', entry.url)}{changed}{alternate_links(entry)}</url>\n"
    yield "</urlset>\n"


def alternate_links(entry):
    """The page in each of its languages, as its own head says too."""
    languages = {**entry.alternates, **({"x-default": entry.default} if entry.default else {})}
    return "".join(
        f'<xhtml:link rel="alternate" hreflang="{language}" href={quoteattr(address)}/>'
        for language, address in languages.items()
    )


def news_xml(editions):
    """The news sitemap of `editions`: a generator of str."""
    yield f"{DECLARATION}<urlset {MAP} {NEWS}>\n"
    for edition in editions:
        with translation.override(edition.language):
            name = newsroom_name()
        yield (
            f"<url>{element('loc', absolute(edition.get_absolute_url()))}<news:news><news:publication>"
            f"{element('news:name', name)}{element('news:language', edition.language)}</news:publication>"
            f"{element('news:publication_date', w3c_time(edition.published_at))}"
            f"{element('news:title', edition.title)}</news:news></url>\n"
        )
    yield "</urlset>\n"


def w3c_time(moment):
    """`moment`, an aware datetime, as 2026-03-09T12:30:00+00:00."""
    return moment.isoformat(timespec="seconds")
