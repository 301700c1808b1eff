"""Handing on, printing and the institution's pages in a browser: with scripts and without, in Arabic and English."""

import pytest

from icesco.models import InstitutionPage, PressContact
from tests.browser.test_reading import PHONE, SMALL_TARGETS, WIDER_THAN_THE_SCREEN
from tests.news.linked import Subjects

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

NO_CLIPBOARD = "Object.defineProperty(navigator, 'clipboard', {value: undefined})"


@pytest.fixture
def story():
    """An Arabic story with related ones: the edition."""
    subjects = Subjects()
    subjects.stories(3, "ar")
    return subjects.full_story()[0]


@pytest.fixture
def addresses(story):
    """The story and every page of the institution in each language, with a press contact that lacks an Arabic name."""
    PressContact.objects.create(name_en="Press desk", email="desk@example.org", telephone="+212 5 00", is_public=True)
    names = InstitutionPage.Name.values
    return [story.get_absolute_url(), *(f"/{code}/about/{name}/" for code in ("ar", "en", "fr") for name in names)]


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


def test_these_pages_fit_a_small_phone_and_targets_are_large_enough(new_page, addresses):
    page = new_page(viewport=PHONE)
    complaints = []

    for address in addresses:
        page.goto(address)
        if page.evaluate(WIDER_THAN_THE_SCREEN):
            complaints.append((address, "too wide"))
        complaints += [(address, target) for target in page.evaluate(SMALL_TARGETS)]

    assert complaints == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_these_pages(new_page, addresses, accessibility_violations, scheme):
    page = new_page(color_scheme=scheme)
    complaints = {}

    for address in addresses:
        page.goto(address)
        if found := accessibility_violations(page):
            complaints[address] = found

    assert complaints == {}
