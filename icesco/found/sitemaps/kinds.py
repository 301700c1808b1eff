"""The kinds of pages that grow with what is written: which are public in a language, and how the sitemap lists them."""

from itertools import groupby

from django.utils import translation

from icesco.found.links import absolute, default_address
from news.models import Article, Edition, Tag
from news.visibility import public_tags, tag_languages, visible_people
from people.languages import column, columns
from people.models import MemberState, Person, Sector

from .entry import SitemapEntry

ROWS_AT_A_TIME = 2_000


class Stories:
    model = Article  # the keys that runs are counted in

    def rows(self, language, first, last):
        return Edition.objects.live(language).filter(article__gte=first, article__lte=last)

    def entries(self, language, first, last):
        """All languages of a story are read in one go, since each names the others."""
        # Apart, not joined: a planner who expects many editions would read every article there is.
        sources = dict(Article.objects.filter(pk__range=(first, last)).values_list("pk", "source_language"))
        names = ("language", "slug", "permalink_on", "first_public_at", "changed_at", "article_id")
        editions = Edition.objects.live().filter(article__gte=first, article__lte=last).only(*names)
        in_order = editions.order_by("article_id", "language")
        for article, together in groupby(in_order.iterator(ROWS_AT_A_TIME), lambda edition: edition.article_id):
            by_language = {edition.language: edition for edition in together}
            if language in by_language:
                yield story_entry(by_language, language, sources.get(article))


def story_entry(editions, language, source_language):
    """The entry of a story in `language`; editions: {language: Edition} of those that are live."""
    alternates = {code: absolute(other.get_absolute_url()) for code, other in editions.items()}
    default = alternates.get(source_language, "")
    return SitemapEntry(alternates[language], alternates, default, editions[language].updated_at)


class Entities:
    """Pages of people, member states or sectors: in each language in which there is a name."""

    def __init__(self, model, public):
        self.model, self.public = model, public

    def rows(self, language, first, last):
        return self.public().named_in(language).filter(pk__range=(first, last))

    def entries(self, language, first, last):
        for entity in self.rows(language, first, last).only("slug", *columns("name")).order_by("pk").iterator():
            yield subject_entry(language, entity.languages, entity.get_absolute_url)


class Tags:
    """Pages of tags: in each language in which a live story carries them under a label of it."""

    model = Tag

    def rows(self, language, first, last):
        is_here = {column("is_public", language): True, f"{column('path', language)}__isnull": False}
        return public_tags().filter(pk__range=(first, last), **is_here)

    def entries(self, language, first, last):
        for tag in self.rows(language, first, last).only(*columns("path")).order_by("pk").iterator():
            yield subject_entry(language, tag_languages(tag), tag.get_absolute_url)


def subject_entry(language, languages, address):
    """The entry of a page that is in `languages`; address: a function that gives its path in the active one."""
    alternates = {}
    for code in languages:
        # Never across a yield: whoever reads the generator has a language of their own.
        with translation.override(code):
            alternates[code] = absolute(address())
    return SitemapEntry(alternates[language], alternates, default_address(alternates))


KINDS = {
    "stories": Stories(),
    "people": Entities(Person, visible_people),
    "states": Entities(MemberState, MemberState.objects.all),
    "sectors": Entities(Sector, Sector.objects.all),
    "tags": Tags(),
}
