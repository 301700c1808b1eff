"""A page of this second is shown again without any work, and nothing that changed is."""

import gzip
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from icesco.caching.page_cache import PageCacheMiddleware, key_of
from icesco.caching.shared_mark import SharedMark, mark
from news.models import Edition
from tests.factories import make_edition, make_sector, make_user, update_edition

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def kept_for_long(settings):
    """Long enough that a slow machine doesn't change what is tested."""
    settings.PAGE_CACHE_SECONDS = 600


@pytest.fixture
def queries():
    """A function: how many queries a request takes, and its answer."""

    def asked(client, address, **headers):
        with CaptureQueriesContext(connection) as captured:
            answer = client.get(address, headers=headers)
        return len(captured), answer

    return asked


@pytest.mark.parametrize("address", ["/ar/", "/en/news/", "/fr/sectors/", "/ar/about/privacy/"])
def test_the_second_reader_costs_no_query(client, queries, address):
    first = client.get(address)

    count, second = queries(client, address)

    assert count == 0
    assert (second.content, dict(second.headers)) == (first.content, dict(first.headers))


def test_a_compressed_page_is_kept_beside_the_plain_one(client, queries):
    plain = client.get("/ar/news/")
    packed = client.get("/ar/news/", headers={"accept-encoding": "gzip"})

    count, again = queries(client, "/ar/news/", accept_encoding="gzip")

    assert (count, again.content) == (0, packed.content)
    assert gzip.decompress(again.content) == plain.content


def test_who_has_the_kept_page_hears_so_without_a_query(client, queries):
    tag = client.get("/ar/news/").headers["ETag"]

    count, again = queries(client, "/ar/news/", if_none_match=tag)

    assert (count, again.status_code, again.content) == (0, 304, b"")
    assert again.headers["ETag"] == tag


def test_withdrawn_words_are_gone_at_once(client):
    edition = make_edition(title="Secret talks")
    pages = [edition.get_absolute_url(), "/en/", "/en/news/"]
    assert all("Secret talks" in client.get(page).content.decode() for page in pages)

    edition.withdraw()

    assert all("Secret talks" not in client.get(page).content.decode() for page in pages)
    assert client.get(pages[0]).status_code == 410


def test_new_words_and_names_are_there_at_once(client):
    edition = make_edition(title="Forum opens")
    for page in ("/en/news/", "/en/sectors/"):
        client.get(page)

    update_edition(edition, title="Forum closes")
    make_sector(name="Rivers Sector")

    assert "Forum closes" in client.get("/en/news/").content.decode()
    assert "Rivers Sector" in client.get("/en/sectors/").content.decode()


def test_a_page_that_something_overtook_is_kept_by_nobody(rf):
    def slow(request):
        mark.move()
        return Client().get("/en/news/")

    middleware = PageCacheMiddleware(slow)

    answer = middleware(rf.get("/en/news/"))

    assert answer.headers["Cache-Control"] == "no-store"
    assert middleware.pages == {}


def test_a_page_is_old_after_its_second(client, queries, settings):
    client.get("/en/news/")
    settings.PAGE_CACHE_SECONDS = 0.000001

    count, _answer = queries(client, "/en/news/")

    assert count


def test_parameters_that_no_page_knows_make_no_entry(client, queries):
    page = client.get("/en/news/")

    count, again = queries(client, "/en/news/?utm_source=mail&fbclid=1")

    assert (count, again.content) == (0, page.content)


def test_parameters_that_a_list_knows_are_told_apart(client):
    make_edition(title="Forum opens")
    client.get("/en/news/")

    assert "Forum opens" not in client.get("/en/news/?year=1999").content.decode()
    assert client.get("/en/news/?page=1&page=2").status_code == 404


@pytest.mark.parametrize(
    "address", ["/en/search/?q=forum", "/en/feedback/", "/healthz", "/", "/admin/", "/en/none/", "/api/v1/"]
)
def test_what_is_not_a_page_for_all_is_not_kept(client, monkeypatch, address):
    kept = []
    monkeypatch.setattr(PageCacheMiddleware, "keep", lambda self, key, page: kept.append(key))

    client.get(address)
    assert kept == []

    client.get("/en/news/")
    assert kept


def test_a_search_is_answered_anew(client, queries):
    client.get("/en/search/?q=forum")

    count, _answer = queries(client, "/en/search/?q=forum")

    assert count


def test_a_wrong_host_is_refused_though_the_page_is_kept(client):
    client.get("/en/news/")

    assert client.get("/en/news/", headers={"host": "evil.example"}).status_code == 400


def test_staff_see_the_public_page_and_the_admin_is_never_kept(client, queries):
    client.get("/en/news/")
    client.force_login(make_user())
    client.get("/admin/")

    count, page = queries(client, "/en/news/")
    desk_count, _desk = queries(client, "/admin/")

    assert count == 0
    assert "Cookie" not in page.headers["Vary"]
    assert desk_count


def test_it_holds_a_bounded_number_of_bytes_with_its_keys(monkeypatch):
    monkeypatch.setattr("icesco.caching.page_cache.MOST_BYTES", 100_000)
    middleware = PageCacheMiddleware(None)
    page = type("Page", (), {"content": b"x" * 10_000})

    for number in range(50):
        middleware.keep(("http", "k" * 10_000, number), page())

    assert 0 < len(middleware.pages) * 20_000 < 100_000


@pytest.mark.parametrize("query", ["page=" + "/" * 1_500, "tag=r\u00e9daction"], ids=["long", "not encoded"])
def test_odd_queries_are_not_kept(rf, query):
    request = rf.get("/en/news/")
    request.META["QUERY_STRING"] = query

    assert key_of(request) is None


def test_a_page_on_which_something_ends_soon_is_not_kept(client, queries):
    edition = make_edition()
    Edition.objects.filter(pk=edition.pk).update(expires_at=timezone.now() + timedelta(minutes=5))
    client.get("/en/news/")

    count, _answer = queries(client, "/en/news/")

    assert count


def test_a_mark_is_seen_by_all_processes(tmp_path):
    one, other = SharedMark(tmp_path / "mark"), SharedMark(tmp_path / "mark")

    one.move()

    assert other.value == one.value != 0


def test_the_room_of_a_mark_is_taken_before_it_moves(tmp_path):
    """A hole on a disk that is full would end the process."""
    assert SharedMark(tmp_path / "mark").value == 0

    assert (tmp_path / "mark").stat().st_blocks > 0
    assert (tmp_path / "mark").stat().st_size == 8


def test_a_mark_without_a_folder_is_of_its_process(tmp_path):
    lonely = SharedMark(tmp_path / "none" / "mark")

    before = lonely.value
    lonely.move()

    assert lonely.value != before
