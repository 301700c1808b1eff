"""Odd questions to the addresses for machines get an answer: never a 500."""

from urllib.parse import quote

import pytest

from tests.crawling import kept_body
from tests.factories import make_edition
from tests.icesco.test_odd_requests import ODD_PARTS, ODD_VALUES

pytestmark = pytest.mark.django_db

ADDRESSES = [
    "/en/feed/",
    "/en/feed.json",
    "/sitemap.xml",
    "/sitemaps/news.xml",
    "/sitemaps/pages-en.xml",
    "/robots.txt",
]


def status_of(client, address):
    response = client.get(address)
    kept_body(response)
    return response.status_code


@pytest.mark.parametrize("value", ODD_VALUES, ids=lambda value: value[:20])
def test_odd_parameters_of_an_embedding_never_break_it(client, value):
    url = quote(f"http://127.0.0.1:8000{make_edition().get_absolute_url()}", safe="")
    asked = [
        f"/oembed?url={value}",
        *(f"/oembed?url={url}&{name}={value}" for name in ("format", "maxwidth", "maxheight")),
    ]

    answers = {address: status_of(client, address) for address in asked}

    assert {address for address, status in answers.items() if status not in {200, 400, 404, 414, 501}} == set()


@pytest.mark.parametrize("part", ODD_PARTS, ids=lambda part: part[:20])
def test_odd_parts_of_addresses_for_machines_never_break_them(client, part):
    url = quote(f"http://127.0.0.1:8000/en/{part}/", safe="")
    kinds = ["people", "member-states", "sectors", "tags"]
    asked = [*(f"/en/{kind}/{part}/feed/" for kind in kinds), f"/sitemaps/{part}.xml", f"/oembed?url={url}"]

    answers = {address: status_of(client, address) for address in asked}

    assert {address for address, status in answers.items() if not 300 <= status < 500} == set()


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "options"])
def test_addresses_for_machines_answer_to_reading_only(client, method):
    answers = {address: getattr(client, method)(address).status_code for address in [*ADDRESSES, "/oembed"]}

    assert set(answers.values()) == {405}


def test_addresses_for_machines_set_no_cookie(client, admin_user):
    client.force_login(admin_user)

    for address in ADDRESSES:
        response = client.get(address)

        assert not response.cookies, address
        assert "Cookie" not in response.headers.get("Vary", ""), address
