"""What crawlers are asked to leave alone, and where our lists of pages are."""

from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from people.languages import LANGUAGES

from .links import absolute

# Below each language: results of what a visitor typed, and the form by itself.
NOT_FOR_CRAWLERS = ("search/?", "feedback/")


@require_safe
def robots(request):
    kept_out = ["/admin/", *(f"/{language}/{place}" for language in LANGUAGES for place in NOT_FOR_CRAWLERS)]
    sitemaps = [absolute(reverse(name)) for name in ("sitemap_index", "news_sitemap")]
    rules = ["User-agent: *", *(f"Disallow: {path}" for path in kept_out)]
    lines = [*rules, "", *(f"Sitemap: {url}" for url in sitemaps), ""]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")
