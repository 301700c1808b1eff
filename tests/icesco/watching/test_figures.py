"""What is counted, under names from fixed sets."""

import pytest
from django.urls import get_resolver
from django.urls.resolvers import URLResolver

from feedback.signals import rating_recorded
from icesco.watching.figures import registry
from icesco.watching.kinds import KINDS, NAMESPACES, OTHER, kind_of
from tests.factories import make_edition

pytestmark = pytest.mark.django_db


class Change:
    """How much a figure has grown since this was made."""

    def __init__(self, name, **labels):
        self.name, self.labels = name, labels
        self.before = self.now()

    def now(self):
        return registry.get_sample_value(self.name, self.labels) or 0

    def __call__(self):
        return self.now() - self.before


def requests(kind, method="read", status="2xx"):
    return Change("icesco_requests_total", kind=kind, method=method, status=status)


def test_a_page_is_counted_by_kind_and_timed(client):
    edition = make_edition()
    counted, timed = requests("story"), Change("icesco_request_seconds_count", kind="story")

    client.get(edition.get_absolute_url())

    assert (counted(), timed()) == (1, 1)


@pytest.mark.parametrize(
    ("method", "address", "kind", "method_class", "status"),
    [
        ("get", "/en/", "home", "read", "2xx"),
        ("head", "/ar/news/", "list", "read", "2xx"),
        ("get", "/en/news/?page=x", "list", "read", "4xx"),
        ("get", "/en/nothing/at/all/", "other", "read", "4xx"),
        ("get", "/api/v1/nothing", "api", "read", "4xx"),
        ("get", "/admin/", "admin", "read", "3xx"),
        ("get", "/static/nothing.css", "static", "read", "4xx"),
        ("post", "/fr/feedback/", "rating", "write", "4xx"),
        ("get", "/healthz", "health", "read", "2xx"),
        ("get", "/en/about/privacy/", "text", "read", "2xx"),
    ],
)
def test_requests_are_told_apart(client, method, address, kind, method_class, status):
    counted = requests(kind, method_class, status)

    getattr(client, method)(address)

    assert counted() == 1


def test_a_made_up_method_opens_no_series_of_its_own(client):
    counted = requests("list", "other", "4xx")

    client.generic("BREW", "/en/news/")

    assert counted() == 1


def routes(resolver, namespaces=()):
    """(namespaces, name) of every route."""
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLResolver):
            yield from routes(pattern, (*namespaces, *filter(None, [pattern.namespace])))
        else:
            yield namespaces, pattern.name


def test_every_route_has_a_kind():
    class Request:
        def __init__(self, namespaces, name):
            from types import SimpleNamespace

            view_name = ":".join([*namespaces, name or ""])
            self.resolver_match = SimpleNamespace(namespace=":".join(namespaces), view_name=view_name)

    found = {route: kind_of(Request(*route)) for route in routes(get_resolver())}

    assert [route for route, kind in found.items() if kind == OTHER] == []
    assert set(found.values()) <= KINDS
    assert set(NAMESPACES) <= {namespaces[0] for namespaces, _name in found if namespaces}


def test_a_copy_that_is_still_right_is_counted_apart(client):
    tag = client.get("/en/feed/").headers["ETag"]
    unchanged = Change("icesco_conditional_requests_total", result="unchanged")
    sent = Change("icesco_conditional_requests_total", result="sent")

    client.get("/en/feed/", headers={"if-none-match": tag})
    client.get("/en/feed/", headers={"if-none-match": '"old"'})
    client.get("/en/feed/")

    assert (unchanged(), sent()) == (1, 1)


def rate(client, score, user_agent):
    return client.post(
        "/en/feedback/",
        {"score": score, "page": "/en/", "comment": "unheard-of words"},
        headers={
            "origin": "http://testserver",
            "sec-fetch-site": "same-origin",
            "user-agent": user_agent,
            "accept-language": "en",
            "accept": "text/html",
        },
    )


def test_ratings_are_counted_as_they_stand(client, caplog):
    counted = Change("icesco_ratings_total", standing="counted")
    quarantined = Change("icesco_ratings_total", standing="quarantined")
    replaced = Change("icesco_ratings_replaced_total")

    with caplog.at_level("INFO", "icesco.watching"):
        for score, browser in ((4, "Mozilla/5.0 Firefox/80.0"), (5, "Mozilla/5.0 Firefox/80.0"), (1, "curl/8")):
            assert rate(client, score, browser).status_code == 303

    assert (counted(), quarantined(), replaced()) == (2, 1, 1)
    assert "A rating was set apart: odd_client" in caplog.text
    assert "unheard-of" not in caplog.text


def test_a_listener_that_fails_fails_no_rating(client):
    def fail(**kwargs):
        raise RuntimeError

    rating_recorded.connect(fail)
    try:
        response = rate(client, 4, "Mozilla/5.0 Firefox/80.0")
    finally:
        rating_recorded.disconnect(fail)

    assert response.status_code == 303


@pytest.mark.parametrize("address", ["/metrics", "/metrics/", "/en/metrics/", "/admin/metrics/"])
def test_no_address_of_the_site_shows_figures(client, address):
    response = client.get(address)

    assert response.status_code in {302, 404}
    assert b"icesco_requests" not in response.content
