"""The stem of a word: what its singular and plural, masculine and feminine, with and without article have in common.

English and French are stemmed by Snowball, Arabic by icesco.text.arabic_stemming. Words come folded, so that a reader
who types no accents finds what is written with them; French gets two small helps for the accents that it lost.
"""

import re
from functools import lru_cache

import snowballstemmer

from .arabic_stemming import arabic_stem

MAX_LENGTH = 64
SNOWBALL = {"en": "english", "fr": "french"}

ARABIC_LETTER = re.compile("[\u0620-\u065f\u066e-\u06d3]")
LATIN_WORD = re.compile("[a-z']+")
# l'éducation, d'Ivoire, qu'il: also in English texts, for the sake of names.
ELISION = re.compile(r"(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)'(?=[a-z]{2})")
POSSESSIVE = re.compile(r"'s?$")
# Snowball knows -ée and -ière by their accents, and -ive in longer words only.
FRENCH_FEMININE = (
    (re.compile(r"(?<=..)ee(s?)$"), r"e\1"),
    (re.compile(r"(?<=..)iere(s?)$"), r"ier\1"),
    (re.compile(r"(?<=..)ive(s?)$"), r"if\1"),
)


@lru_cache(maxsize=100_000)
def stem(word, language):
    """Return the stem, at most 64 characters, of one folded `word` on a page in `language` ("ar", "en" or "fr").

    The word's script decides first: Arabic letters are stemmed as Arabic on any page, Latin ones as English or French;
    a word with a digit, and a Latin one on an Arabic page, keep their form.
    """
    if ARABIC_LETTER.search(word):
        return arabic_stem(word.replace("'", ""))[:MAX_LENGTH]
    word = ELISION.sub("", word, count=1)
    if language == "en":
        word = POSSESSIVE.sub("", word)
    if language in SNOWBALL and LATIN_WORD.fullmatch(word):
        word = snowball_stem(word.replace("'", ""), language)
    return word.replace("'", "")[:MAX_LENGTH]


def snowball_stem(word, language):
    """Return Snowball's stem of a folded Latin `word`."""
    if language == "fr":
        for ending, plain in FRENCH_FEMININE:
            word = ending.sub(plain, word)
    # A stemmer of its own for each word: it keeps its state in itself, and threads must not share it.
    return snowballstemmer.stemmer(SNOWBALL[language]).stemWord(word)
