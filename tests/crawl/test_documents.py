"""What every page owes to its readers, whatever kind of page it is."""

import re
from collections import Counter, defaultdict

from icesco.text.direction import direction

from . import CRAWL

pytestmark = CRAWL
ARABIC = re.compile(r"[\u0620-\u064a\u0671-\u06d3\u06fa-\u06fc\ufb50-\ufdfb\ufe70-\ufefc]")
UNREAD = {"script", "style", "template", "head"}
SPOKEN = ("alt", "aria-label", "title", "placeholder")


def test_every_page_has_one_first_heading(site):
    headings = {page: page.headings for page in site.html}

    assert {page: found for page, found in headings.items() if len(found) != 1 or not found[0]} == {}


def test_every_page_says_its_language_and_direction(site):
    wrong = [
        page
        for page in site.html
        if (page.tree.get("lang"), page.tree.get("dir")) != (page.language, direction(page.language))
        or page.headers["Content-Language"] != page.language
    ]

    assert wrong == []


def test_no_id_stands_twice_on_a_page(site):
    repeated = {page: [name for name, count in Counter(page.ids).items() if count > 1] for page in site.html}

    assert {page: names for page, names in repeated.items() if names} == {}


def test_every_page_has_a_title(site):
    assert [page for page in site.html if len(page.title) < 3] == []


def test_no_two_pages_of_a_language_share_a_title(site):
    """Pages with a query apart: a list that is sorted or filtered differently keeps the title of the list."""
    titled = defaultdict(list)
    for page in site.documents:
        if "?" not in page.address:
            titled[page.language, page.title].append(page)

    assert {title: pages for title, pages in titled.items() if len(pages) > 1} == {}


def test_every_document_names_one_canonical_page_that_names_itself(site):
    complaints = {}
    for page in site.documents:
        kept = [site.at(url) for url in page.canonicals if url.startswith(f"{site.origin}/")]
        if len(page.canonicals) != 1 or not kept:
            complaints[page] = page.canonicals
        elif kept[0] is None:
            complaints[page] = "its canonical page was not found by the crawl"
        elif not kept[0].is_document or kept[0].canonicals != page.canonicals:
            complaints[page] = (kept[0], "is not its own canonical page")

    assert complaints == {}


def test_a_page_that_says_there_is_none_is_kept_out_of_search_engines(site):
    others = [page for page in site.html if page.status in {404, 410}]

    assert others
    assert [page for page in others if page.canonicals or page.alternates or "noindex" not in page.robots] == []


def test_a_page_in_several_languages_is_among_its_own_alternates(site):
    pages = [page for page in site.documents if page.alternates]

    assert pages
    assert [page for page in pages if [page.alternates.get(page.language)] != page.canonicals] == []


def test_alternates_name_each_other(site):
    complaints = []
    for page in site.documents:
        for code, url in page.alternates.items():
            other = site.at(url) if isinstance(url, str) else None
            if code == "x-default" and other and other.status in {200, 302}:
                continue
            if not other or not other.is_document or other.language != code or other.alternates != page.alternates:
                complaints.append((page, code, url))

    assert complaints == []


def test_the_address_for_sharing_is_the_canonical_one(site):
    shared = {page: page.meta("og:url") for page in site.documents}

    assert {page: urls for page, urls in shared.items() if urls and urls != page.canonicals} == {}


def test_arabic_words_on_a_page_in_another_language_say_so(site):
    """A screen reader would spell them out with the wrong voice otherwise."""
    unmarked = {page: sorted(set(unmarked_arabic(page)))[:5] for page in site.html if page.language != "ar"}

    assert {page: words for page, words in unmarked.items() if words} == {}


def unmarked_arabic(page):
    """Texts and spoken attributes with Arabic letters that no element around them declares Arabic."""
    for element in page.tree.iter():
        if not isinstance(element.tag, str) or UNREAD & {element.tag, *(e.tag for e in element.iterancestors())}:
            continue
        own = language_at(element)
        spoken = [element.text, *(element.get(name) for name in SPOKEN), *(child.tail for child in element)]
        for text in spoken:
            if text and own != "ar" and ARABIC.search(text):
                yield " ".join(text.split())[:60]


def language_at(element):
    """The language that an element or the nearest one around it declares."""
    for place in (element, *element.iterancestors()):
        if declared := place.get("lang"):
            return declared
    return ""
