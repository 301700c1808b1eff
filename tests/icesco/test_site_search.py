"""Search in the header: there as soon as the site has a search page."""

import pytest
from django.conf.urls.i18n import i18n_patterns
from django.http import HttpResponse
from django.urls import path

from icesco import urls

pytestmark = pytest.mark.django_db

handler404 = urls.handler404
urlpatterns = [*i18n_patterns(path("search/", lambda request: HttpResponse(), name="search")), *urls.urlpatterns]


@pytest.mark.urls(__name__)
@pytest.mark.parametrize("address", ["/ar/", "/ar/news/", "/ar/none/"])
def test_every_page_has_a_form_that_asks_the_search_page_of_its_language(client, address):
    page = client.get(address).content.decode()

    form = page[page.index('<form class="site-search"') :]
    form = form[: form.index("</form>")]
    assert 'action="/ar/search/"' in form
    assert 'name="q"' in form
    assert "method" not in form
    assert '<label class="visually-hidden" for="site-search">البحث في غرفة الأخبار</label>' in form
