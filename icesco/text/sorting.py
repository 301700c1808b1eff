"""Alphabetical order as a stored text, the same on every database."""

import re
import unicodedata

from .characters import without_invisible
from .folding import fold, without_marks

MAX_LENGTH = 200

# A bare alef: أ and إ belong to the word (ألبانيا, إلياس), and so does آ (آل ثاني).
ARTICLE = re.compile(r"[اٱ]ل(?=\w\w)")
# Words that people also write with a bare alef although ال is no article in them, and the name of God.
NO_ARTICLE = re.compile(r"(?:الله|البانيا\w*|المانيا\w*|الياس|الهام|اليسا)\b")
# Letters of other languages written in Arabic script stand beside the letter they came from.
NEIGHBOURS = str.maketrans("پچژڤگڭ", "بجزفكك")

NEITHER_LETTER_NOR_DIGIT = re.compile(r"[\W_]+")


def sort_key(text, language):
    """Return the text by which `text` is sorted in a list in `language`; its code points give the order.

    Case and accents count for nothing, œ sorts as oe, words are compared one by one, hyphens part words and apostrophes
    don't. In Arabic the article at the start is skipped, all forms of alef are one, and a hamza counts as the letter
    that carries it; ة sorts as ه and ى as ي, as they fold (ة stands last in a word: a list hardly shows it). English
    and French articles count. Two names may share a key: order by something else as well. At most 200 characters; empty
    for a text without letters and digits.
    """
    if language == "ar":
        text = _without_article(text)
    key = fold(text).translate(NEIGHBOURS)
    key = NEITHER_LETTER_NOR_DIGIT.sub(" ", key.replace("'", "")).strip()
    return key[:MAX_LENGTH].rstrip()


def _without_article(text):
    text = unicodedata.normalize("NFKC", without_invisible(text)).lstrip()
    words = text.split(maxsplit=1)
    if not words:
        return ""
    # Hamza forms are single letters after NFKC; what is left as a mark, and tatweel, may stand inside the article.
    first = "".join(c for c in words[0].replace("ـ", "") if unicodedata.category(c) != "Mn")
    if not NO_ARTICLE.match(without_marks(first)):
        first = ARTICLE.sub("", first, count=1) if ARTICLE.match(first) else first
    return " ".join([first, *words[1:]])
