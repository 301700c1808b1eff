"""A search as a page shows it: the stories found, in pages, and how many there are in the other languages."""

from functools import cached_property

from django.db.models.functions import Substr
from django.http import Http404

from icesco.text.direction import direction
from people.languages import LANGUAGES, column

from ..filters import KINDS, NewsFilters
from ..models import Edition
from ..paging import MOST_COUNTED, MOST_PAGES, only_value, read_number, relative_url
from .names import named_subjects
from .question import MOST_CHARACTERS, question, read
from .snippets import MOST_BODY, Snippet
from .stores import store
from .words import subject_word, year_word

PER_PAGE = MOST_COUNTED // MOST_PAGES
SORTS = ("relevance", "date")


class Results:
    """Stories in `language` that answer a text: iterate over it for the Snippets of one page.

    params: a QueryDict, of which `q`, `sort` ("relevance", the default, or "date"), `page` (1–50) and the filters of
    the news list are read. At most the newest 1,000 matches are ranked and shown. Raises Http404 on values it doesn't
    know and on pages after the last. Eight queries at most: four for the filters, then names, matches, the stories of
    the page and, on the first page, how many there are in other languages.
    """

    def __init__(self, params, language):
        self.language = language
        self.text = only_value(params, "q").strip()
        self.sort = only_value(params, "sort") or SORTS[0]
        if self.sort not in SORTS:
            raise Http404
        self.number = read_number(only_value(params, "page"))
        self.filters = NewsFilters(params, language, "search", self.kept())
        self.asked = read(self.text, language)
        keys = self.keys[(self.number - 1) * PER_PAGE :][:PER_PAGE]
        self.shown = self.load(keys)
        if not keys and not self.is_first:
            raise Http404

    def __iter__(self):
        return iter(self.shown)

    @property
    def problem(self):
        """Why nothing was looked for although something was typed: see news.search.question; else ''."""
        return self.asked.problem if self.text else ""

    def kept(self):
        """The parameters of this search besides filters and page."""
        # What is too long is said to be so, not carried along in links.
        asked = {"q": self.text} if self.text and len(self.text) <= MOST_CHARACTERS else {}
        return asked | ({"sort": self.sort} if self.sort != SORTS[0] else {})

    # What is found

    @cached_property
    def subjects(self):
        """{(language, term): words of facts} for the words asked in each language that is asked."""
        terms = {asked.language: asked.terms for asked in [self.asked, *self.asked_elsewhere] if asked.terms}
        named = named_subjects(terms) if terms else {}
        return {term: [subject_word(*subject) for subject in subjects] for term, subjects in named.items()}

    @cached_property
    def matches(self):
        """(Edition's key, rank) of the newest 1,001 matches, newest first."""
        if not self.asked.terms:
            return []
        return store().newest(self.question_in(self.asked), MOST_COUNTED + 1, self.sort == "relevance")

    @cached_property
    def keys(self):
        """Keys of the matches that can be shown, in the order asked for."""
        newest = self.matches[:MOST_COUNTED]
        return [key for key, _rank in sorted(newest, key=lambda match: -match[1])]

    def question_in(self, asked):
        return question(asked, self.subjects, self.facts(asked.language))

    def facts(self, language):
        """The filters as words of a story in `language`."""
        chosen = self.filters.chosen
        words = [subject_word(kind, chosen[name].pk) for name, kind in KINDS.items() if name in chosen]
        return [*words, year_word(language, chosen["year"])] if "year" in chosen else words

    def load(self, keys):
        """The Snippets of the stories with these keys: those that are live, read with the beginning of their body."""
        if not keys:
            return []
        beginning = Substr(f"article__{column('body', self.language)}", 1, MOST_BODY)
        editions = Edition.objects.live(self.language).for_cards(self.language).annotate(beginning=beginning)
        found = editions.in_bulk(keys)
        return [Snippet(found[key], self.asked) for key in keys if key in found]

    # Elsewhere

    @property
    def asked_elsewhere(self):
        """The same text as it is understood in the other languages; only the first page tells what is there."""
        if not self.is_first:
            return []
        return [read(self.text, language) for language in LANGUAGES if language != self.language]

    @cached_property
    def elsewhere(self):
        """Searches in other languages that find something: a list of {language, direction, count, url}."""
        asked = [one for one in self.asked_elsewhere if one.terms]
        counted = store().counts([self.question_in(one) for one in asked], MOST_COUNTED + 1) if asked else []
        addresses = self.filters.alternates()
        return [
            {
                "language": one.language,
                "direction": direction(one.language),
                "count": count,
                "url": addresses[one.language],
            }
            for one, count in zip(asked, counted, strict=True)
            if count
        ]

    # Pages, as a KeysetPage tells of its own

    @property
    def is_first(self):
        return self.number == 1

    @property
    def counted(self):
        """How many matches there are, counted no further than 1,001."""
        return len(self.matches)

    @property
    def has_next(self):
        return self.number < MOST_PAGES and self.number * PER_PAGE < min(self.counted, MOST_COUNTED)

    @property
    def next_url(self):
        return self.url(page=self.number + 1) if self.has_next else ""

    @property
    def previous_url(self):
        if self.is_first:
            return ""
        return self.url(page=self.number - 1) if self.number > 2 else self.url()

    @property
    def own_query(self):
        own = self.filters.query() | ({} if self.is_first else {"page": self.number})
        return relative_url(own) if own else ""

    @property
    def sorts(self):
        """The two orders as (name, link, whether it is this one)."""
        query = {name: value for name, value in self.filters.query().items() if name != "sort"}
        return [
            (sort, relative_url(query | ({"sort": sort} if sort != SORTS[0] else {})), sort == self.sort)
            for sort in SORTS
        ]

    @property
    def first_number(self):
        """The place of the page's first story among all, from 1."""
        return (self.number - 1) * PER_PAGE + 1

    @property
    def unfiltered_url(self):
        return relative_url(self.kept())

    @property
    def has_phrase(self):
        return any(len(term) > 1 for term in self.asked.terms)

    @property
    def has_several_words(self):
        return len(self.asked.terms) > 1

    def url(self, **changes):
        return relative_url({**self.filters.query(), **changes})
