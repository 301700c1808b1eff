"""The public path in a browser: from the front door to a story and its people, in two languages, without scripts."""

import pytest

from tests.factories import make_edition
from tests.news.linked import Subjects

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PHONE = {"width": 320, "height": 640}
WIDER_THAN_THE_SCREEN = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
SMALL_TARGETS = """() => [...document.querySelectorAll('a, button, select, input:not([type=hidden]):not([type=radio])')]
  .filter(target => !target.closest('.prose, .skip-link, .card__title, .lead__title, .headlines__one'))
  .filter(target => target.checkVisibility() && target.getBoundingClientRect().height < 43.5)
  .map(target => target.outerHTML)"""


@pytest.fixture
def story():
    """An Arabic story that is behind its source, beside enough others for a second page."""
    subjects = Subjects()
    subjects.stories(21, "ar")
    return subjects.full_story()


@pytest.fixture
def addresses(story):
    """A page of every template in each language."""
    arabic, english = story
    paths = ["", "news/", "news/?sector=oceans-sector&year=1999", "people/", "people/amina-diallo/", "member-states/"]
    paths += ["member-states/atlantis/", "sectors/", "sectors/oceans-sector/", "none/"]
    french = arabic.article.edition("fr")
    gone = make_edition(language="fr", title="Retiré")
    gone.withdraw()
    editions = [arabic, english, french]
    months = [f"/{edition.language}/{edition.permalink_on:%Y/%m}/" for edition in editions]
    months += [f"/{edition.language}/{edition.permalink_on:%Y}/" for edition in editions]
    tags = ["/en/tags/tides/", "/ar/tags/المد/", "/fr/tags/marées/"]
    only_here = [f"/{language}{make_edition(title='Only here').get_absolute_url()[3:]}" for language in ("ar", "fr")]
    return [
        *(f"/{language}/{path}" for language in ("ar", "en", "fr") for path in paths),
        *(edition.get_absolute_url() for edition in [*editions, gone]),
        *months,
        *tags,
        *only_here,
    ]


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


def test_no_page_is_wider_than_a_small_phone_and_targets_are_large_enough(new_page, addresses):
    page = new_page(viewport=PHONE)
    complaints = []

    for address in addresses:
        page.goto(address)
        if page.evaluate(WIDER_THAN_THE_SCREEN):
            complaints.append((address, "too wide"))
        complaints += [(address, target) for target in page.evaluate(SMALL_TARGETS)]

    assert complaints == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_any_page(new_page, addresses, accessibility_violations, scheme):
    page = new_page(color_scheme=scheme)
    complaints = {}

    for address in addresses:
        page.goto(address)
        if found := accessibility_violations(page):
            complaints[address] = found

    assert complaints == {}
