"""How pages look and behave in a browser: nothing moves, nothing overflows, faces by script, shapes by direction."""

import pytest

from tests.news.linked import Subjects

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

SHIFTS = """() => new Promise(resolve => {
  let total = 0;
  new PerformanceObserver(list => { for (const shift of list.getEntries()) total += shift.value; })
    .observe({type: 'layout-shift', buffered: true});
  setTimeout(() => resolve(total), 300);
})"""
FONTS = "performance.getEntriesByType('resource').map(r => r.name).filter(name => name.includes('/fonts/'))"
WIDER = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
# Where a shape made of two sides of a square points: the middle of its corner, seen from the middle of its link.
POINTS = """selector => {
  const style = getComputedStyle(document.querySelector(selector), '::after');
  const matrix = new DOMMatrix(style.transform);
  const isRtl = style.direction === 'rtl';
  const corner = matrix.transformPoint(new DOMPoint(isRtl ? -1 : 1, -1));
  return corner.x > 0.1 ? 'right' : corner.x < -0.1 ? 'left' : 'up';
}"""


@pytest.fixture
def story():
    subjects = Subjects()
    subjects.stories(21, "ar")
    subjects.stories(21, "en")
    return subjects.full_story()


@pytest.mark.parametrize("width", [320, 1280])
def test_nothing_moves_while_a_page_loads(new_page, story, width):
    page = new_page(viewport={"width": width, "height": 700})
    moved = {}

    for address in ["/ar/", "/en/", "/ar/news/", story[0].get_absolute_url(), story[1].get_absolute_url()]:
        page.goto(address)
        moved[address] = page.evaluate(SHIFTS)

    assert {address: shift for address, shift in moved.items() if shift} == {}


def test_an_english_page_asks_for_no_arabic_typeface(page, story):
    page.goto("/en/")
    page.wait_for_load_state("networkidle")

    fonts = page.evaluate(FONTS)

    assert len(fonts) == 1
    assert "latin" in fonts[0]


def test_an_arabic_page_asks_for_two_typefaces_at_most(page, story):
    page.goto(story[0].get_absolute_url())
    page.wait_for_load_state("networkidle")

    fonts = page.evaluate(FONTS)

    assert any("arabic" in font for font in fonts)
    assert len(fonts) == len(set(fonts)) <= 2


@pytest.mark.parametrize(("language", "side"), [("ar", "left"), ("en", "right")])
def test_what_points_onward_points_where_the_language_goes(page, story, language, side):
    page.goto(f"/{language}/news/")

    assert page.evaluate(POINTS, ".pages__next") == side


def test_text_at_twice_its_size_stays_within_the_page(new_page, story):
    page = new_page(viewport={"width": 1280, "height": 800})
    wide = []

    for address in ["/ar/", "/en/news/", story[0].get_absolute_url(), "/ar/member-states/atlantis/", "/ar/none/"]:
        page.goto(address)
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        if page.evaluate(WIDER):
            wide.append(address)

    assert wide == []


def test_who_asks_for_less_motion_sees_none(new_page, story):
    page = new_page(reduced_motion="reduce")
    page.goto("/ar/")

    moving = page.evaluate(
        "[...document.querySelectorAll('*')].filter(e => getComputedStyle(e).transitionDuration !== '0s').length"
    )

    assert moving == 0


def test_what_has_the_focus_is_seen(page, story):
    page.goto("/ar/")
    unseen = []

    for _step in range(25):
        page.keyboard.press("Tab")
        outline = page.evaluate("getComputedStyle(document.activeElement).outlineWidth")
        if outline != "3px":
            unseen.append(page.evaluate("document.activeElement.outerHTML.slice(0, 80)"))

    assert unseen == []
