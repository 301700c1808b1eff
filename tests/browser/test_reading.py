"""The public path in a browser: from the front door to a story and its people, in two languages, without scripts."""

import pytest

from tests.news.linked import Subjects

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PHONE = {"width": 320, "height": 640}


@pytest.fixture
def story():
    """An Arabic story that is behind its source, beside enough others for a second page."""
    subjects = Subjects()
    subjects.stories(21, "ar")
    return subjects.full_story()


@pytest.mark.parametrize("locale", ["ar", "en"])
def test_a_visitor_goes_from_the_front_door_to_a_story_and_its_people_without_scripts(new_page, story, locale):
    edition = {"ar": story[0], "en": story[1]}[locale]
    page = new_page(locale=locale, java_script_enabled=False, viewport=PHONE)

    page.goto("/")
    page.locator(".lead__title a").click()
    assert page.locator("h1").inner_text() == edition.title
    page.locator(".people__name a").first.click()
    assert page.locator("h1").inner_text() == "Amina Diallo"
    page.locator(".card__title a").first.click()
    assert page.locator("h1").inner_text() == edition.title


def test_a_reader_changes_the_language_of_a_story(page, story):
    arabic, english = story
    page.goto(arabic.get_absolute_url())
    assert page.evaluate("getComputedStyle(document.body).direction") == "rtl"

    page.get_by_role("link", name="English").first.click()

    assert page.locator("h1").inner_text() == english.title
    assert page.evaluate("getComputedStyle(document.body).direction") == "ltr"


def test_the_list_is_filtered_with_the_form_and_cleared(new_page, story):
    page = new_page(java_script_enabled=False)
    page.goto("/en/news/")

    page.locator("#filter-sector").select_option("oceans-sector")
    page.locator("#filter-year").fill("1999")
    page.locator(".filters button").click()
    assert page.locator(".card").count() == 0
    page.locator(".chosen__clear").click()

    assert page.locator(".card").count() == 1


def test_the_first_tab_leads_past_the_header(page, story):
    page.goto("/ar/")

    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    assert page.evaluate("document.activeElement.id") == "content"
