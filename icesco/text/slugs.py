"""The last part of an address, made from a title or a name."""

import re
import unicodedata

from .characters import without_invisible
from .digits import ascii_digits
from .folding import APOSTROPHES, LATIN_LETTERS, TASHKEEL_FORMS, without_marks

MAX_LENGTH = 80

APOSTROPHES_AND_TATWEEL = str.maketrans(dict.fromkeys(APOSTROPHES, "-") | {"ـ": ""})
NEITHER_LETTER_NOR_DIGIT = re.compile(r"[\W_]+")
NOT_ASCII = re.compile(r"[^a-z0-9]+")

# A plain romanisation for addresses: short vowels are not written, so none are guessed.
ROMANISED = str.maketrans(
    LATIN_LETTERS
    | {
        "ا": "a", "أ": "a", "إ": "i", "آ": "a", "ٱ": "a", "ب": "b", "ت": "t", "ث": "th", "ج": "j", "ح": "h", "خ": "kh",
        "د": "d", "ذ": "dh", "ر": "r", "ز": "z", "س": "s", "ش": "sh", "ص": "s", "ض": "d", "ط": "t", "ظ": "z", "ع": "a",
        "غ": "gh", "ف": "f", "ق": "q", "ك": "k", "ل": "l", "م": "m", "ن": "n", "ه": "h", "ة": "a", "و": "u", "ي": "i",
        "ى": "a", "ؤ": "u", "ئ": "i", "ء": "", "پ": "p", "چ": "ch", "ژ": "zh", "گ": "g", "ڤ": "v", "ڭ": "g", "ک": "k",
        "ی": "i", "ے": "e", "ہ": "h", "ھ": "h",
    }
)  # fmt: skip
# و and ي open a syllable at the start of a word or of what follows the article, and sound long elsewhere.
OPENING_WAW = re.compile(r"\b(ال)?و")
OPENING_YAA = re.compile(r"\b(ال)?[يی]")


class EmptySlug(ValueError):
    """The text has no letter and no digit that a slug could keep."""


def make_slug(text):
    """Return a Unicode slug of `text`: 1–80 lower-case letters and digits in words joined by single hyphens, NFC.

    Apostrophes part words ("L’éducation" gives "l-éducation"); tashkeel, tatweel, other loose marks and invisible
    characters are dropped; digits become ASCII. Making a slug of a slug changes nothing. Raises EmptySlug.
    """
    return _joined(_spelled(text), NEITHER_LETTER_NOR_DIGIT)


def ascii_slug(text):
    """Return a slug of a–z, 0–9 and hyphens, 1–80 of them, for names in Latin or Arabic letters.

    Latin letters lose their accents, Arabic ones are romanised letter by letter. Raises EmptySlug, also for a name
    in another script.
    """
    text = OPENING_YAA.sub(r"\1y", OPENING_WAW.sub(r"\1w", _spelled(text)))
    return _joined(without_marks(text.translate(ROMANISED)), NOT_ASCII)


def is_slug(text):
    """Whether `text` is a slug already: exactly what make_slug would make of it."""
    try:
        return make_slug(text) == text
    except EmptySlug:
        return False


def _spelled(text):
    """Return `text` in lower case and in its plain letters, NFC; apostrophes are hyphens, digits are ASCII."""
    # Compatible forms too (ﻻ, ﬁ, ²): they come with text copied from a PDF file and can't be typed again.
    text = unicodedata.normalize("NFKC", without_invisible(text).translate(TASHKEEL_FORMS))
    text = ascii_digits(text.translate(APOSTROPHES_AND_TATWEEL).lower())
    # é and أ are one letter by now: what is a mark still is tashkeel, or has no letter of its own.
    text = "".join(character for character in text if unicodedata.category(character) not in ("Mn", "Me"))
    return unicodedata.normalize("NFC", text)


def _joined(text, separators):
    """Join the words of `text` by hyphens, in at most MAX_LENGTH characters, whole words if possible."""
    slug = separators.sub("-", text).strip("-")
    if len(slug) > MAX_LENGTH:
        whole_words = slug[: MAX_LENGTH + 1].rpartition("-")[0]
        # One endless word must not cost all that it says.
        slug = whole_words if len(whole_words) >= MAX_LENGTH // 2 else slug[:MAX_LENGTH].rstrip("-")
    if not slug:
        raise EmptySlug("no letter and no digit")
    return slug
