"""What the checks of a translation are given and what they give."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """A passage and its translation, plain text without markup; either may hold newlines.

    key: "title", "body.3". target: "" where there is no translation; source: "" for what only the translation has.
    """

    key: str
    source: str
    target: str


@dataclass(frozen=True)
class Name:
    """What an entity is called.

    kind: "person", "member_state", "sector", "tag" or "term". source: forms in the source's language, the official one
    first. The rest is of the translation's language: official: the forms that count as official, the one to use first;
    others: known forms that are not; demonyms: adjectives that say enough ("Tunisian").
    """

    kind: str
    source: tuple[str, ...]
    official: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()


@dataclass(frozen=True)
class Pair:
    """A source and its translation, in two of the languages "ar", "en", "fr".

    source_links, links: the addresses that the two link to, in order, with repeats.
    """

    source_language: str
    language: str
    rows: tuple[Row, ...]
    source_links: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    names: tuple[Name, ...] = ()


@dataclass(frozen=True)
class Finding:
    """One thing that may be wrong.

    detail: what it is about, the same in all languages of the interface ("1200", "2025-03-03"), so that a person's
    word on it can be kept. sentence: translated. row: the key of the passage where it is, "" for the whole text.
    """

    kind: str
    detail: str
    sentence: str
    row: str = ""
