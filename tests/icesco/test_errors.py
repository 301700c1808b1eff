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
def test_an_error_page_carries_no_form_and_no_address_of_its_own(client, address):
    page = client.get(address).content.decode()

    assert "<form" not in page
    assert 'rel="canonical"' not in page
    assert "hreflang" not in page[: page.index("</head>")]
    assert "none" not in page


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
