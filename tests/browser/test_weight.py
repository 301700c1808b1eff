"""What a page weighs on its way to a reader, measured as the demo is served: requests, bytes, shifts."""

import gzip
from itertools import product

import pytest

from people.languages import LANGUAGES

from .visiting import PHONE, WIDTHS, addresses_for, viewport, visit

pytestmark = pytest.mark.browser
WAYS = list(product(LANGUAGES, WIDTHS))
MOST_REQUESTS_BEFORE_READING = 4
MOST_SCRIPT_BYTES = 5 * 1024
MOST_COMPRESSED_BYTES = 14 * 1024

# Style sheets and scripts that a browser waits for before it shows a word.
BLOCKING = """() => [...document.querySelectorAll(
    'head link[rel=stylesheet]:not([disabled]), head script[src]:not([defer], [async], [type=module])')]
  .filter(one => !one.media || matchMedia(one.media).matches).map(one => one.href ?? one.src)"""
# The sum of all layout shifts, those included that happened before anybody asked.
SHIFTS = """() => new Promise(resolve => {
  let sum = 0;
  new PerformanceObserver(list => { for (const shift of list.getEntries()) sum += shift.value; })
    .observe({type: 'layout-shift', buffered: true});
  setTimeout(() => resolve(sum), 200);
})"""
SCROLL = """async () => {
  for (let at = 0; at < document.body.scrollHeight; at += innerHeight / 2) {
    scrollTo({top: at, behavior: 'instant'});
    await new Promise(requestAnimationFrame);
  }
}"""


@pytest.fixture(params=LANGUAGES)
def story(request, kinds):
    """The address of the fullest story in a language."""
    return kinds["news:edition_detail"][request.param][0]


@pytest.fixture
def loaded(demo_page):
    """A function: open a page on a phone that has seen nothing of the site; returns it and {url: response}."""

    def load(address, **options):
        page = demo_page(**{"viewport": PHONE, **options})
        responses = {}
        page.on("response", lambda response: responses.update({response.url: response}))
        visit(page, address)
        return page, responses

    return load


def test_a_story_can_be_read_after_four_requests(loaded, story):
    page, responses = loaded(story)

    before_reading = [page.url, *page.evaluate(BLOCKING)]
    before_reading += [url for url, response in responses.items() if response.request.resource_type == "font"]

    assert len(before_reading) <= MOST_REQUESTS_BEFORE_READING, before_reading


def test_a_story_and_its_style_sheets_are_small_when_compressed(loaded, story):
    page, responses = loaded(story)

    needed = [page.url, *(url for url in page.evaluate(BLOCKING) if ".css" in url)]
    sizes = {url: len(gzip.compress(responses[url].body())) for url in needed}

    assert sum(sizes.values()) <= MOST_COMPRESSED_BYTES, sizes


def test_a_story_brings_little_script(loaded, story):
    page, responses = loaded(story)

    scripts = [response for response in responses.values() if response.request.resource_type == "script"]
    sizes = {response.url: len(response.body()) for response in scripts}
    inline = page.locator("script:not([src]):not([type*=json])").evaluate_all(
        "all => all.map(one => one.textContent.length)"
    )

    assert sum(sizes.values()) + sum(inline) <= MOST_SCRIPT_BYTES, sizes


@pytest.mark.parametrize(("language", "width"), WAYS)
def test_what_a_page_asks_for_is_there_and_nothing_moves_meanwhile(loaded, kinds, demo, language, width):
    complaints = {}

    for address in addresses_for(kinds, (language, width), WAYS, ways_per_kind=1):
        page, responses = loaded(address, viewport=viewport(width))
        page.evaluate(SCROLL)
        complaints[address] = [url for url, response in responses.items() if response.status >= 400 and url != page.url]
        complaints[address] += [url for url in responses if not url.startswith(f"{demo.origin}/")]
        complaints[address] += [f"moves by {shift}"] if (shift := page.evaluate(SHIFTS)) else []
        page.context.close()

    assert {address: found for address, found in complaints.items() if found} == {}
