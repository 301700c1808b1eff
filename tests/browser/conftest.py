"""The demo as it is served, for tests that look at every kind of page."""

import pytest

from scripts.demo_site import demo_site
from scripts.refusal import Refused
from tests.conftest import watched_pages
from tests.crawl.http_client import HttpClient
from tests.crawl.site import Site
from tests.crawling import is_for_people

from .visiting import refused_ratings


def pytest_collection_modifyitems(items):
    """One worker for all tests of the demo's server, so that it is prepared and crawled once."""
    for item in items:
        if "demo" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.xdist_group("demo"))


@pytest.fixture(scope="session")
def demo(tmp_path_factory):
    """The crawled Site of a server with the demo and collected static files, in a process of its own."""
    try:
        with demo_site(tmp_path_factory.mktemp("demo")) as origin:
            yield Site(HttpClient(origin), origin, is_wanted=is_for_people)
    except Refused as refusal:
        pytest.fail(str(refusal))


@pytest.fixture(scope="session")
def kinds(demo):
    """{kind of page: {language: addresses}} of the demo, error pages among them, for `visiting.visit`."""
    by_get = {kind: found for kind, found in demo.kinds().items() if not kind.startswith("feedback:rate 4")}
    return {**by_get, "feedback:rate 422": refused_ratings()}


@pytest.fixture
def demo_page(chromium, demo):
    """`new_page` for the demo's server."""
    with watched_pages(chromium, demo.origin) as open_page:
        yield open_page
