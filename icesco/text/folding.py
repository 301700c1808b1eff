"""One spelling for what readers take as the same word: for comparing and searching, never for showing."""

import re
import unicodedata

from .characters import without_invisible
from .digits import ascii_digits

APOSTROPHES = "'’‘‛ʼʻʹʾʿ′`´"
HYPHENS = "‐‑‒–—―−"

# Letters that Unicode doesn't take apart into a base letter and a mark. Keys are lower case.
LATIN_LETTERS = {
    "œ": "oe", "æ": "ae", "ø": "o", "ß": "ss", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ħ": "h", "ı": "i",
    "ə": "a", "ŋ": "ng", "ɓ": "b", "ɗ": "d", "ƙ": "k", "ƴ": "y", "ɛ": "e", "ɔ": "o", "ɲ": "n",
}  # fmt: skip

# أ إ آ ؤ ئ lose their hamza as a mark, like é its accent; these letters have to be named. ء alone stays.
ARABIC_LETTERS = {
    "ٱ": "ا", "ة": "ه", "ى": "ي", "ی": "ي", "ے": "ي", "ک": "ك", "ہ": "ه", "ھ": "ه", "ە": "ه",
    "ـ": "", "ٴ": "", "ۥ": "", "ۦ": "",
}  # fmt: skip

# Tashkeel as shapes of their own, from old PDF files: Unicode would turn each into a space and split the word.
TASHKEEL_FORMS = dict.fromkeys([*range(0xFC5E, 0xFC64), *range(0xFCF2, 0xFCF5), *range(0xFE70, 0xFE80)])

PUNCTUATION = str.maketrans(dict.fromkeys(APOSTROPHES, "'") | dict.fromkeys(HYPHENS, "-"))
LETTERS = str.maketrans(LATIN_LETTERS | ARABIC_LETTERS)
WHITE_SPACE = re.compile(r"\s+")


def fold(text):
    """Return the folded form of `text`: equal for two spellings of one thing, often of another length.

    Case, accents, tashkeel, tatweel, forms of alef, hamza on a letter, ى and ة, presentation forms, kinds of digits,
    apostrophes and hyphens, invisible characters and amounts of white space make no difference. Folding twice changes
    nothing more. The result is NFC, without white space at its ends, and may be empty.
    """
    text = without_invisible(text).translate(PUNCTUATION)
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text.translate(TASHKEEL_FORMS))
        # Again: some apostrophes had to be replaced before they fell apart (´), some appear only now (ŉ).
        text = text.translate(PUNCTUATION)
        text = without_marks(ascii_digits(text).casefold()).translate(LETTERS)
        text = unicodedata.normalize("NFC", text)
    return WHITE_SPACE.sub(" ", text.lower()).strip()


def without_marks(text):
    """Return `text` taken apart (NFKD) and without its combining marks: é is e, أ is ا, tashkeel is gone."""
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(character for character in decomposed if unicodedata.category(character) not in ("Mn", "Me"))
