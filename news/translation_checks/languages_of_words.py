"""What script and which of two Latin languages words are in, and whether they are a name."""

import re

from icesco.text.folding import fold

LATIN_WORD = r"[A-Za-zÀ-ÖØ-öø-ɏ]+"
ARABIC_WORD = r"[\u0620-\u065f\u066e-\u06d3]+"
WORD = re.compile(r"[^\W\d_]+")
FEWEST_WORDS = 5
FEWEST_SIGNS = 2
MORE_BY = 3


def _set_of(words):
    return frozenset(words.split())


# Words that every sentence has and that the other language hasn't.
FREQUENT = {
    "en": _set_of(
        "the of and to in is that for with was by at from this which are has have its it be will their not he she they "
        "his her were been who would what when there all into under between during"
    ),
    "fr": _set_of(
        "le la les du des et est dans pour que qui une un avec sur au aux par ce cette ces ont ete sont ses leur leurs "
        "nous vous il elle ils elles sous entre lors dont ainsi l d qu n s"
    ),
}
# Small words inside names: "Center for Civilizational Dialogue", "Ali bin Omar".
INSIDE_NAMES = _set_of(
    "of the for and in on at to de du des la le les l d et pour en sur au aux a s bin ibn bint ben al el von van "
    "with avec par by"
)


def is_prose(text, fewest_small=1):
    """Whether `text` says more than names: so many words that begin small, or any of a script without capitals."""
    words = WORD.findall(text)
    if any(not word[0].isupper() and not word[0].islower() for word in words):
        return True
    return sum(word[0].islower() and fold(word) not in INSIDE_NAMES for word in words) >= fewest_small


def is_in_other_latin_language(text, language):
    """Whether a text, which should be in `language` ("en" or "fr"), is in the other one, by its most frequent words."""
    words = [fold(word) for word in WORD.findall(text)]
    other = "fr" if language == "en" else "en"
    strange = sum(word in FREQUENT[other] for word in words)
    own = sum(word in FREQUENT[language] for word in words)
    return len(words) >= FEWEST_WORDS and strange >= FEWEST_SIGNS and strange > MORE_BY * own and is_prose(text)
