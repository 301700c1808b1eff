"""The reference data as the matcher takes it, without a database, and the listings kept beside this file."""

from functools import cache
from pathlib import Path

from icesco.text.folding import fold
from news.listing.facts import read_facts
from news.listing.reader import ListedStory, read_listing
from news.matcher import Matcher, Name
from people.languages import LANGUAGES
from people.reference import read

LISTINGS = Path(__file__).parent / "data"
REAL = LISTINGS / "icesco-news-listing-en.txt"


def listing(name):
    return (LISTINGS / name).read_text(encoding="utf-8")


def names_of(kind, row, key, fields):
    for language in LANGUAGES:
        ambiguous = {fold(form) for form in row["ambiguous"][language]}
        values = [value for field in fields if (value := (row.get(field) or {}).get(language))]
        forms = [form for value in values for form in ([value] if isinstance(value, str) else value)]
        yield from (Name(form, kind, key, language, fold(form) in ambiguous) for form in forms)


@cache
def reference_matcher():
    """A Matcher of the reviewed reference data: states by code, sectors and places by slug."""
    names = []
    for row in read("member_states"):
        names += names_of("member_state", row, row["code"], ("name", "official_name", "other_names", "demonyms"))
    for kind, file in (("sector", "sectors"), ("place", "places")):
        for row in read(file):
            names += names_of(kind, row, row["slug"], ("name", "other_names"))
    return Matcher(
        names, [(phrase, language) for language, phrases in read("lookalikes").items() for phrase in phrases]
    )


@cache
def state_of_place():
    return {row["slug"]: row["member_state"] for row in read("places") if row["member_state"]}


def facts_of(story, language):
    return read_facts(story, language, reference_matcher(), state_of_place())


def facts_of_text(text, language, dated_on=None, title="ICESCO"):
    """Facts of a story whose paragraphs are the lines of `text`."""
    return facts_of(ListedStory(title, dated_on, text.strip().split("\n")), language)


def read_with_facts(name, language):
    """The stories of a listing kept here, each with its Facts."""
    return [(story, facts_of(story, language)) for story in read_listing(listing(name), language)]


def said_of(people):
    """People as plain tuples: honorific, name, office, organisation."""
    return [(p.honorific, p.name, p.office, p.organisation) for p in people]
