"""What nginx lets in: hosts, sizes, headers, addresses; and what it writes down of it."""

import json
import re
import time

import pytest

from .https_client import HttpsClient, sent_raw

pytestmark = pytest.mark.nginx
MEGABYTE = 1_000_000


def request(*lines, method="GET", target="/en/"):
    """The bytes of a request with these header lines."""
    return "\r\n".join([f"{method} {target} HTTP/1.1", *lines, "Connection: close", "", ""]).encode()


def logged(front, asked):
    """The line of the access log for an Asked, once it is there: a dict, and the line."""
    deadline = time.monotonic() + 5
    while time.monotonic() < deadline:
        for line in front.access_log.read_text(encoding="utf-8").splitlines(keepends=True):
            if asked.headers["x-request-id"] in line and line.endswith("\n"):
                return json.loads(line), line
        time.sleep(0.05)
    return pytest.fail("The request is not in the log.")


@pytest.mark.parametrize("in_tls", [False, True], ids=["http", "https"])
@pytest.mark.parametrize("host", ["Host: evil.example", "Host: localhost.evil.example", "Host: ", "X-No-Host: 1"])
def test_another_host_is_refused(front, stub, host, in_tls):
    answer = sent_raw(front, request(host), in_tls)

    assert answer == b"" or re.match(rb"HTTP/1\.1 (400|421) ", answer)
    assert stub.asked == []


def test_a_handshake_for_another_host_is_shown_no_certificate(front, stub):
    with pytest.raises(OSError, match=r"(?i)unrecognized.name"):
        sent_raw(front, request("Host: localhost"), server_name="evil.example")


def test_two_hosts_in_one_request_are_refused(front, stub):
    assert sent_raw(front, request("Host: localhost", "Host: evil.example")).startswith(b"HTTP/1.1 400 ")
    assert stub.asked == []


@pytest.mark.parametrize(
    "lines",
    [
        ["Content-Length: 5", "Transfer-Encoding: chunked"],
        ["Transfer-Encoding: chunked, identity"],
        ["Content-Length: 5", "Content-Length: 6"],
        ["Content-Length: +5"],
    ],
    ids=str,
)
def test_a_body_of_two_lengths_is_refused(front, stub, lines):
    sent = request("Host: localhost", *lines, method="POST", target="/en/feedback/") + b"0\r\n\r\n"

    assert re.match(rb"HTTP/1\.1 (400|501) ", sent_raw(front, sent))
    assert stub.asked == []


def test_http_leads_to_https_at_our_own_name(front, stub):
    answer = sent_raw(front, request("Host: localhost", target="/ar/%D8%A3/?q=%D8%A3"), in_tls=False)

    assert answer.startswith(b"HTTP/1.1 301 ")
    assert b"\r\nLocation: https://localhost/ar/%D8%A3/?q=%D8%A3\r\n" in answer
    assert stub.asked == []


def test_forwarded_headers_are_written_anew(client, stub):
    told = ["X-Forwarded-For", "X-Forwarded-Proto", "X-Forwarded-Host", "Forwarded", "X-Real-IP", "X-Request-ID"]

    for address in ("/en/news/", "/en/feedback/", "/admin/"):
        client.get(address, headers=dict.fromkeys(told, "made-up-by-the-sender"))

    for asked in stub.asked:
        assert (asked.headers["x-forwarded-for"], asked.headers["x-forwarded-proto"]) == ("127.0.0.1", "https")
        assert re.fullmatch("[0-9a-f]{32}", asked.headers["x-request-id"])
        assert "made-up-by-the-sender" not in str(asked.headers)
    assert len(stub.asked) == 3


def test_a_header_with_an_underscore_does_not_pass_for_another(client, stub):
    client.get("/admin/", headers={"X_Forwarded_For": "6.6.6.6", "X_Forwarded_Proto": "http"})

    assert "6.6.6.6" not in str(stub.asked[0].headers)
    assert "x_forwarded_proto" not in stub.asked[0].headers


@pytest.mark.parametrize(
    ("address", "size", "status"),
    [
        ("/en/feedback/", 2_621_440, 200),
        ("/en/feedback/", 2_621_441, 413),
        ("/", 3 * MEGABYTE, 413),
        ("/admin/news/picture/add/", 26 * MEGABYTE, 200),
        ("/admin/news/picture/add/", 68 * MEGABYTE, 413),
    ],
)
def test_a_body_has_a_limit(front, stub, address, size, status):
    head = request("Host: localhost", f"Content-Length: {size}", method="POST", target=address)
    body = b"x" * size if status == 200 else b""

    # nginx would wait some seconds for the rest of a body that it has refused.
    assert sent_raw(front, head + body, until=b"\r\n").startswith(f"HTTP/1.1 {status} ".encode())
    assert [len(asked.body) for asked in stub.asked] == ([size] if status == 200 else [])


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        (request("Host: localhost", target="/en/?q=" + "x" * 8000), 200),
        (request("Host: localhost", target="/en/?q=" + "x" * 9000), 414),
        (request("Host: localhost", "X-Long: " + "x" * 9000), 400),
        (request("Host: localhost", *(f"X-{number}: " + "x" * 7000 for number in range(5))), 400),
    ],
    ids=["short", "address", "header", "headers"],
)
def test_addresses_and_headers_have_a_limit(front, stub, sent, status):
    assert sent_raw(front, sent).startswith(f"HTTP/1.1 {status} ".encode())


