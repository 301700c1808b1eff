"""A text as search sees it: the stems of its words and where they stand; for index, query and snippets alike."""

import re
import sys
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from .folding import APOSTROPHES, fold
from .stemming import stem


def _characters(belongs):
    """A part of a character class for the characters that are no letter or digit and of which `belongs` is true."""
    return "".join(
        re.escape(chr(code))
        for code in range(0x80, 0x20000)
        if not (0xD800 <= code <= 0xDFFF) and not chr(code).isalnum() and belongs(chr(code))
    )


def _reads_as_letters(character):
    """Whether a sign, such as ﷽ or ℃, stands for letters or digits."""
    return bool(unicodedata.decomposition(character)) and any(
        map(str.isalnum, unicodedata.normalize("NFKC", character))
    )


def _reads_as_apostrophe(character):
    return character in APOSTROPHES or unicodedata.normalize("NFKC", character) == "'"


INSIDE = r"[^\W_]|[" + _characters(
    lambda character: (
        unicodedata.category(character) in ("Mn", "Me", "Mc", "Cf") or _reads_as_letters(character)
    )
) + "ـ]"  # fmt: skip
BETWEEN = f"['`{_characters(_reads_as_apostrophe)}]"
# Letters and digits with their marks and what is invisible among them; apostrophes join, hyphens part.
WORD = re.compile(f"(?:{INSIDE})+(?:{BETWEEN}(?:{INSIDE})+)*")


class Token(NamedTuple):
    """One word: its stem, its number in the text from 1, and the offsets (start, end) of what is written there."""

    stem: str
    position: int
    start: int
    end: int


def analyse(text, language):
    """Return the words of `text`, on a page in `language` ("ar", "en" or "fr"), as a list of Tokens.

    Spellings of one word that fold alike (case, accents, tashkeel, tatweel, forms of alef, kinds of digits …) give
    the same stem. A sign that reads as several words, such as ﷺ, gives several tokens at one place. Takes time in
    proportion to the text's length.
    """
    tokens = []
    for found in WORD.finditer(text):
        for one in _stems(found[0], language):
            tokens.append(Token(one, len(tokens) + 1, found.start(), found.end()))
    return tokens


def stems(text, language):
    """The stems of the words of `text`, in its order: a list of str."""
    return [one for found in WORD.finditer(text) for one in _stems(found[0], language)]


@lru_cache(maxsize=100_000)
def _stems(written, language):
    """The stems of what is written as one word: mostly one."""
    words = WORD.findall(fold(written))
    return tuple(sys.intern(one) for word in words if (one := stem(word, language)))


# Words that nearly every text has: a question may hold them, they need not be found. As they are written, unfolded.
COMMON = {
    "ar": "في من على إلى عن أن إن ما لا أو ثم قد هذا هذه ذلك تلك التي الذي الذين مع بين حول عند كان كانت هو هي لم لن كل"
    " و",
    "en": "a an and are as at be by for from has have in is it its of on or that the this to was were which will with",
    "fr": "a à au aux avec ce ces cette dans de des du elle en est et il la le les leur ou où par pas pour que qui sa"
    " se ses son sur un une l d",
}


@lru_cache
def common_stems(language):
    """The stems of words so common in `language` that a question need not find them: a frozenset."""
    return frozenset(stems(COMMON.get(language, ""), language))
