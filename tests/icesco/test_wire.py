"""The application server as an attacker on the wire meets it: one request is one answer, whatever its lines say."""

import re
import socket
import subprocess
import sys
from contextlib import suppress

import pytest
from django.conf import settings

from scripts.demo_site import any_free_port, environment_without_ours, wait_for

HOST = b"Host: 127.0.0.1\r\n"
LAST = b"Connection: close\r\n\r\n"
SECOND = b"GET /smuggled HTTP/1.1\r\n" + HOST + b"\r\n"
STATUS = re.compile(rb"HTTP/1\.[01] (\d{3}) ")


@pytest.fixture(scope="module")
def port(tmp_path_factory):
    """Where `manage.py serve` listens. It has no tables: nothing that is tried here needs one."""
    folder, found = tmp_path_factory.mktemp("wire"), any_free_port()
    own = {"ICESCO_VAR": str(folder), "DJANGO_SETTINGS_MODULE": "tests.icesco.served_settings"}
    environment = {**environment_without_ours(), **own}
    with (folder / "server.log").open("w") as log:
        server = subprocess.Popen(
            [sys.executable, "manage.py", "serve", "--port", str(found)],
            cwd=settings.BASE_DIR,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
        )
        try:
            wait_for(f"http://127.0.0.1:{found}", server, folder / "server.log")
            yield found
        finally:
            server.terminate()
            server.wait(20)


def answers(port, *parts):
    """(statuses, all bytes) that come back for these bytes until the server closes or is silent for a second."""
    with socket.create_connection(("127.0.0.1", port), timeout=10) as connection:
        received = b""
        with suppress(OSError):
            connection.sendall(b"".join(parts))
        with suppress(OSError):
            while piece := connection.recv(65_536):
                received += piece
                connection.settimeout(1)
    return [int(status) for status in STATUS.findall(received)], received


@pytest.mark.parametrize(
    "lines",
    [
        b"Content-Length: 4\r\nContent-Length: 5\r\n",
        b"Content-Length: 4, 4\r\n",
        b"Content-Length: +4\r\n",
        b"Content-Length: -1\r\n",
        b"Content-Length: 99999999999999999999\r\n",
        b"Transfer-Encoding: xchunked\r\n",
        b"Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n",
        b"Transfer-Encoding : chunked\r\n",
    ],
)
def test_a_body_of_doubtful_length_is_refused_and_the_connection_ended(port, lines):
    statuses, _received = answers(port, b"POST /healthz HTTP/1.1\r\n", HOST, lines, b"\r\nabcde", SECOND)

    assert statuses == [400]


@pytest.mark.parametrize(
    "lines",
    [
        b"Content-Length: 40\r\nTransfer-Encoding: chunked\r\n",
        b"Transfer-Encoding: chunked\r\nContent-Length: 4\r\n",
    ],
)
def test_what_follows_a_body_of_two_lengths_is_no_second_request(port, lines):
    statuses, received = answers(port, b"POST /healthz HTTP/1.1\r\n", HOST, lines, b"\r\n0\r\n\r\n", SECOND)

    assert len(statuses) == 1
    assert statuses[0] >= 400
    assert b"smuggled" not in received


@pytest.mark.parametrize("line", [b"X: a\r\n b\r\n", b"X: a\rY: b\r\n", b"X: a\0b\r\n", b"X : a\r\n", b": a\r\n"])
def test_a_header_that_could_be_read_in_two_ways_is_refused(port, line):
    assert answers(port, b"GET / HTTP/1.1\r\n", HOST, line, LAST)[0] == [400]


@pytest.mark.parametrize(
    ("hosts", "status"),
    [
        (b"", 400),
        (b"Host: evil.example\r\n", 400),
        (HOST + b"Host: evil.example\r\n", 400),
        (b"Host: evil.example\r\n" + HOST, 400),
        (b"Host: 127.0.0.1@evil.example\r\n", 400),
        (b"Host: 127.0.0.1:99999evil\r\n", 400),
        (HOST + b"X-Forwarded-Host: evil.example\r\n", 302),
        (HOST + b"Forwarded: host=evil.example\r\n", 302),
    ],
)
def test_another_host_is_refused_or_ignored_and_never_repeated(port, hosts, status):
    statuses, received = answers(port, b"GET / HTTP/1.1\r\n", hosts, LAST)

    assert statuses == [status]
    assert b"evil" not in received


@pytest.mark.parametrize(("path", "status"), [(b"/", 302), (b"/none/", 404)])
def test_a_whole_address_in_the_first_line_changes_no_host(port, path, status):
    statuses, received = answers(port, b"GET http://evil.example", path, b" HTTP/1.1\r\n", HOST, LAST)

    assert statuses == [status]
    assert b"evil" not in received


@pytest.mark.parametrize(
    ("lines", "status"),
    [
        (b"X: " + b"a" * 9_000 + b"\r\n", 431),
        (b"Cookie: sessionid=" + b"a" * 100_000 + b"\r\n", 431),
        (b"X: " + b"a" * 1_000_000 + b"\r\n", 431),
        (b"".join(b"X%d: a\r\n" % number for number in range(2_000)), 431),
    ],
)
def test_headers_have_a_bound(port, lines, status):
    assert answers(port, b"GET / HTTP/1.1\r\n", HOST, lines, LAST)[0] == [status]


def test_an_address_has_a_bound(port):
    assert answers(port, b"GET /", b"a" * 9_000, b" HTTP/1.1\r\n", HOST, LAST)[0] == [414]
    assert answers(port, b"GET /", b"a" * 70_000, b" HTTP/1.1\r\n", HOST, LAST)[0] == [414]


@pytest.mark.parametrize(
    "first",
    [
        b"GET /none/%0d%0aSet-Cookie:%20evil=1 HTTP/1.1\r\n",
        b"GET /none/?a=%0d%0aSet-Cookie:%20evil=1 HTTP/1.1\r\n",
        b"GET /en/news?a=%0d%0aSet-Cookie:%20evil=1 HTTP/1.1\r\n",
    ],
)
def test_line_ends_in_an_address_make_no_header(port, first):
    _statuses, received = answers(port, first, HOST, LAST)

    assert b"set-cookie" not in received.partition(b"\r\n\r\n")[0].lower().replace(b"%0d%0aset-cookie", b"")


@pytest.mark.parametrize("method", [b"TRACE", b"CONNECT", b"PRI", b"BREW"])
def test_a_method_that_is_none_of_ours_is_refused_and_nothing_is_sent_back(port, method):
    statuses, received = answers(port, method, b" / HTTP/1.1\r\n", HOST, b"Cookie: sessionid=evil\r\n", LAST)

    assert len(statuses) == 1
    assert 400 <= statuses[0] < 500
    assert b"evil" not in received


def test_after_all_that_the_server_answers(port):
    assert answers(port, b"GET /healthz HTTP/1.1\r\n", HOST, LAST)[0] == [200]
