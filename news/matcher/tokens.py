"""Words of a text, folded, with their places in the text as it was written."""

import re
from functools import lru_cache
from typing import NamedTuple

from icesco.text.folding import fold

MARKS = "\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u08d3-\u08ff\ufe20-\ufe2f"
INVISIBLE = "\u00ad\u034f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
# A word begins and ends with a letter, a digit or their marks; invisible characters stay inside only.
WORD = re.compile(rf"[^\W_](?:[{MARKS}{INVISIBLE}]*[^\W_])*[{MARKS}]*")

# A name never runs on over these: a new sentence or paragraph has begun.
BREAK = re.compile(r"[!?؟;؛:•|]|\n\s*\n|\.(?=\s)")
LONGEST_ABBREVIATION = 2  # letters: the stop in "Salim M. AlMalik" ends no sentence


class Word(NamedTuple):
    """folded: its folded letters; start, end: its place in the text; starts_anew: whether no name runs on to it."""

    folded: str
    start: int
    end: int
    starts_anew: bool


@lru_cache(maxsize=20_000)
def _fold(word):
    return fold(word)


def words(text):
    """The words of `text` in order, as Word; apostrophes, hyphens and all other signs part words."""
    found = []
    last_end, last_length = 0, 0
    for match in WORD.finditer(text):
        folded = _fold(match[0])
        if not folded:  # a lone tatweel
            continue
        gap = text[last_end : match.start()]
        if gap == " ":
            starts_anew = False
        else:
            stop = BREAK.search(gap)
            starts_anew = bool(stop) and not (
                gap[:1] == "." and last_length <= LONGEST_ABBREVIATION and "\n" not in gap
            )
        found.append(Word(folded, match.start(), match.end(), starts_anew))
        last_end, last_length = match.end(), len(folded)
    return found


def folded_words(text):
    """The folded words of `text` as a tuple: equal for two spellings of one name, whatever stands between the words."""
    return tuple(word.folded for word in words(text))


def after_prefix(text, word, prefix):
    """The index in `text` at which what follows the folded letters `prefix` of `word` begins."""
    for index in range(word.start + 1, word.end):
        if _fold(text[word.start : index]) == prefix and re.match(r"[^\W_]", text[index]) and text[index] != "ـ":
            return index
    return word.start
