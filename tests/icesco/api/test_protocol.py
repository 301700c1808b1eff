"""How the API speaks HTTP: methods, entity tags, headers for caches and other sites, problems."""

import json

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from tests.caching import PUBLIC_CACHING
from tests.factories import make_edition, make_user, update_edition
from tests.icesco.test_odd_requests import ODD_PARTS, ODD_VALUES
from tests.news.linked import Subjects

from .contract import get, path_of, problem

pytestmark = pytest.mark.django_db
LIST = "/api/v1/editions/?language=en"
ADDRESSES = ["/api/v1/", LIST, "/api/v1/people/", "/api/v1/tags/", "/api/v1/openapi.json"]


@pytest.fixture
def edition(db):
    return Subjects().stories(1)[0]


@pytest.fixture
def address(edition):
    return f"/api/v1/editions/{edition.article_id}/en/"


# Methods


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "trace"])
@pytest.mark.parametrize("path", [*ADDRESSES, "/api/v1/editions/1/en/"])
def test_other_methods_are_refused_and_told_which_ones_are_not(method, path):
    answer = getattr(Client(enforce_csrf_checks=True), method)(path)

    problem(answer, 405)
    assert answer.headers["Allow"] == "GET, HEAD, OPTIONS"


def test_head_answers_the_headers_of_get_and_no_body(client, address):
    told, bare = client.get(address), client.head(address)

    assert bare.content == b""
    assert bare.headers == told.headers


@pytest.mark.parametrize("path", [*ADDRESSES, "/api/v1/editions/1/en/"])
def test_other_sites_may_ask_first_what_they_may_send(client, path):
    answer = client.options(path, headers={"Origin": "https://partner.example", "Access-Control-Request-Method": "GET"})

    assert answer.status_code == 204
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert answer.headers["Access-Control-Allow-Methods"] == "GET, HEAD, OPTIONS"
    assert answer.headers["Access-Control-Allow-Headers"] == "If-None-Match"


