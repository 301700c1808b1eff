"""The addresses of sitemaps."""

from django.http import Http404, StreamingHttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from icesco.found.conditional import open_to_all
from icesco.found.links import absolute
from people.languages import LANGUAGES

from .fixed import fixed_entries
from .newest import newest_editions
from .parts import filled_parts, part_named
from .xml import index_xml, news_xml, pages_xml

# The one part of each language that is no run of keys: main pages and months.
FIXED = {f"pages-{language}": language for language in LANGUAGES}


@require_safe
def sitemap_index(request):
    """Which sitemaps there are: none of them empty but perhaps the news."""
    names = [*FIXED, *(part.name for part in filled_parts())]
    addresses = [reverse("news_sitemap"), *(reverse("sitemap_part", args=[name]) for name in names)]
    return xml(index_xml(map(absolute, addresses)))


@require_safe
def sitemap_part(request, name):
    """One part, by its name: "pages-ar", "stories-ar-1"."""
    if name in FIXED:
        return xml(pages_xml(fixed_entries(FIXED[name])))
    part = part_named(name)
    if part is None:
        raise Http404
    return xml(pages_xml(part.entries()))


@require_safe
def news_sitemap(request):
    return xml(news_xml(newest_editions()))


def xml(written):
    """`written`, a generator of str, sent as it is written."""
    return open_to_all(StreamingHttpResponse(written, content_type="application/xml; charset=utf-8"))
