"""Addresses that other sites and machines read; those of feeds are below a language's prefix."""

from django.urls import path

from . import favicon, oembed, robots, security_txt
from .feeds import views as feeds
from .sitemaps import views as sitemaps

# Tags keep their own letters, which Django's slug converter doesn't know.
SUBJECT_PLACES = {
    "person": "people/<slug:key>",
    "member_state": "member-states/<slug:key>",
    "sector": "sectors/<slug:key>",
    "tag": "tags/<str:key>",
}


def feed_routes():
    """Atom at …/feed/ and JSON Feed at …/feed.json, for all stories and below each kind of subject's page."""
    for form, last, suffix in (("atom", "feed/", ""), ("json", "feed.json", "_json")):
        yield path(last, feeds.feed, {"form": form}, name=f"feed{suffix}")
        for kind, place in SUBJECT_PLACES.items():
            given = {"form": form, "kind": kind}
            yield path(f"{place}/{last}", feeds.subject_feed, given, name=f"{kind}_feed{suffix}")


in_a_language = list(feed_routes())
in_none = [
    path("robots.txt", robots.robots, name="robots"),
    path("favicon.ico", favicon.favicon, name="favicon"),
    path(".well-known/security.txt", security_txt.security_txt, name="security_txt"),
    path("security-policy.txt", security_txt.security_policy, name="security_policy"),
    path("sitemap.xml", sitemaps.sitemap_index, name="sitemap_index"),
    path("sitemaps/news.xml", sitemaps.news_sitemap, name="news_sitemap"),
    path("sitemaps/<slug:name>.xml", sitemaps.sitemap_part, name="sitemap_part"),
    path("oembed", oembed.oembed, name="oembed"),
]
