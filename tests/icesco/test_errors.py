"""Pages that say why there is no page: in the page's language, without the rating form."""

import pytest
from django.test import Client, RequestFactory
from django.utils import translation

from icesco import views

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("language", "direction"), [("ar", "rtl"), ("en", "ltr"), ("fr", "ltr")])
def test_a_missing_page_answers_in_the_addresss_language(client, language, direction):
    response = client.get(f"/{language}/none/")

    page = response.content.decode()
    assert response.status_code == 404
    assert f'<html lang="{language}" dir="{direction}">' in page
    assert f'href="/{language}/news/"' in page


@pytest.mark.parametrize("address", ["/en/none/", "/none/", "/en/2024/12/16/none/"])
def test_an_error_page_carries_no_form_but_search_and_no_address_of_its_own(client, address):
    page = client.get(address).content.decode()

    assert page.count("<form") == page.count('<form class="site-search"') == 1
    assert "/feedback/" not in page
    assert 'rel="canonical"' not in page
    assert "hreflang" not in page[: page.index("</head>")]
    assert "none" not in page.replace('fill="none"', "")


def test_an_error_page_offers_the_home_pages_of_the_other_languages(client):
    page = client.get("/en/none/").content.decode()

    assert 'href="/ar/" lang="ar" dir="rtl"' in page


@pytest.mark.parametrize("handler", [views.bad_request, views.permission_denied, views.server_error])
@pytest.mark.parametrize("language", ["ar", "en", "fr"])
def test_every_error_page_can_be_shown_without_the_database(handler, language, django_assert_num_queries):
    request = RequestFactory().get(f"/{language}/")

    with translation.override(language), django_assert_num_queries(0):
        response = handler(request)

    assert response.status_code in {400, 403, 500}
    assert f'<html lang="{language}"' in response.content.decode()


def test_a_failure_in_a_page_is_answered_by_the_page_for_it(monkeypatch):
    monkeypatch.setattr("icesco.views.front_page", None)

    response = Client(raise_request_exception=False).get("/fr/")

    assert response.status_code == 500
    assert '<html lang="fr"' in response.content.decode()


def test_when_even_that_page_fails_a_line_of_text_is_answered(monkeypatch):
    def fail(*args, **kwargs):
        raise RuntimeError

    monkeypatch.setattr("icesco.errors.render", fail)

    response = views.server_error(RequestFactory().get("/"))

    assert response.status_code == 500
    assert response.content == b"500\n"


@pytest.mark.parametrize(("header", "language"), [("ar", "ar"), ("fr-CA,fr;q=0.9", "fr"), ("de", "en"), ("", "en")])
def test_an_address_of_no_language_answers_in_the_browsers_best_and_offers_all_homes(client, header, language):
    response = client.get("/none/", headers={"accept-language": header})

    page = response.content.decode()
    assert response.status_code == 404
    assert f'<html lang="{language}"' in page
    assert response.headers["Content-Language"] == language
    assert "Accept-Language" in response.headers["Vary"]
    for code in ("ar", "en", "fr"):
        assert f'<a class="button" href="/{code}/" lang="{code}"' in page


def test_an_address_with_a_language_answers_in_it_whatever_the_browser_speaks(client):
    response = client.get("/ar/none/", headers={"accept-language": "fr"})

    assert '<html lang="ar" dir="rtl">' in response.content.decode()
    assert "Accept-Language" not in response.headers.get("Vary", "")


@pytest.mark.parametrize("language", ["ar", "en", "fr"])
@pytest.mark.parametrize(
    ("rest", "status"), [("news/?q=" + "a" * 9000, 414), ("news/?q=%00", 400), ("news/?q=%ff", 400), ("%00/", 400)]
)
def test_what_is_refused_at_the_door_is_a_page_in_the_addresss_language(client, language, rest, status):
    response = client.get(f"/{language}/{rest}")

    assert response.status_code == status
    assert f'<html lang="{language}"' in response.content.decode()
    assert response.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("language", ["ar", "en", "fr"])
def test_a_header_that_is_too_long_is_refused_with_a_page(client, language):
    longest = client.get(f"/{language}/none/", headers={"x-any": "a" * 8192})
    refused = client.get(f"/{language}/none/", headers={"cookie": "a" * 8193})

    assert longest.status_code == 404
    assert refused.status_code == 431
    assert f'<html lang="{language}"' in refused.content.decode()


def test_what_is_refused_at_the_door_takes_no_query(client, django_assert_num_queries):
    with django_assert_num_queries(0):
        client.get("/ar/news/?q=%00")


def test_a_forged_cookie_is_refused_with_a_page(client):
    client.cookies["sessionid"] = "a\0b"

    response = client.get("/fr/")

    assert response.status_code == 400
    assert '<html lang="fr"' in response.content.decode()