@pytest.mark.parametrize("path", [*ADDRESSES, "/api/v1/nothing/", "/api/v1/editions/?language=xx"])
def test_every_answer_is_readable_by_other_sites_and_sets_no_cookie(client, admin_user, path):
    client.force_login(admin_user)

    answer = client.get(path)

    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert answer.headers["Access-Control-Expose-Headers"] == "ETag, Link"
    assert answer.headers["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert "Set-Cookie" not in answer.headers
    assert "Cookie" not in answer.headers["Vary"]


def test_staff_get_what_everyone_gets(client, address):
    anonymous = client.get(address)
    client.force_login(make_user())

    assert client.get(address).content == anonymous.content


# Caches


def test_an_unchanged_answer_is_a_304_without_body(client, address):
    told = client.get(address)

    again = client.get(address, headers={"If-None-Match": told.headers["ETag"]})

    assert again.status_code == 304
    assert again.content == b""
    for name in ("ETag", "Cache-Control", "Vary", "Content-Language", "Access-Control-Allow-Origin", "Last-Modified"):
        assert again.headers[name] == told.headers[name]


def test_a_compressed_answer_is_known_again(client, address):
    told = client.get(address, headers={"Accept-Encoding": "gzip"})

    asked = {"Accept-Encoding": "gzip", "If-None-Match": told.headers["ETag"]}

    assert told.headers["Content-Encoding"] == "gzip"
    assert client.get(address, headers=asked).status_code == 304


@pytest.mark.parametrize("form", ["W/{}", '"other", {}', "*", '"a" , W/{} '])
def test_a_tag_that_a_proxy_weakened_or_one_of_several_is_known(client, address, form):
    etag = client.get(address).headers["ETag"]

    assert client.get(address, headers={"If-None-Match": form.replace("{}", etag)}).status_code == 304


def test_a_change_of_words_or_names_changes_the_tag(client, edition, address):
    tags = [client.get(address).headers["ETag"]]
    update_edition(edition, title="Changed", is_minor=True)
    tags.append(client.get(address).headers["ETag"])
    tag = edition.article.tags.get()
    tag.label_en = "Ebb"
    tag.save()
    tags.append(client.get(address).headers["ETag"])

    assert len(set(tags)) == 3


def test_a_single_edition_says_when_its_text_changed_last_minor_edits_too(client, edition, address):
    before = client.get(address)
    update_edition(edition, title="Changed", is_minor=True)
    newest = edition.publications.latest("applied_at").applied_at

    after = client.get(address)

    assert f"{newest:%d %b %Y %H:%M:%S} GMT" in after.headers["Last-Modified"]
    assert json.loads(after.content)["updated_at"] == json.loads(before.content)["updated_at"]


def test_times_alone_never_answer_304(client, address):
    # A person's new name changes the answer and no time of the text: only the tag tells.
    told = client.get(address)

    assert client.get(address, headers={"If-Modified-Since": told.headers["Last-Modified"]}).status_code == 200


def test_answers_may_be_kept_as_long_as_pages_and_problems_never(client, address):
    assert client.get(address).headers["Cache-Control"] == PUBLIC_CACHING
    assert client.get("/api/v1/nothing/").headers["Cache-Control"] == "no-store"


def test_the_language_of_an_answer_is_that_of_its_words(client):
    arabic = make_edition(language="ar")

    assert client.get(f"/api/v1/editions/{arabic.article_id}/ar/").headers["Content-Language"] == "ar"
    assert client.get("/api/v1/editions/?language=fr").headers["Content-Language"] == "fr"
    assert client.get("/api/v1/people/").headers["Content-Language"] == "ar, en, fr"
    assert client.get("/api/v1/nothing/").headers["Content-Language"] == "en"


def test_the_visitors_language_changes_nothing(client, address):
    plain = client.get(address)

    asked = client.get(address, headers={"Accept-Language": "ar"})

    assert asked.content == plain.content
    assert asked.headers == plain.headers


def test_neighbouring_pages_are_in_the_link_header_too(client):
    for _ in range(3):
        make_edition()

    answer = client.get(f"{LIST}&limit=1")
    links = json.loads(answer.content)["links"]
    second = client.get("/api/v1/" + path_of(links["next"]))

    assert answer.headers["Link"] == f'<{links["next"]}>; rel="next"'
    assert 'rel="next"' in second.headers["Link"]
    assert 'rel="prev"' in second.headers["Link"]


# Problems


@pytest.mark.parametrize(
    ("query", "parameter"),
    [
        ("", "language"),
        ("language=de", "language"),
        ("language=en&language=en", "language"),
        ("language=en&limit=0", "limit"),
        ("language=en&limit=101", "limit"),
        ("language=en&limit=٢", "limit"),
        ("language=en&limit=1e1", "limit"),
        ("language=en&limit=", "limit"),
        ("language=en&after=nonsense!", "after"),
        ("language=en&after=MjAyNQ", "after"),
        ("language=en&before=MjAyNQ", "before"),
        ("language=en&after=a&before=a", "before"),
        ("language=en&year=26", "year"),
        ("language=en&year=0000", "year"),
        ("language=en&tag=a&tag=b", "tag"),
        ("language=en&updated_since=2026-01-01", "updated_since"),
        ("language=en&updated_since=2026-02-30T00:00:00Z", "updated_since"),
        ("language=en&updated_since=0001-01-01T00:00:00Z", "updated_since"),
        ("language=en&updated_since=2026-01-01T00:00:00%2B01:00", "updated_since"),
    ],
)
def test_a_parameter_out_of_its_limits_is_a_400_that_names_it(client, query, parameter):
    assert problem(client.get(f"/api/v1/editions/?{query}"), 400)["parameter"] == parameter


@pytest.mark.parametrize("path", ADDRESSES)
def test_an_unknown_parameter_is_refused(client, path):
    told = problem(client.get(path + ("&" if "?" in path else "?") + "colour=blue"), 400)

    assert "unknown parameter" in told["detail"]


def test_a_cursor_of_another_list_is_refused(client):
    subjects = Subjects()
    subjects.stories(2)
    page = get(client, "editions/", language="en", limit="1")
    cursor = page["links"]["next"].partition("after=")[2]

    problem(client.get("/api/v1/people/", {"after": cursor}), 400)


@pytest.mark.parametrize(
    "path",
    [
        "/api/v1/nothing/",
        "/api/v1/editions/1/",
        "/api/v1/editions/0/en/",
        "/api/v1/editions/1/xx/",
        f"/api/v1/editions/{'9' * 30}/en/",
        f"/api/v1/editions/{'9' * 5000}/en/",
        "/api/v1/people/nobody/",
        "/api/v1/member-states/nowhere/",
        "/api/v1/sectors/nothing/",
        "/api/v1/tags/en/nothing/",
        "/api/v1/tags/xx/nothing/",
    ],
)
def test_what_is_not_there_is_a_404_in_json(client, path):
    problem(client.get(path), 404)


def test_a_missing_slash_leads_to_the_address_with_it(client):
    answer = client.get("/api/v1/editions?language=en&limit=5")

    assert answer.status_code == 301
    assert answer.headers["Location"] == "http://127.0.0.1:8000/api/v1/editions/?language=en&limit=5"


def test_what_is_refused_at_the_door_is_told_in_json_too(client):
    problem(client.get("/api/v1/people/?after=%00"), 400)
    problem(client.get("/api/v1/people/?after=" + "a" * 9_000), 414)


def test_a_failure_of_ours_is_told_in_json_too(client, monkeypatch):
    client.raise_request_exception = False
    monkeypatch.setattr("icesco.api.views.door.documentation", None)

    problem(client.get("/api/v1/"), 500)


@pytest.mark.parametrize("value", [*ODD_VALUES, "%F0%9F%92%A5"], ids=lambda value: value[:20])
def test_odd_values_never_fail(client, edition, value):
    names = ("language", "sector", "state", "person", "tag", "year", "updated_since", "limit")
    # The query is put together by hand: it shall arrive as odd as it is.
    queries = [f"language={value}" if name == "language" else f"language=en&{name}={value}" for name in names]

    statuses = {query: client.get(f"/api/v1/editions/?{query}").status_code for query in queries}

    assert {query: status for query, status in statuses.items() if status not in {200, 400, 404, 414}} == {}


@pytest.mark.parametrize("part", ODD_PARTS, ids=lambda part: part[:20])
def test_odd_paths_never_fail(client, edition, part):
    forms = ("editions/{}/en/", "editions/1/{}/", "people/{}/", "sectors/{}/", "tags/en/{}/", "{}")

    statuses = {form: client.get("/api/v1/" + form.replace("{}", part)).status_code for form in forms}

    assert {form: status for form, status in statuses.items() if status not in {301, 400, 404, 414}} == {}


@given(cursor=st.text(alphabet="ABCxyz0189_-", max_size=60))
def test_no_made_up_cursor_fails(client, cursor):
    for name in ("after", "before"):
        for path in (
            LIST,
            f"{LIST}&updated_since=2020-01-01T00:00:00Z",
            "/api/v1/people/?limit=1",
            "/api/v1/tags/?limit=1",
        ):
            assert client.get(f"{path}&{name}={cursor}").status_code in {200, 400}
