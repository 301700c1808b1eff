"""Into which parts the sitemap is cut, and which of them hold anything.

A part is a kind of page, a language and a run of 2,500 keys: its bounds never move, and reading one is a walk along an
index, however many there are.
"""

import re
from dataclasses import dataclass

from django.db.models import Max

from people.languages import LANGUAGES

from .kinds import KINDS
from .questions import which_have_rows

KEYS_IN_A_PART = 2_500
NAME = re.compile(r"(?P<kind>[a-z]+)-(?P<language>[a-z]{2})-(?P<number>[1-9][0-9]{0,5})")


@dataclass(frozen=True)
class Part:
    """The pages of one kind in one language whose keys are in run `number`, from 1."""

    kind: str
    language: str
    number: int

    @property
    def name(self):
        """How addresses name the part: "stories-ar-1"."""
        return f"{self.kind}-{self.language}-{self.number}"

    @property
    def keys(self):
        first = (self.number - 1) * KEYS_IN_A_PART + 1
        return first, first + KEYS_IN_A_PART - 1

    def rows(self):
        """What is public of the kind in the language: a queryset."""
        return KINDS[self.kind].rows(self.language, *self.keys)

    def entries(self):
        """The part's pages: a generator of SitemapEntry, at most 2,500, read a few at a time."""
        return KINDS[self.kind].entries(self.language, *self.keys)


def part_named(name):
    """The Part with this name that holds a page, or None. One query at most."""
    found = NAME.fullmatch(name)
    if not found or found["kind"] not in KINDS or found["language"] not in LANGUAGES:
        return None
    part = Part(found["kind"], found["language"], int(found["number"]))
    return part if which_have_rows([part.rows()])[0] else None


def filled_parts():
    """The parts that hold a page, in order: a list. A query per kind, and one more for each hundred parts."""
    possible = [
        Part(kind, language, number)
        for kind, pages in KINDS.items()
        for number in range(1, runs(pages.model) + 1)
        for language in LANGUAGES
    ]
    answers = which_have_rows([part.rows() for part in possible])
    return [part for part, has_rows in zip(possible, answers, strict=True) if has_rows]


def runs(model):
    """How many runs of keys the rows of `model` take."""
    highest = model._base_manager.aggregate(highest=Max("pk"))["highest"] or 0
    return -(-highest // KEYS_IN_A_PART)
