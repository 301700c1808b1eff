"""Who we are is what the settings say: no header of a request changes an address on a page, or who is believed."""

import pytest

from tests.crawling import whole_answer
from tests.factories import make_edition

pytestmark = pytest.mark.django_db

EVIL = "evil.example"
ADDRESSES = ["/", "/en/", "/ar/news/", "/en/none/", "/en/feed/", "/sitemap.xml", "/robots.txt", "/api/v1/", "/admin/"]
CLAIMS = {
    "X-Forwarded-Host": EVIL,
    "Forwarded": f"host={EVIL};proto=https",
    "X-Original-URL": f"https://{EVIL}/admin/",
    "X-Rewrite-URL": "/admin/",
    "X-Forwarded-Server": EVIL,
    "X-Forwarded-Prefix": f"/{EVIL}",
    "X-HTTP-Method-Override": "DELETE",
    "Origin": f"https://{EVIL}",
    "Referer": f"https://{EVIL}/",
}


@pytest.mark.parametrize("address", ADDRESSES)
def test_no_claim_of_a_header_changes_an_answer(client, address):
    make_edition()

    for name, value in CLAIMS.items():
        plain, claimed = client.get(address), client.get(address, headers={name: value})

        assert claimed.status_code == plain.status_code, name
        assert EVIL not in whole_answer(claimed), name


@pytest.mark.parametrize("host", [EVIL, f"127.0.0.1.{EVIL}", f"127.0.0.1:80@{EVIL}", "127.0.0.1, a", "a b", "", "*"])
@pytest.mark.parametrize("address", ["/en/", "/admin/", "/api/v1/", "/none/"])
def test_another_host_is_refused_with_a_page_that_does_not_repeat_it(client, address, host):
    answer = client.get(address, headers={"host": host})

    assert answer.status_code == 400
    assert answer.headers["Cache-Control"] == "no-store"
    assert "evil" not in whole_answer(answer)


def test_the_redirect_to_https_leads_to_no_other_host(client, settings):
    settings.SECURE_SSL_REDIRECT = True

    assert client.get("/en/", headers={"host": EVIL}).status_code == 400
    assert client.get("/en/", headers={"host": "127.0.0.1"}).headers["Location"] == "https://127.0.0.1/en/"


@pytest.mark.parametrize(
    "path", ["//evil.example", "//evil.example/..", "/\\evil.example", "/%5cevil.example", "///evil"]
)
def test_no_path_leads_to_another_site(client, path):
    location = client.get(path).headers.get("Location", "/")

    assert not location.startswith(("//", "/\\", "http"))


@pytest.mark.parametrize("target", ["//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)"])
def test_the_door_leads_to_no_other_site(client, target):
    from tests.factories import make_user
    from tests.icesco.sign_in.doors import knock

    answer = knock(client, make_user().username, next_page=target)

    assert answer.status_code == 302
    assert answer.headers["Location"] == "/admin/"


@pytest.mark.parametrize("value", ["//evil.example", "https://evil.example/", "/\\evil.example"])
def test_the_choice_of_a_language_leads_to_no_other_site(client, value):
    answer = client.post("/admin/language/setlang/", {"language": "fr", "next": value}, headers={"referer": value})

    assert EVIL not in answer.headers.get("Location", "")
