import pytest
from django.test import Client

from tests.crawling import in_every_language


@pytest.mark.parametrize("address", in_every_language("about_translations"))
def test_the_labels_are_explained_in_every_language_without_a_query(address):
    page = Client().get(address)

    assert page.status_code == 200
    assert page.content.decode().count("<h1>") == 1
