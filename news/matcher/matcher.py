"""The matcher: whole names over folded words, longest first, in one pass over the text."""

from collections import defaultdict
from typing import NamedTuple

from .tokens import after_prefix, folded_words, words
from .variants import ARTICLE, variants

LOOKALIKE = "lookalike"
COUNTRIES_AND_TOWNS = ("member_state", "place")
END = ""  # the key under which a node keeps the names that end there; no folded word is empty

# What Arabic writes on to the front of a word: and, so; by, like, for. Longer ones are tried last.
ARABIC_PREFIXES = ("و", "ف", "ب", "ك", "ل", "وب", "وك", "ول", "فب", "فك", "فل", "أو")
# ل and the article melt together, and the alef is not written: للمغرب is ل + المغرب.
MELTED_PREFIXES = ("لل", "ولل", "فلل")
PREFIX_LETTERS = frozenset("وفبكلأا")


class Name(NamedTuple):
    """A form by which texts of one language call an entity.

    kind: "member_state", "sector", "person", "place"; key: what the caller knows the entity by (a code, a slug).
    language: "ar", "en", "fr", or "" for a form of all languages.
    is_ambiguous: the form may mean something else, so alone it never makes a link.
    """

    form: str
    kind: str
    key: str
    language: str = ""
    is_ambiguous: bool = False


class Hit(NamedTuple):
    """A name found in a text: `text[span[0]:span[1]]` has the same folded words as `form`."""

    kind: str
    key: str
    form: str
    span: tuple
    is_ambiguous: bool


class Settled(NamedTuple):
    """linked: (kind, key) that a text names beyond doubt; proposed: (kind, key) to its first Hit, to be judged.

    Both in the order of the text.
    """

    linked: list
    proposed: dict


class Matcher:
    """Finds `names` (iterable of Name) in texts; `lookalikes` (iterable of (phrase, language)) are passed over.

    Building it costs about a millisecond for a hundred names: keep it for many texts. It never changes.
    """

    def __init__(self, names, lookalikes=()):
        self._roots = defaultdict(dict)
        self._paths = defaultdict(set)
        for name in names:
            for form in (
                variants(name.form, name.language, name.is_ambiguous) if name.kind == "member_state" else [name.form]
            ):
                self._add(name.language, form, name)
        for phrase, language in lookalikes:
            self._add(language, phrase, Name(phrase, LOOKALIKE, "", language))
        self._roots.default_factory = None

    def _add(self, language, form, name):
        node = self._roots[language]
        path = folded_words(form)
        if not path:
            return
        for word in path:
            node = node.setdefault(word, {})
        if name.kind in COUNTRIES_AND_TOWNS:
            self._paths[language].add(path)
        known = node.setdefault(END, {})
        old = known.get((name.kind, name.key))
        # The same form given twice: the one that is sure stands.
        if old is None or old[1].is_ambiguous > name.is_ambiguous:
            known[name.kind, name.key] = (form, name)

    def countries_and_towns(self, language):
        """The folded words (tuples) of all forms of states and places, adjectives too: what no person is called."""
        return frozenset(self._paths.get(language, ())) | frozenset(self._paths.get("", ()))

    def find(self, text, language, name_spans=()):
        """All names in `text`, a str in `language`: a list of Hit in the order of the text.

        name_spans: (start, end) of people's names in the text; a state or place inside one is ambiguous.
        A form that stands for two entities of one kind gives a Hit for each, ambiguous.
        """
        roots = [root for root in (self._roots.get(language), self._roots.get("")) if root]
        found, position, text_words = [], 0, words(text)
        while position < len(text_words):
            start, length, entries = self._longest(text, text_words, position, roots, language)
            if not length:
                position += 1
                continue
            span = (start, text_words[position + length - 1].end)
            found += _hits(entries, span, name_spans)
            position += length
        return found

    def _longest(self, text, text_words, position, roots, language):
        """The longest name that begins with the word at `position`: (start in the text, words in it, its entries)."""
        best = (0, 0, None)
        first = text_words[position]
        for root in roots:
            length, entries = _walk(root, text_words, position, first.folded)
            if length > best[1]:
                best = (first.start, length, entries)
        if best[1] or language != "ar" or first.folded[0] not in PREFIX_LETTERS:
            return best
        for root in roots:
            for prefix, rest, cut in _without_prefix(first.folded):
                length, entries = _walk(root, text_words, position, rest)
                if length > best[1]:
                    best = (after_prefix(text, first, cut or prefix), length, _as_written(entries, cut))
        return best


def _walk(root, text_words, position, first):
    """Follow the words from `position`, the first of them read as `first`: (words in the longest name, its entries)."""
    node, length, entries = root.get(first), 0, None
    step = position
    while node is not None:
        if END in node:
            length, entries = step - position + 1, node[END]
        step += 1
        if step >= len(text_words) or text_words[step].starts_anew:
            break
        node = node.get(text_words[step].folded)
    return length, entries


def _without_prefix(folded):
    """Readings of an Arabic word without its prefix: (prefix, rest, cut); cut is set where the article melted."""
    for prefix in ARABIC_PREFIXES:
        if folded.startswith(prefix) and len(folded) > len(prefix) + 1:
            yield prefix, folded[len(prefix) :], ""
    for prefix in MELTED_PREFIXES:
        if folded.startswith(prefix) and len(folded) > len(prefix) + 1:
            yield prefix, ARTICLE + folded[len(prefix) :], prefix


def _as_written(entries, is_melted):
    """Entries with the form that stands in the text: without the article where it melted into ل."""
    if not is_melted:
        return entries
    return {key: (form.removeprefix(ARTICLE), name) for key, (form, name) in entries.items()}


def _hits(entries, span, name_spans):
    """The hits of one place in a text; entries is a dict (kind, key) -> (form, Name)."""
    if any(kind == LOOKALIKE for kind, _key in entries):
        return []
    kinds = [kind for kind, _key in entries]
    is_inside_name = any(start <= span[0] and span[1] <= end for start, end in name_spans)
    hits = []
    for (kind, key), (form, name) in entries.items():
        has_rival = kinds.count(kind) > 1
        is_in_person = is_inside_name and kind in COUNTRIES_AND_TOWNS
        hits.append(Hit(kind, key, form, span, name.is_ambiguous or has_rival or is_in_person))
    return hits


def settle(hits):
    """What follows from the hits of one story: Settled.

    An ambiguous hit alone is proposed; with a sure one of the same entity anywhere in the story it is linked.
    """
    first, sure = {}, set()
    for hit in hits:
        first.setdefault((hit.kind, hit.key), hit)
        if not hit.is_ambiguous:
            sure.add((hit.kind, hit.key))
    return Settled([key for key in first if key in sure], {key: hit for key, hit in first.items() if key not in sure})
