"""Handing a story on and printing it in a browser, with scripts and without."""

import pytest

from tests.news.linked import Subjects

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

NO_CLIPBOARD = "Object.defineProperty(navigator, 'clipboard', {value: undefined})"


@pytest.fixture
def story():
    """An Arabic story with related ones: the edition."""
    subjects = Subjects()
    subjects.stories(3, "ar")
    return subjects.full_story()[0]


def test_the_address_is_copied_and_said_to_be(new_page, story, settings):
    page = new_page()
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(story.get_absolute_url())

    page.get_by_role("button", name="نسخ الرابط").click()

    page.get_by_role("status").get_by_text("نُسخ الرابط").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == settings.SITE_ORIGIN + story.get_absolute_url()


def test_the_address_is_copied_where_the_browser_offers_no_clipboard(new_page, story):
    page = new_page()
    page.add_init_script(NO_CLIPBOARD)
    page.goto(story.get_absolute_url())

    page.get_by_role("button", name="نسخ الرابط").click()

    page.get_by_role("status").get_by_text("نُسخ الرابط").wait_for()
    assert page.evaluate("getSelection().toString()").endswith("/منتدى-الرباط/")


def test_print_opens_the_browsers_own_dialog(new_page, story):
    page = new_page()
    page.add_init_script("window.print = () => { document.title = 'printed'; }")
    page.goto(story.get_absolute_url())

    page.get_by_role("button", name="طباعة").click()

    assert page.title() == "printed"


def test_without_scripts_there_are_links_and_an_address_but_no_dead_button(new_page, story):
    page = new_page(java_script_enabled=False)
    page.goto(story.get_absolute_url())

    assert page.locator(".share button:visible").count() == 0
    assert page.locator(".share__link:visible").count() == 6
    assert page.locator(".share__url").is_visible()


def test_on_paper_a_story_keeps_its_address_date_and_origin_and_loses_what_is_for_the_screen(page, story):
    page.goto(story.get_absolute_url())

    page.emulate_media(media="print")

    for kept in (".story__title", ".story__dateline time", ".story__hijri", ".provenance", ".share__url", ".prose"):
        assert page.locator(kept).first.is_visible(), kept
    for lost in (".breadcrumbs", ".also-in", ".share__links", ".share__tools", ".related", ".links", ".main-nav"):
        assert not page.locator(lost).first.is_visible(), lost
    assert not page.locator(".site-footer").is_visible()
