"""The filters of the news list: what an address asks for, checked against what exists."""

import re
import unicodedata
from datetime import date
from functools import cached_property

from django.db.models import Q
from django.http import Http404
from django.urls import reverse
from django.utils import translation

from people.languages import LANGUAGES, column
from people.models import MemberState, Redirect, Sector

from .models import Edition, Listing
from .paging import only_value, relative_url
from .visibility import moved_tag, tag_in, tag_languages, visible_people

NAMES = ("sector", "state", "person", "tag", "year")
# The subject that fewest stories share leads: its rows are read in order, the others only looked up.
KINDS = {"person": "person", "tag": "tag", "state": "member_state", "sector": "sector"}


class NewsFilters:
    """What `?sector=&state=&person=&tag=&year=` ask for in `language`; an empty value asks for nothing.

    place: the name of the route that is narrowed; kept: a dict of its other parameters, which links keep.

    sectors, states: all that the form offers, alphabetically. chosen: {name: entity} or {"year": int}, without
    what isn't asked for. moved: whether a value is the former slug of something, so that the address should
    be canonical_query() instead. Raises Http404 on a value it doesn't know or a repeated one. Four queries at most.
    """

    def __init__(self, params, language, place="news:edition_list", kept=None):
        self.language = language
        self.place, self.kept = place, kept or {}
        self.moved = False
        self.chosen = {}
        for name in NAMES:
            if value := only_value(params, name):
                self.choose(name, value)

    def choose(self, name, value):
        """Filter by what the value of `name`, one of NAMES, stands for. Raises Http404 when there is no such thing."""
        self.chosen[name] = getattr(self, f"find_{name}")(value)

    @cached_property
    def sectors(self):
        return list(Sector.objects.named_in(self.language).in_order(self.language))

    @cached_property
    def states(self):
        return list(MemberState.objects.named_in(self.language).in_order(self.language))

    def find_sector(self, slug):
        return self.among(self.sectors, "sector", slug)

    def find_state(self, slug):
        return self.among(self.states, "memberstate", slug)

    def find_person(self, slug):
        people = visible_people().named_in(self.language)
        return people.filter(slug=slug).first() or people.filter(slug=self.new_slug("person", slug)).first() or lost()

    def find_tag(self, path):
        path = unicodedata.normalize("NFC", path)
        if tag := tag_in(self.language, path):
            return tag
        self.moved = True
        return moved_tag(self.language, path) or lost()

    def find_year(self, value):
        if not re.fullmatch(r"[0-9]{4}", value) or value == "0000":
            raise Http404
        return int(value)

    def among(self, entities, kind, slug):
        by_slug = {entity.slug: entity for entity in entities}
        return by_slug.get(slug) or by_slug.get(self.new_slug(kind, slug)) or lost()

    def new_slug(self, kind, slug):
        self.moved = True
        redirects = Redirect.objects.filter(kind=kind, old_slug=slug)
        return redirects.values_list("new_slug", flat=True).first() or ""

    # What they make of the list

    def rows(self):
        """The stories asked for: a queryset of Listing rows, or of Editions when no subject is chosen."""
        subjects = [(kind, self.chosen[name]) for name, kind in KINDS.items() if name in self.chosen]
        if not subjects:
            return Edition.objects.live(self.language).filter(self.in_year()).for_cards(self.language)
        (kind, subject), *others = subjects
        rows = Listing.objects.live(self.language).filter(self.in_year(), **{kind: subject})
        for kind, subject in others:
            rows = rows.also_under(kind, subject)
        return rows.for_cards(self.language)

    def in_year(self):
        year = self.chosen.get("year")
        return Q(permalink_on__range=(date(year, 1, 1), date(year, 12, 31))) if year else Q()

    # Links

    def query(self, language=None, without=None):
        """The parameters that ask for the same in `language` (default: this one), as far as it can be asked there."""
        language = language or self.language
        values = {name: value_in(language, name, self.chosen[name]) for name in NAMES if name in self.chosen}
        return self.kept | {name: value for name, value in values.items() if value and name != without}

    def alternates(self):
        """{language: address} of the same list in every language, as far as the filters exist there."""
        addresses = {}
        for language in LANGUAGES:
            with translation.override(language):
                address, query = reverse(self.place), self.query(language)
            addresses[language] = address + relative_url(query) if query else address
        return addresses

    def equivalents(self):
        """Those of alternates() that ask for all that is chosen: the same list, for search engines."""
        whole = [language for language in LANGUAGES if len(self.query(language)) == len(self.chosen)]
        return {language: address for language, address in self.alternates().items() if language in whole}

    def active(self):
        """The chosen filters for people: a list of (name, what is chosen, link without it)."""
        return [
            (name, self.chosen[name], relative_url(self.query(without=name))) for name in NAMES if name in self.chosen
        ]


def value_in(language, name, chosen):
    """How the address of the list in `language` names what is chosen, or '' when it can't be named there."""
    if name == "year":
        return f"{chosen:04}"
    if name == "tag":
        return getattr(chosen, column("path", language)) if language in tag_languages(chosen) else ""
    return chosen.slug if chosen.name_in(language) else ""


def lost():
    raise Http404
