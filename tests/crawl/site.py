"""The demo as a visitor sees it: every page that the crawl found, and those that nothing leads to."""

from collections import defaultdict
from functools import cached_property
from urllib.parse import unquote

from icesco.demo.loading import read_stories
from icesco.text.slugs import make_slug
from people.languages import LANGUAGES
from tests.crawling import crawl
from tests.sampling import IS_DEEP, sampled

from .page import Page, path_of

RATED_FROM = ("same-origin", "cross-site")


class Site:
    """The pages of the demo at `origin`, fetched through `client` (Django's test client, or one like it).

    crawl_options: as `crawling.crawl` takes them.
    pages: {address: Page}, what the crawl found, redirects too; refusals: a list of pages that say no.
    """

    def __init__(self, client, origin, **crawl_options):
        self.client, self.origin = client, origin
        answers = crawl(client, origin=origin, **crawl_options)
        self.pages = {address: Page.of(address, response, origin) for address, response in answers.items()}
        self.refusals = [self.fetch(address) for address in self.addresses_of_refusals()]
        self.refusals += [self.answer_to_rating(language, site) for language in LANGUAGES for site in RATED_FROM]

    def fetch(self, address):
        return Page.of(address, self.client.get(address), self.origin)

    def answer_to_rating(self, language, site):
        """What is said to a rating without a score, sent from a page of the same site or another one."""
        address = f"/{language}/feedback/"
        data = {"page": f"/{language}/", "comment": "<b>?"}
        response = self.client.post(address, data, headers={"sec-fetch-site": site})
        return Page.of(address, response, self.origin)

    def at(self, url):
        """The page that the crawl found at an address or absolute URL of the site, else None."""
        if url.startswith((f"{self.origin}/", "/")):
            return self.by_decoded_address.get(unquote(path_of(url)))
        return None

    @cached_property
    def by_decoded_address(self):
        return {unquote(address): page for address, page in self.pages.items()}

    def addresses_of_refusals(self):
        """Nothing there, withdrawn, and not in this language."""
        nowhere = [f"/{language}/none/" for language in LANGUAGES]
        return [*nowhere, *withdrawn_addresses(), *self.untranslated_addresses()]

    def untranslated_addresses(self):
        """For each kind of page and each language: where one would be that exists in other languages only."""
        found = {}
        for page in self.documents:
            missing = set(LANGUAGES) - page.alternates.keys() if page.alternates else ()
            found.update({(page.kind, code): f"/{code}{page.address[3:]}" for code in missing})
        return list(found.values())

    @cached_property
    def documents(self):
        """Pages for readers and search engines, see Page.is_document."""
        return [page for page in self.pages.values() if page.is_document]

    @property
    def html(self):
        """Everything that is HTML, refusals too."""
        return [page for page in [*self.pages.values(), *self.refusals] if page.is_html]

    def of_type(self, content_type):
        """Pages with this content type, such as application/atom+xml."""
        return [page for page in self.pages.values() if page.content_type == content_type]

    def kinds(self):
        """{kind of page: {language: addresses}}: for each the fullest page and one that changes daily; deep, more.

        A kind is a view (and a status), so pages of a new view are among them as soon as a link leads there.
        """
        alike = defaultdict(lambda: defaultdict(list))
        for page in self.html:
            if page.language:
                alike[page.kind][page.language].append(page)
        return {kind: {code: typical(pages) for code, pages in found.items()} for kind, found in sorted(alike.items())}


def typical(pages):
    """Addresses of the fullest page and of one other, in a deep run of the emptiest and three others."""
    fullest, *others = sorted(pages, key=lambda page: -len(page.body))
    more = sampled(others, 3 if IS_DEEP else 1, is_deep=False)
    emptiest = others[-1:] if IS_DEEP else []
    return list(dict.fromkeys(page.address for page in [fullest, *emptiest, *more]))


def withdrawn_addresses():
    """Addresses of the demo's withdrawn texts."""
    return [
        f"/{language}/{story['published_on'].replace('-', '/')}/{make_slug(edition['revisions'][0]['title'])}/"
        for story in read_stories()
        for language, edition in story["editions"].items()
        if edition["state"] == "withdrawn"
    ]
