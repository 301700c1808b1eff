"""What nginx keeps of public pages: for the running second, by the application's headers, and never longer."""

import sys
import threading
import time
from itertools import count

import pytest

from tests.caching import PUBLIC_CACHING

from .https_client import HttpsClient

pytestmark = pytest.mark.nginx
PAGE = ""  # an address of each test's own
NUMBERS = count()


@pytest.fixture(autouse=True)
def _a_page_and_most_of_a_second_to_itself(monkeypatch):
    """A test that asks twice within a second has time to: the copies of one are not there in the next."""
    monkeypatch.setattr(sys.modules[__name__], "PAGE", f"/en/tags/{next(NUMBERS)}/")
    left = 1 - time.time() % 1
    if left < 0.7:
        time.sleep(left + 0.005)


def wait_for_the_next_second():
    time.sleep(1.05 - time.time() % 1)


def kept_files(front):
    return [path for path in front.cache.rglob("*") if path.is_file()]


def test_a_page_is_fetched_once_in_a_second(client, stub):
    answers = [client.get(PAGE) for _ in range(5)]

    assert stub.targets == [PAGE]
    assert {(answer.status_code, answer.content) for answer in answers} == {(200, b"words")}


def test_it_is_fetched_anew_in_the_next_second(client, stub):
    client.get(PAGE)
    stub.body = b"corrected"

    wait_for_the_next_second()

    assert client.get(PAGE).content == b"corrected"


def test_words_that_were_withdrawn_are_not_shown_once_the_application_has_stopped(front, client, stub_and_stop):
    stub, stop = stub_and_stop
    assert client.get(PAGE).content == b"words"
    stub.status, stub.body, stub.headers = 410, b"gone", {"Cache-Control": "no-store"}
    wait_for_the_next_second()
    assert client.get(PAGE).status_code == 410
    stop()

    answers = []
    for _ in range(25):
        answers.append(client.get(PAGE))
        time.sleep(0.1)

    assert {answer.status_code for answer in answers} == {503}
    assert [answer for answer in answers if b"words" in answer.content] == []
    assert answers[0].headers["Retry-After"] == "5"
    assert answers[0].headers["Cache-Control"] == "no-store"


def test_nothing_old_is_shown_when_the_application_stops_before_it_could_say_so(client, stub_and_stop):
    _stub, stop = stub_and_stop
    assert client.get(PAGE).content == b"words"
    stop()

    wait_for_the_next_second()

    assert client.get(PAGE).status_code == 503


def test_the_copies_are_removed_from_the_disk(front, client, stub):
    client.get(PAGE)
    assert kept_files(front)

    deadline = time.monotonic() + 30
    while kept_files(front) and time.monotonic() < deadline:
        time.sleep(0.2)

    assert kept_files(front) == []


@pytest.mark.parametrize(
    "more", ["?utm_source=letter", "?x=1&y=2", "?", "?fbclid=a&utm_medium=b", "?p%61ge=2", "?page"]
)
def test_parameters_that_no_page_reads_make_no_further_copy(client, stub, more):
    client.get(PAGE)

    assert client.get(PAGE + more).content == b"words"
    assert stub.targets == [PAGE]


def test_parameters_that_pages_read_reach_the_application_whatever_stands_between_them(client, stub):
    client.get("/en/search/?utm_source=x&page=2&q=%D8%B9%D9%84%D9%85+a%26b&year=2026&fbclid=1&sort=date")

    assert stub.targets == ["/en/search/?q=%D8%B9%D9%84%D9%85+a%26b&year=2026&sort=date&page=2"]


def test_a_name_in_capitals_can_not_put_one_page_in_the_place_of_another(client, stub):
    client.get(PAGE + "?PAGE=2")
    client.get(PAGE)

    assert stub.targets == [PAGE + "?page=2", PAGE]


@pytest.mark.parametrize(
    "headers",
    [
        {"Cache-Control": "no-store"},
        {"Cache-Control": "private, max-age=60"},
        {},
        {"Cache-Control": PUBLIC_CACHING, "Set-Cookie": "a=b"},
        {"Cache-Control": PUBLIC_CACHING, "Vary": "Cookie"},
        {"Cache-Control": PUBLIC_CACHING, "Vary": "Accept-Encoding, Accept-Language"},
        {"Cache-Control": "public, max-age=0", "X-Accel-Expires": "60"},
    ],
    ids=str,
)
def test_what_the_application_does_not_open_to_all_is_not_kept(client, stub, headers):
    stub.headers = headers

    client.get(PAGE)
    client.get(PAGE)

    assert len(stub.asked) == 2


@pytest.mark.parametrize("status", [404, 410, 500, 503])
def test_a_refusal_is_not_kept(client, stub, status):
    stub.status, stub.headers = status, {"Cache-Control": "no-store"}

    assert [client.get(PAGE).status_code for _ in range(2)] == [status, status]
    assert len(stub.asked) == 2


@pytest.mark.parametrize(
    "address",
    [
        "/",
        "/admin/",
        "/api/v1/editions/?page=1",
        "/en/feedback/?page=/en/",
        "/en/preview/abc/",
        "/oembed?url=x",
        "/healthz",
    ],
)
def test_what_is_private_or_answers_by_its_whole_query_is_asked_each_time(client, stub, address):
    client.get(address)
    client.get(address)

    assert stub.targets == [address, address]


def test_who_is_signed_in_gets_the_page_of_everybody(client, stub):
    client.get(PAGE, headers={"Cookie": "sessionid=secret", "Authorization": "Basic x"})
    client.get(PAGE)

    assert len(stub.asked) == 1
    assert not {"cookie", "authorization"} & stub.asked[0].headers.keys()


@pytest.mark.parametrize(
    ("sent", "form"),
    [
        ("gzip, deflate, br", "gzip"),
        ("br;q=1.0, gzip;q=0.8", "gzip"),
        ("GZIP", "gzip"),
        ("gzip;q=0", ""),
        ("br", ""),
        ("identity", ""),
    ],
)
def test_a_page_is_asked_for_in_two_forms_only(client, stub, sent, form):
    client.get(PAGE, headers={"Accept-Encoding": sent})

    assert stub.asked[0].headers.get("accept-encoding", "") == form


def test_spellings_of_what_a_browser_takes_share_a_copy(client, stub):
    for sent in ("gzip", "gzip, deflate", "deflate, gzip;q=1.0, *;q=0.5", "br", "identity", ""):
        client.get(PAGE, headers={"Accept-Encoding": sent})

    assert len(stub.asked) == 2


def test_head_and_get_share_a_copy(client, stub):
    head = client.ask("HEAD", PAGE)

    assert (head.status_code, head.content) == (200, b"")
    assert client.get(PAGE).content == b"words"
    assert len(stub.asked) == 1


def test_a_post_to_a_page_goes_through(client, stub):
    client.get(PAGE)
    client.post(PAGE, {"a": "b"}, {})

    assert [asked.method for asked in stub.asked] == ["GET", "POST"]


def test_many_who_want_a_new_page_are_fetched_one(front, stub):
    answers = []

    def ask():
        answers.append(HttpsClient(front).get(PAGE).content)

    askers = [threading.Thread(target=ask) for _ in range(20)]
    for asker in askers:
        asker.start()
    for asker in askers:
        asker.join()

    assert answers == [b"words"] * 20
    # One for each second that they took.
    assert len(stub.asked) < 5
