"""The newsroom as deploy/ ships it, in use: the crawl of the demo, a reload under load, a withdrawal before the end."""

import threading
import time

import pytest

# The checks of the crawl, on what nginx answers: they ask for `site`, which is another one here.
from tests.crawl.test_documents import *  # noqa: F403
from tests.crawl.test_feeds import (  # noqa: F401
    atom,
    json_feeds,
    test_every_atom_feed_is_sound,
    test_every_json_feed_is_sound,
    test_every_language_has_feeds_of_both_kinds,
    test_the_entries_of_a_feed_lead_to_stories_with_their_titles,
)
from tests.crawl.test_links import (  # noqa: F401
    test_every_fragment_names_a_part_of_its_page,
    test_every_redirect_leads_in_one_hop_to_a_page,
    test_no_page_makes_a_browser_ask_another_site,
    test_no_public_answer_sets_a_cookie,
    test_nothing_that_a_link_leads_to_is_missing_or_fails,
)
from tests.crawl.test_sitemaps import *  # noqa: F403

from .https_client import HttpsClient

pytestmark = pytest.mark.nginx
WITHDRAW = """
from urllib.parse import unquote
from news.models import Edition
edition = next(one for one in Edition.objects.live("en") if one.get_absolute_url() == {address!r})
edition.withdraw()
"""


def story_of(site, language="en"):
    """The Page of a story."""
    return next(page for page in site.documents if page.kind == "news:edition_detail" and page.language == language)


def wait_until(is_so, seconds=30):
    deadline = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < deadline, "It did not come true in time."
        time.sleep(0.1)


def test_what_nginx_serves_is_compressed_and_hashed(site, stack):
    client = HttpsClient(stack.front)
    sheet = next(address for address in story_of(site).tree.xpath("//link[@rel='stylesheet']/@href"))

    file = client.get(sheet, headers={"Accept-Encoding": "gzip"})
    page = client.get("/en/", headers={"Accept-Encoding": "br, gzip"})

    assert file.headers["Content-Encoding"] == page.headers["Content-Encoding"] == "gzip"
    assert "immutable" in file.headers["Cache-Control"]


def test_pictures_come_from_the_disk(site, stack):
    picture = next(address for page in site.documents for address in page.tree.xpath("//main//img/@src"))

    answer = HttpsClient(stack.front).get(picture)

    assert answer.status_code == 200
    assert answer.headers["Content-Type"].startswith("image/")


def test_the_desk_is_never_stored(stack):
    answer = HttpsClient(stack.front).get("/admin/login/")

    assert (answer.status_code, answer.headers["Cache-Control"]) == (200, "no-store")


def test_the_socket_is_for_the_application_and_its_group(stack):
    mode = stack.socket.stat().st_mode

    assert oct(mode & 0o777) == "0o660"


def test_an_id_leads_from_an_answer_to_both_logs(stack):
    answer = HttpsClient(stack.front).get("/en/none/")
    name = answer.headers["X-Request-ID"]

    wait_until(lambda: name in stack.front.access_log.read_text() and name in stack.log.read_text())


def test_a_reload_loses_no_request(stack):
    before, statuses = stack.workers(), []
    is_done = threading.Event()

    def ask():
        while not is_done.is_set():
            # Neither is answered from a copy.
            statuses.extend(
                HttpsClient(stack.front).get(address).status_code for address in ("/readyz", "/en/feedback/")
            )

    askers = [threading.Thread(target=ask) for _ in range(3)]
    for asker in askers:
        asker.start()
    try:
        stack.reload()
        wait_until(lambda: len(stack.workers()) == len(before) and not stack.workers() & before)
    finally:
        is_done.set()
        for asker in askers:
            asker.join()

    assert len(before) == 2
    assert len(statuses) >= 50
    assert set(statuses) == {200}


def test_withdrawn_words_are_gone_when_the_application_stops(site, stack):
    """The last test here: it stops the server."""
    client, story = HttpsClient(stack.front), story_of(site)
    places = [story.address, "/en/", "/en/news/", "/en/feed/"]
    title = story.headings[0]
    assert title in client.get(story.address).content.decode()
    stack.manage("shell", "--no-imports", "-c", WITHDRAW.format(address=story.address))
    time.sleep(2)
    answers = [client.get(place) for place in places]
    assert [answer.status_code for answer in answers] == [410, 200, 200, 200]
    assert [answer for answer in answers if title in answer.content.decode()] == []

    stack.stop_server()
    time.sleep(1)
    answers = [client.get(place) for place in places]

    assert [answer.status_code for answer in answers] == [503] * len(places)
    assert [answer for answer in answers if title in answer.content.decode()] == []
