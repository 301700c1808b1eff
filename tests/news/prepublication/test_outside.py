"""Links to other sites: whether they answer, in a bounded time, without asking anything behind our own door."""

import socket
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from news.prepublication import guard, outside
from news.prepublication.outside import Busy, check_links
from news.prepublication.visit import Outcome

from .servers import web_server


@pytest.fixture(scope="module")
def server():
    with web_server() as running:
        yield running


def anything(address, port):
    return True


def outcomes(urls, may_connect=anything, **bounds):
    return [answer.outcome for answer in check_links(urls, may_connect=may_connect, **bounds)]


def test_what_a_site_answers_is_told(server):
    paths = {
        "/page": Outcome.ANSWERS,
        "/page with words/é?q=ü": Outcome.ANSWERS,
        "/404": Outcome.MISSING,
        "/410": Outcome.MISSING,
        "/403": Outcome.CLOSED,
        "/503": Outcome.FAILS,
        "/only-get/x": Outcome.ANSWERS,
        "/to//page": Outcome.ANSWERS,
        "/to//404": Outcome.MISSING,
        "/to/ftp://example.org/": Outcome.ODD,
    }

    assert outcomes([server.origin + path for path in paths]) == list(paths.values())


def test_redirects_that_go_round_end(server):
    loop = f"{server.origin}/to//to//to//to//to//to//to//to//to//page"

    assert outcomes([loop]) == [Outcome.SILENT]


@pytest.mark.parametrize(
    "url", ["http://", "http://[::1/", "http:///x", "http://a:99999/", "http://" + "a" * 64 + "ö/"]
)
def test_what_is_no_address_is_told_so(url):
    assert outcomes([url]) == [Outcome.ODD]


def test_a_closed_door_is_silent():
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{unused.getsockname()[1]}/"

        assert outcomes([url]) == [Outcome.SILENT]


def test_a_slow_site_takes_no_more_than_its_share(server):
    begun = time.monotonic()

    found = outcomes([f"{server.origin}/slow/3", f"{server.origin}/page"], each=0.3)

    assert found == [Outcome.SILENT, Outcome.ANSWERS]
    assert time.monotonic() - begun < 2


def test_a_site_that_drips_is_given_up_with_all_the_others(server):
    begun = time.monotonic()

    assert outcomes([f"{server.origin}/drip"] * 3, each=5, overall=0.5) == [Outcome.SILENT] * 3
    assert time.monotonic() - begun < 2


def test_no_more_than_twenty_are_asked(server):
    assert len(outcomes([f"{server.origin}/{number:02}x" for number in range(25)])) == 20


def test_two_people_check_at_once_and_no_third(server, monkeypatch):
    monkeypatch.setattr(outside, "CHECKING", outside.BoundedSemaphore(1))
    outside.CHECKING.acquire()

    with pytest.raises(Busy):
        check_links([f"{server.origin}/page"], may_connect=anything)
    outside.CHECKING.release()
    assert outcomes([f"{server.origin}/page"]) == [Outcome.ANSWERS]


PRIVATE = [
    "http://127.0.0.1/",
    "http://127.1/",
    "http://2130706433/",
    "http://0x7f000001/",
    "http://0.0.0.0/",
    "http://localhost/",
    "http://[::1]/",
    "http://[::ffff:127.0.0.1]/",
    "http://[64:ff9b::7f00:1]/",
    "http://[2002:7f00:1::]/",
    "http://[fe80::1]/",
    "http://[fd00::1]/",
    "http://10.0.0.8/",
    "http://172.16.0.1/",
    "http://192.168.1.1/",
    "http://169.254.169.254/latest/meta-data/",
    "http://100.64.0.1/",
    "http://224.0.0.1/",
    "https://192.0.2.1/",
    "http://93.184.216.34:22/",
]


def test_what_is_behind_our_door_is_never_asked(server):
    assert set(outcomes(PRIVATE[:20], may_connect=None)) == {Outcome.REFUSED}
    before = len(server.asked)
    assert outcomes([f"{server.origin}/page"], may_connect=None) == [Outcome.REFUSED]
    assert len(server.asked) == before


def test_a_redirect_behind_our_door_is_not_followed(server):
    def only_the_first(address, port):
        return port == server.server_port

    before = len(server.asked)

    assert outcomes([f"{server.origin}/to/http://127.0.0.1:1/"], only_the_first) == [Outcome.REFUSED]
    assert len(server.asked) == before + 1


def test_a_name_is_resolved_once_and_held_to_what_it_was(server, monkeypatch):
    """A name that leads elsewhere the second time would pass the guard and then be asked."""
    real, asked = socket.getaddrinfo, []

    def resolve(host, port, *args, **kwargs):
        if host != "changing.example":
            return real(host, port, *args, **kwargs)
        asked.append(host)
        return real("127.0.0.1", port, *args, **kwargs)

    monkeypatch.setattr(socket, "getaddrinfo", resolve)

    url = f"http://changing.example:{server.server_port}/page"

    assert outcomes([url]) == [Outcome.ANSWERS]
    assert len(asked) == 1
    assert outcomes([url], may_connect=None) == [Outcome.REFUSED]


def test_one_private_address_among_public_ones_refuses_the_name(monkeypatch):
    entries = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (ip, 80)) for ip in ("93.184.216.34", "10.0.0.1")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *args, **kwargs: entries)

    assert outcomes(["http://two.example/"], may_connect=None) == [Outcome.REFUSED]


def test_a_name_that_there_is_not_is_told(monkeypatch):
    def nowhere(*args, **kwargs):
        raise socket.gaierror(socket.EAI_NONAME, "nowhere")

    monkeypatch.setattr(socket, "getaddrinfo", nowhere)

    assert outcomes(["http://nowhere.example/"]) == [Outcome.UNKNOWN]


@given(
    st.ip_addresses(network="10.0.0.0/8") | st.ip_addresses(network="fc00::/7") | st.ip_addresses(network="127.0.0.0/8")
)
def test_no_private_address_passes_the_guard_however_it_is_wrapped(address):
    assert not guard.may_connect(str(address), 443)
    if address.version == 4:
        assert not guard.may_connect(f"::ffff:{address}", 443)
        assert not guard.may_connect(f"64:ff9b::{address}", 443)


def test_the_public_internet_passes_the_guard():
    assert guard.may_connect("93.184.216.34", 443)
    assert guard.may_connect("2606:2800:220:1::1", 80)
    assert not guard.may_connect("no address", 80)
