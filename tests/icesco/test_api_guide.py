import re

import pytest

from tests.crawling import in_every_language


@pytest.mark.django_db
@pytest.mark.parametrize("address", in_every_language("api_guide"))
def test_partners_are_told_how_in_every_language_in_one_query(client, address, django_assert_num_queries):
    with django_assert_num_queries(1):  # for the moment of the site
        page = client.get(address)

    text = page.content.decode()
    assert page.status_code == 200
    assert text.count("<h1") == 1
    assert 'href="/api/v1/openapi.json"' in text


@pytest.mark.django_db
@pytest.mark.parametrize("address", in_every_language("api_guide"))
def test_every_list_named_on_the_page_answers(client, address):
    page = client.get(address).content.decode().replace("&amp;", "&")

    named = re.findall(r"http://127\.0\.0\.1:8000(/api/v1/[^\"<\s]*)", page)
    lists = [url for url in named if "/123/" not in url]

    assert len(lists) >= 6
    assert {url: client.get(url).status_code for url in lists} == dict.fromkeys(lists, 200)


def test_the_footer_leads_there(client, db):
    assert 'href="/ar/about/api/"' in client.get("/ar/about/translations/").content.decode()