@pytest.mark.parametrize(
    "path",
    [
        "/ar/2026/11/24/%D8%A7%D9%84%D8%B9%D9%84%D9%85-%D9%88%D8%A7%D9%84%D8%AA%D8%B1%D8%A8%D9%8A%D8%A9/",
        "/ar/tags/%d8%b9%D9%84%D9%85%2F2/",
        "/en//news//",
        "/en/tags/a%3Fb%23c%25/",
        "//en/",
        "/en/news/../../admin/",
    ],
)
def test_a_path_reaches_the_application_as_it_was_sent(front, stub, path):
    sent_raw(front, request("Host: localhost", target=path))

    assert stub.targets == [path]


def test_pages_of_the_desk_are_never_kept_whatever_way_leads_there(front, stub):
    for path in ("/admin/", "/en/../admin/", "/en/%2e%2e/admin/", "/%61dmin/"):
        sent_raw(front, request("Host: localhost", target=path))
        sent_raw(front, request("Host: localhost", target=path))

    assert len(stub.asked) == 8


def test_the_log_holds_no_address_no_query_and_no_key(front, client, stub):
    client.get("/en/search/?q=my-illness", headers={"User-Agent": "Tellable/1.0", "Referer": "https://from.example/"})
    client.get("/fr/preview/the-key-itself/")

    (search, line), (preview, other) = (logged(front, asked) for asked in stub.asked)

    assert (search["path"], preview["path"]) == ("/en/search/", "/fr/preview/-")
    told = ("my-illness", "127.0.0.1", "Tellable", "from.example", "the-key-itself")
    assert [word for word in told if word in line + other] == []


def test_a_preview_in_other_letters_and_bytes_that_are_none_leave_a_line_that_can_be_read(front, stub):
    sent_raw(front, request("Host: localhost", target="/en/%70review/the-key-itself/"))
    sent_raw(front, request("Host: localhost", target="/en/\u00ff/").decode().encode("latin-1"))

    lines = front.access_log.read_bytes().decode("utf-8").splitlines()[-2:]

    assert [json.loads(line)["path"] for line in lines] == ["/-/preview/-", "-"]


def test_no_other_log_holds_them_either(front, client, stub_and_stop):
    client.get("/en/search/?q=my-illness")
    stub_and_stop[1]()
    client.get("/en/preview/the-key-itself/?q=my-illness")
    sent_raw(front, request("Host: evil.example", target="/?q=my-illness"))

    logs = [path for path in front.folder.glob("*.log") if path != front.access_log]
    told = "\n".join(path.read_text(encoding="utf-8") for path in logs)

    assert len(logs) >= 2
    assert [word for word in ("my-illness", "the-key-itself", "client:") if word in told] == []


def test_files_are_served_from_the_disk(client, stub):
    hashed = client.get("/static/css/page.0123456789ab.css")
    plain = client.get("/static/page.css")
    picture = client.get("/media/p/5d1f.webp")

    assert (hashed.status_code, hashed.content) == (200, b"p{}")
    assert hashed.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert hashed.headers["Content-Type"] == "text/css; charset=utf-8"
    assert plain.headers["Cache-Control"] is None
    assert (picture.headers["Content-Type"], picture.headers["Cross-Origin-Resource-Policy"]) == (
        "image/webp",
        "cross-origin",
    )
    for answer in (hashed, plain, picture):
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["Content-Security-Policy"].startswith("default-src 'none'")
    assert stub.asked == []


@pytest.mark.parametrize(
    "path", ["/media/../originals/p/secret.jpg", "/media/%2e%2e/originals/p/secret.jpg", "/media/", "/static/"]
)
def test_no_other_file_can_be_reached(front, stub, path):
    assert b"raw" not in sent_raw(front, request("Host: localhost", target=path))


def test_a_visitor_hears_that_the_site_is_away(front, stubbed):
    answer = HttpsClient(front).get("/ar/news/")

    assert answer.status_code == 503
    assert answer.headers["Retry-After"] == "5"
    assert 'lang="ar" dir="rtl"' in answer.content.decode()
