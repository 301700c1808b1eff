"""What goes wrong can be traced, by the answer's header and page to its line of log; what goes well says nothing."""

import json
import re

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import Client, RequestFactory

from icesco.watching import request_id
from icesco.watching.middleware import MOST_PATH_LETTERS, WatchingMiddleware
from tests.factories import make_edition, make_user
from tests.icesco.watching.lines import written_lines

pytestmark = pytest.mark.django_db

ID = re.compile("[0-9a-f]{32}")
REFUSED = {
    "not there": ("get", "/en/nothing/", 404, "INFO"),
    "not an address": ("get", "/ar/news/?q=%00", 400, "WARNING"),
    "too long": ("get", "/fr/news/?q=" + "a" * 9000, 414, "WARNING"),
    "no such method": ("post", "/en/news/", 405, "WARNING"),
    "of the API": ("get", "/api/v1/editions/?limit=x", 400, "WARNING"),
    "a rating from elsewhere": ("post", "/en/feedback/", 403, "WARNING"),
}


@pytest.mark.parametrize(("method", "address", "status", "level"), REFUSED.values(), ids=REFUSED)
def test_each_refusal_carries_an_id_and_is_one_line_with_it(client, method, address, status, level):
    with written_lines() as lines:
        response = getattr(client, method)(address)

    (line,) = lines()
    assert response.status_code == line["status"] == status
    assert ID.fullmatch(response.headers["X-Request-ID"])
    assert line["request_id"] == response.headers["X-Request-ID"]
    assert (line["level"], line["method"]) == (level, method.upper())
    assert line["path"] == address.partition("?")[0]


@pytest.mark.parametrize("address", ["/en/", "/", "/en/news/", "/api/v1/", "/robots.txt"])
def test_what_goes_well_carries_no_id_and_is_no_line(client, address):
    with written_lines() as lines:
        response = client.get(address)

    assert response.status_code < 400
    assert "X-Request-ID" not in response.headers
    assert lines() == []


def test_a_failure_is_one_line_with_its_trace(monkeypatch):
    monkeypatch.setattr("icesco.views.front_page", None)

    with written_lines() as lines, written_lines(logger="django.request") as lines_of_django:
        response = Client(raise_request_exception=False).get("/fr/")

    (line,) = lines()
    assert line["level"] == "ERROR"
    assert line["request_id"] == response.headers["X-Request-ID"]
    assert line["trace"].endswith("TypeError: 'NoneType' object is not callable")
    assert lines_of_django() == []


def test_neither_query_nor_body_nor_cookie_nor_address_is_in_a_line():
    client = Client(headers={"authorization": "Bearer s3cret"}, REMOTE_ADDR="203.0.113.7")
    client.cookies["sessionid"] = "s3cret"

    with written_lines(logger="icesco") as lines:
        client.get("/en/nothing/?password=s3cret")
        client.post("/en/feedback/", {"score": "3", "comment": "s3cret", "page": "/en/"})

    text = json.dumps(lines())
    assert len(lines()) == 2
    assert "s3cret" not in text
    assert "203.0.113.7" not in text


def test_the_key_of_a_preview_is_in_no_line(client):
    with written_lines() as lines:
        client.get(f"/en/preview/{'ab' * 32}/")

    assert lines()[0]["path"] == "/en/preview/…/"


def test_a_path_is_logged_up_to_a_length(client):
    with written_lines() as lines:
        client.get("/en/" + "a" * 3000)

    assert lines()[0]["path"] == ("/en/" + "a" * 3000)[:MOST_PATH_LETTERS]


def test_a_line_names_the_user_where_the_page_asked_for_one(client):
    user = make_user()
    client.force_login(user)

    with written_lines() as lines:
        client.get("/admin/nothing/")
        client.get("/en/nothing/")

    assert lines()[0].get("user") == user.pk
    assert "user" not in lines()[1]


def test_a_line_names_nobody_who_is_not_signed_in():
    def answer(request):
        from django.http import HttpResponse

        request._cached_user = AnonymousUser()
        return HttpResponse(status=403)

    with written_lines() as lines:
        WatchingMiddleware(answer)(RequestFactory().get("/admin/"))

    assert "user" not in lines()[0]


# The id


@pytest.mark.parametrize(("proxies", "is_taken"), [(0, False), (1, True)])
def test_an_id_is_taken_from_a_trusted_proxy_alone(client, settings, proxies, is_taken):
    settings.TRUSTED_PROXIES = proxies

    response = client.get("/en/nothing/", headers={"x-request-id": "from-the-proxy-1"})

    assert (response.headers["X-Request-ID"] == "from-the-proxy-1") is is_taken


@pytest.mark.parametrize("given", ["short", "a" * 65, "with space 123", "line\nbreak1", "ünïcödé12", "<script>1", ""])
def test_an_id_of_another_form_is_replaced(client, settings, given):
    settings.TRUSTED_PROXIES = 1

    response = client.get("/en/nothing/", headers={"x-request-id": given})

    assert ID.fullmatch(response.headers["X-Request-ID"])


def test_two_requests_have_two_ids(client):
    assert len({client.get("/en/nothing/").headers["X-Request-ID"] for _ in range(2)}) == 2


# On the page


@pytest.mark.parametrize("language", ["ar", "en", "fr"])
@pytest.mark.parametrize("query", ["?q=%00", "?q=" + "a" * 9000])
def test_the_page_of_a_refusal_shows_the_id(client, language, query):
    response = client.get(f"/{language}/news/{query}")

    assert f'<bdi dir="ltr">{response.headers["X-Request-ID"]}</bdi>' in response.content.decode()


def test_the_page_of_a_failure_shows_the_id(monkeypatch):
    monkeypatch.setattr("icesco.views.front_page", None)

    response = Client(raise_request_exception=False).get("/ar/")

    assert response.headers["X-Request-ID"] in response.content.decode()


def test_the_page_of_a_refused_rating_shows_the_id(client):
    response = client.post("/fr/feedback/", {"score": "3"})

    assert response.headers["X-Request-ID"] in response.content.decode()


def test_the_page_of_a_missing_page_shows_none(client):
    response = client.get("/en/nothing/")

    assert response.headers["X-Request-ID"] not in response.content.decode()


def test_a_problem_of_the_api_tells_the_id(client):
    response = client.get("/api/v1/editions/?limit=x")

    assert json.loads(response.content)["request_id"] == response.headers["X-Request-ID"] == request_id.current()


def test_what_is_missing_in_the_api_tells_it_in_the_header_alone(client):
    response = client.get("/api/v1/nothing")

    assert "request_id" not in json.loads(response.content)
    assert "X-Request-ID" in response.headers


def test_a_form_without_its_token_is_refused_with_our_page_and_its_reason_is_logged():
    client = Client(enforce_csrf_checks=True)

    with written_lines(logger="django.security.csrf") as lines:
        response = client.post("/admin/login/", {"username": "a"}, headers={"accept-language": "fr"})

    assert response.status_code == 403
    assert response.headers["X-Request-ID"] in response.content.decode()
    assert response.headers["X-Request-ID"] == lines()[0]["request_id"]
    assert 'class="message"' in response.content.decode()


def test_public_pages_take_no_more_queries_and_read_no_session(client, django_assert_max_num_queries):
    edition = make_edition()
    client.cookies["sessionid"] = "anything"

    with django_assert_max_num_queries(13):
        response = client.get(edition.get_absolute_url())

    assert "Cookie" not in response.headers.get("Vary", "")
