"""A browser on its way through nginx and the application: reading, rating, signing in."""

import pytest

from tests.conftest import watched_pages

pytestmark = [pytest.mark.nginx, pytest.mark.browser]


@pytest.fixture
def deployed_page(chromium, stack):
    with watched_pages(chromium, stack.front.origin) as open_page:
        yield lambda **options: open_page(ignore_https_errors=True, **options)


@pytest.mark.parametrize("locale", ["ar", "en"])
def test_a_visitor_reads_and_rates(deployed_page, locale):
    page = deployed_page(locale=locale)

    page.goto("/")
    page.locator(".lead__title a").click()
    assert page.locator("html").get_attribute("dir") == ("rtl" if locale == "ar" else "ltr")
    assert page.evaluate("Array.from(document.images).filter(one => one.complete && !one.naturalWidth).length") == 0
    page.check("#rating-score-4")
    page.click(".rating__send")
    page.wait_for_selector(".rating__form", state="hidden")


def test_without_scripts_a_rating_comes_back_to_its_page(deployed_page):
    page = deployed_page(locale="fr", java_script_enabled=False)

    page.goto("/fr/")
    page.check("#rating-score-5")
    page.click(".rating__send")

    assert page.url.endswith("/fr/#feedback-thanks")


def test_the_administrator_signs_in_and_lists_the_stories(deployed_page, stack):
    password = stack.manage("demo_admin").split()[-1]
    page = deployed_page(locale="en")

    page.goto("/admin/login/?next=/admin/news/article/")
    page.fill("#id_login", "admin")
    page.fill("#id_password", password)
    page.press("#id_password", "Enter")

    page.wait_for_url("**/admin/news/article/")
    assert page.locator("#result_list tbody tr").count() > 5
    cookies = {cookie["name"]: cookie for cookie in page.context.cookies()}
    assert all(cookie["secure"] for cookie in cookies.values())
    assert cookies["sessionid"]["httpOnly"]
