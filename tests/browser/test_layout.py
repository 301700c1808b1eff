"""Every kind of page fits small screens and large letters, has targets for a thumb, and heeds preferences."""

from io import BytesIO
from itertools import product

import pytest
from PIL import Image

from people.languages import LANGUAGES

from .scripts import BROKEN_WORDS, CUT_OFF, MOVING, SMALL_TARGETS, TOO_WIDE
from .visiting import DESKTOP, PHONE, WIDTHS, addresses_for, viewport, visit

pytestmark = pytest.mark.browser
WAYS = list(product(LANGUAGES, WIDTHS))
ONCE = [(language,) for language in LANGUAGES]


@pytest.mark.parametrize(("language", "width"), WAYS)
def test_pages_fit_and_targets_measure_44_pixels(demo_page, kinds, language, width):
    page = demo_page(viewport=viewport(width))
    complaints = {}

    for address in addresses_for(kinds, (language, width), WAYS, ways_per_kind=2):
        visit(page, address)
        complaints[address] = [*(["too wide"] if page.evaluate(TOO_WIDE) else []), *page.evaluate(SMALL_TARGETS)]

    assert {address: found for address, found in complaints.items() if found} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_letters_of_twice_the_size_fit_a_small_phone(demo_page, kinds, language):
    page = demo_page(viewport=PHONE)
    complaints = {}

    for address in addresses_for(kinds, (language,), ONCE, ways_per_kind=1):
        visit(page, address)
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        complaints[address] = [*(["too wide"] if page.evaluate(TOO_WIDE) else []), *page.evaluate(CUT_OFF)]

    assert {address: found for address, found in complaints.items() if found} == {}


@pytest.mark.parametrize(("language", "width"), list(product(LANGUAGES, (320, 768, 1024))))
def test_no_word_of_a_heading_or_a_choice_is_broken(demo_page, kinds, language, width):
    page = demo_page(viewport={"width": width, "height": 800})
    complaints = {}

    for address in [kinds[kind][language][0] for kind in ("home", "search", "news:edition_detail")]:
        page.goto(address)
        complaints[address] = page.evaluate(BROKEN_WORDS)

    assert {address: found for address, found in complaints.items() if found} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_moves_for_who_asked_for_less_motion(demo_page, kinds, language):
    page = demo_page(viewport=DESKTOP, reduced_motion="reduce")
    complaints = {}

    for address in addresses_for(kinds, (language,), ONCE, ways_per_kind=1):
        visit(page, address)
        complaints[address] = page.evaluate(MOVING)

    assert {address: found for address, found in complaints.items() if found} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_printed_page_is_its_text_alone(demo_page, kinds, language):
    page = demo_page(viewport=DESKTOP)
    complaints = {}

    for address in addresses_for(kinds, (language,), ONCE, ways_per_kind=1):
        visit(page, address)
        page.emulate_media(media="print")
        left = page.locator("body > :not(main) nav, .rating").filter(visible=True).all()
        is_form = "/feedback/" in address  # the question is all that this page has to say
        if (left and not is_form) or not page.locator("h1").is_visible():
            complaints[address] = [element.evaluate("one => one.outerHTML.slice(0, 100)") for element in left]
        page.emulate_media(media="screen")

    assert complaints == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_page_in_forced_colours_shows_text_and_the_borders_of_fields(demo_page, kinds, scheme):
    page = demo_page(viewport=DESKTOP, forced_colors="active", color_scheme=scheme)
    [address, *_others] = kinds["news:edition_list"]["ar"]

    page.goto(address)

    picture = Image.open(BytesIO(page.screenshot())).convert("RGB")
    assert len(picture.getcolors(maxcolors=2**24)) > 2
    fields = page.locator("main select, main button, main input:not([type=hidden])")
    widths = fields.evaluate_all("all => all.map(one => parseFloat(getComputedStyle(one).borderTopWidth))")
    assert widths
    assert min(widths) > 0
