"""The demo's stories as pairs of texts: good translations, made by people."""

from itertools import permutations

from icesco.demo.loading import read_stories
from news.memory.alignment import body_blocks
from news.prepublication.links import HREF
from news.translation_checks import Name, Pair, Row
from people.reference import read


def demo_pairs():
    """(key of the story, Pair) for every two languages in which a story stands, both ways round."""
    names = {
        (source, target): reference_names(source, target) for source, target in permutations(("ar", "en", "fr"), 2)
    }
    for story in read_stories():
        for source, target in permutations(story["editions"], 2):
            one, other = (story["editions"][language]["revisions"][-1] for language in (source, target))
            yield story["key"], pair_of(one, source, other, target, names[source, target])


def pair_of(one, source, other, target, names=()):
    """The Pair of two revisions as the demo writes them."""
    rows = tuple(Row(key, passage, rendered) for key, passage, rendered in rows_of(one, other))
    return Pair(source, target, rows, tuple(HREF.findall(one["body"])), tuple(HREF.findall(other["body"])), names)


def rows_of(one, other):
    for field in ("title", "summary"):
        yield field, one[field], other[field]
    blocks, others = ([block.text for block in body_blocks(words["body"])] for words in (one, other))
    assert len(blocks) == len(others)
    for number, (block, rendered) in enumerate(zip(blocks, others, strict=True)):
        yield f"body.{number}", block, rendered


def reference_names(source, target):
    """The Names of the states, sectors and people that the site begins with."""
    states = [name_of("member_state", row, source, target) for row in read("member_states")]
    sectors = [name_of("sector", row, source, target) for row in read("sectors")]
    people = [name_of("person", row | {"other_names": by_language(row)}, source, target) for row in read("people")]
    return (*states, *sectors, *people)


def by_language(person):
    names = {}
    for row in person["other_names"]:
        names.setdefault(row["language"], []).append(row["name"])
    return names


def name_of(kind, row, source, target):
    official, others = row.get("official_name", {}), row["other_names"]

    def forms(language):
        return tuple(form for form in (row["name"].get(language), official.get(language)) if form)

    demonyms = tuple(row.get("demonyms", {}).get(target, ()))
    return Name(kind, (*forms(source), *others.get(source, ())), forms(target), tuple(others.get(target, ())), demonyms)
