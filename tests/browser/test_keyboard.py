"""The whole public path with the keyboard alone: what has the focus is always seen, and the way goes as people read."""

from itertools import pairwise

import pytest

from icesco.demo.loading import read_stories
from people.languages import LANGUAGES

from .scripts import FOCUS, FROM_THE_TOP, STOPS
from .visiting import DESKTOP, WIDTHS, addresses_for, viewport, visit

pytestmark = pytest.mark.browser
WAYS = [(language, width) for language in ("ar", "en") for width in WIDTHS]
MOST_STOPS = 400
ROW_PX = 8  # tops and bottoms of what stands in one row may differ by so much


@pytest.mark.parametrize(("language", "other"), [("ar", "en"), ("en", "ar")])
def test_a_reader_comes_from_home_to_a_rating_without_a_mouse(demo_page, language, other):
    page = demo_page(viewport=DESKTOP)
    page.goto(f"/{language}/")
    skip_to_content(page)

    follow(page, f"a[href='/{language}/news/']")
    choose_sector(page, sector_with_a_story_in_all_languages())
    follow(page, f"main article a[href^='/{language}/20']")
    title = page.locator("h1").inner_text()
    follow(page, f"a[hreflang={other}]")
    assert page.locator("html").get_attribute("lang") == other
    assert page.locator("h1").inner_text() != title
    rate(page, steps=3)

    assert page.locator("#feedback-thanks").is_visible()


@pytest.mark.parametrize(("language", "width"), WAYS)
def test_the_tab_key_stops_everywhere_once_in_the_order_of_reading(demo_page, kinds, language, width):
    page = demo_page(viewport=viewport(width))
    complaints = {}

    for address in addresses_for(kinds, (language, width), WAYS, ways_per_kind=1):
        visit(page, address)
        page.evaluate(FROM_THE_TOP)
        expected, stops = page.evaluate(STOPS), walk(page)
        complaints[address] = [*unseen(stops), *out_of_order(stops, language)]
        if len(stops) != expected:
            complaints[address].append(f"{len(stops)} stops, {expected} controls: a trap, or one out of reach")

    assert {address: found for address, found in complaints.items() if found} == {}


def walk(page):
    """Press the tab key from the top of the page until the focus leaves it: what FOCUS told at each stop."""
    stops = []
    while len(stops) < MOST_STOPS:
        page.keyboard.press("Tab")
        focus = page.evaluate(FOCUS)
        if focus is None or (stops and focus["place"] == stops[0]["place"]):
            break
        stops.append(focus)
    return stops


def unseen(stops):
    """Stops at which a person would not see where they are."""
    return [
        f"{', '.join(name for name in ('marked', 'inView', 'uncovered') if not stop[name])} is wrong: {stop['name']}"
        for stop in stops
        if not (stop["marked"] and stop["inView"] and stop["uncovered"])
    ]


def out_of_order(stops, language):
    """Stops that come before their place in the document, or against the direction of reading within a group."""
    for before, after in pairwise(stops):
        if after["place"] < before["place"]:
            yield f"goes back to {after['name']}"
        in_a_row = abs(before["top"] - after["top"]) < ROW_PX and abs(before["bottom"] - after["bottom"]) < ROW_PX
        if before["group"] == after["group"] != -1 and in_a_row:
            forward = after["left"] - before["left"] if language != "ar" else before["right"] - after["right"]
            if forward < 0:
                yield f"goes against the direction of reading to {after['name']}"


def tab_to(page, selector):
    """Press the tab key until what `selector` matches has the focus; at every stop it must be seen."""
    for _stop in range(MOST_STOPS):
        page.keyboard.press("Tab")
        focus = page.evaluate(FOCUS)
        assert focus, f"the focus left the page before it came to {selector}"
        assert unseen([focus]) == []
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    pytest.fail(f"{MOST_STOPS} stops did not lead to {selector}")


def follow(page, selector):
    """Go to a link that `selector` matches and open it."""
    tab_to(page, selector)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def skip_to_content(page):
    tab_to(page, ".skip-link")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.matches('main') || location.hash === '#content'")


def choose_sector(page, slug):
    """Choose a sector in the form of the list and send it, all by keys."""
    tab_to(page, "select[name=sector]")
    options = page.locator("select[name=sector] option").evaluate_all("options => options.map(one => one.value)")
    for _step in range(options.index(slug)):
        page.keyboard.press("ArrowDown")
    tab_to(page, "form :is(button, input)[type=submit]")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert f"sector={slug}" in page.url


def rate(page, steps):
    """Choose the answer that is `steps` after the first one and send it."""
    tab_to(page, "input[type=radio][name=score]")
    page.keyboard.press("Space")
    for _step in range(steps):
        page.keyboard.press("ArrowDown")
    assert page.evaluate("document.querySelector('input[name=score]:checked').value") == str(1 + steps)
    tab_to(page, "form[method=post] [type=submit]")
    page.keyboard.press("Enter")
    page.locator("#feedback-thanks:focus").wait_for()


def sector_with_a_story_in_all_languages():
    """The slug of a sector of the demo that has a story in every language."""
    for story in read_stories():
        if story["sectors"] and all(
            story["editions"].get(language, {}).get("state") == "public" for language in LANGUAGES
        ):
            return story["sectors"][0]
    raise LookupError
