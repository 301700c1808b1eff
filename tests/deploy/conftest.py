"""nginx as deploy/ ships it, in front of a stub or of the whole newsroom."""

import os
import re
import shutil
import tempfile
from pathlib import Path

import pytest

from scripts.nginx import HOW_TO_GET, find_nginx, running_nginx
from scripts.refusal import Refused
from tests.crawl.site import Site

from .https_client import HttpsClient
from .stack import empty_database, running_stack
from .stub import running_stub

SUBJECT_FEED = re.compile(r"/\w\w/.+/feed(/|\.json)$")


@pytest.fixture(scope="session")
def nginx():
    """The path of nginx."""
    return find_nginx() or pytest.fail(f"This test needs nginx: {HOW_TO_GET}, or leave it out with -m 'not nginx'.")


@pytest.fixture(scope="session")
def short_folder():
    """A folder with a short name: a socket's path has room for about 100 letters."""
    folder = Path(tempfile.mkdtemp(prefix="icesco-nginx-", dir="/tmp"))
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


def pytest_collection_modifyitems(items):
    """One worker for all tests of the whole stack; the one that stops the server comes last."""
    ours = [item for item in items if "stack" in getattr(item, "fixturenames", ())]
    for item in ours:
        item.add_marker(pytest.mark.xdist_group("stack"))
    last = [item for item in ours if item.originalname == "test_withdrawn_words_are_gone_when_the_application_stops"]
    items[:] = [item for item in items if item not in last] + last


@pytest.fixture(scope="session")
def stack(nginx, short_folder):
    """The whole newsroom with the demo: a Stack."""
    url = os.environ.get("DATABASE_URL", "")
    if not url.startswith("postgres"):
        pytest.fail("This test needs PostgreSQL in DATABASE_URL, or leave it out with -m 'not nginx'.")
    folder = short_folder / "stack"
    folder.mkdir()
    try:
        with empty_database(url) as own, running_stack(folder, own) as found:
            yield found
    except Refused as refusal:
        pytest.fail(str(refusal))


@pytest.fixture(scope="session")
def site(stack):
    """The demo, crawled through nginx, without the API and the feeds of single subjects: they are half of it."""
    return Site(HttpsClient(stack.front), stack.front.origin, is_wanted=is_page_or_feed_of_all)


def is_page_or_feed_of_all(address):
    return not address.startswith("/api/") and not SUBJECT_FEED.match(address)


@pytest.fixture(scope="module")
def stubbed(nginx, short_folder, tmp_path_factory):
    """(front, path of the socket) of an nginx whose application is for the test to start."""
    folder = tmp_path_factory.mktemp("nginx")
    path = short_folder / f"{folder.name}.sock"
    files = {"static/css/page.0123456789ab.css": "p{}", "static/page.css": "p{}", "media/p/5d1f.webp": "RIFF"}
    for name, text in {**files, "originals/p/secret.jpg": "raw"}.items():
        file = folder / "var" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    try:
        with running_nginx(folder, path, folder / "var") as front:
            yield front, path
    except Refused as refusal:
        pytest.fail(str(refusal))


@pytest.fixture
def front(stubbed):
    return stubbed[0]


@pytest.fixture
def stub_and_stop(stubbed):
    """(the stub behind nginx, a function that stops it)."""
    with running_stub(stubbed[1]) as found:
        yield found


@pytest.fixture
def stub(stub_and_stop):
    return stub_and_stop[0]


@pytest.fixture
def client(front, stub):
    return HttpsClient(front)
