"""Every address that a page, feed or sitemap of the demo names leads somewhere."""

from urllib.parse import unquote

from tests.crawling import STATIC

from . import CRAWL

pytestmark = CRAWL
REDIRECTS = {301, 302, 303, 307, 308}


def test_nothing_that_a_link_leads_to_is_missing_or_fails(site):
    broken = [page for page in site.pages.values() if page.status not in {200, *REDIRECTS} and not is_told_gone(page)]

    assert sources_of(site, broken) == {}


def test_the_list_of_withdrawals_names_texts_that_say_they_are_gone(site):
    assert [page for page in site.pages.values() if is_told_gone(page)]


def test_every_redirect_leads_in_one_hop_to_a_page(site):
    redirects = [page for page in site.pages.values() if page.status in REDIRECTS]

    astray = {
        page: page.headers["Location"]
        for page in redirects
        if not (target := site.at(page.headers["Location"])) or target.status != 200
    }

    assert astray == {}


def test_every_fragment_names_a_part_of_its_page(site):
    targets = [
        (page, target, fragment)
        for page in site.html
        for address, fragment in page.links()
        if fragment and (target := page if address == page.address else site.at(address)) and target.is_html
    ]

    assert targets
    assert [case for case in targets if case[2] not in case[1].ids] == []


def test_the_crawl_left_out_no_address_but_of_filters(site):
    unseen = {
        unquote(address)
        for page in site.pages.values()
        if page.is_html
        for address, _fragment in page.links()
        if not site.at(address) and "?" not in address and not address.startswith(STATIC)
    }

    assert unseen == set()


def test_no_page_makes_a_browser_ask_another_site(site):
    foreign = [
        (page, resource) for page in site.html for resource in page.resources() if not is_own(resource, site.origin)
    ]

    assert foreign == []


def test_no_public_answer_sets_a_cookie(site):
    answers = [*site.pages.values(), *site.refusals]

    assert [page for page in answers if "Set-Cookie" in page.headers] == []


def is_told_gone(page):
    """Whether it is the API's answer about a withdrawn text, to which its list of withdrawals leads."""
    return page.status == 410 and page.address.startswith("/api/v1/editions/")


def is_own(resource, origin):
    """Whether an address, as written, is on the site itself."""
    return resource.startswith(f"{origin}/") or (resource.startswith("/") and not resource.startswith("//"))


def sources_of(site, targets):
    """{page: up to three addresses that lead to it} for pages that should not be led to."""
    wanted = {unquote(page.address): page for page in targets}
    found = {page: [] for page in targets}
    for page in site.html:
        for address, _fragment in page.links():
            if (target := wanted.get(unquote(address))) and len(found[target]) < 3:
                found[target].append(unquote(page.address))
    return found
