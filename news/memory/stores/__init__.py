"""Where keys and sketches of sentences are kept and looked up: a module for each database, with the same functions."""

from collections import defaultdict
from dataclasses import dataclass

from django.db import connection

from ..keys import asked_keys, sketch, stored_keys
from ..similarity import trigrams
from . import postgresql, sqlite

MOST_CANDIDATES = 200  # for one sentence: where more could be alike, those whose sketches differ least


def candidates(asked, most=MOST_CANDIDATES):
    """The stored sentences that may be alike, `most` at most for each of the Keyed `asked`; one statement.

    Returns a set of (number of the asked one, key of a MemorySentence); of which language is for the caller to see.
    """
    found = defaultdict(list)
    for number, key, differing in store().candidates(asked, most) if asked else ():
        found[number].append((differing, -key))
    return {(number, -key) for number, ranked in found.items() for _differing, key in sorted(ranked)[:most]}


def store():
    """The module for the database in use; each has add(), candidates() and clear()."""
    return {"postgresql": postgresql, "sqlite": sqlite}[connection.vendor]


@dataclass(frozen=True)
class Keyed:
    """What a store needs of a sentence. size: how many trigrams; keys: see stored_keys() or asked_keys()."""

    language: str
    digest: str
    folded: str
    size: int
    keys: list
    sketch: int

    @classmethod
    def to_store(cls, language, digest, folded):
        found = trigrams(folded)
        return cls(language, digest, folded, len(found), stored_keys(language, found), sketch(found))

    @classmethod
    def to_ask(cls, language, digest, folded):
        found = trigrams(folded)
        return cls(language, digest, folded, len(found), asked_keys(language, found), sketch(found))
