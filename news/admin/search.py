"""Search in what staff write: no index holds unpublished words, so the database looks through the newest revisions."""

import re

from django.db.models import Exists, OuterRef, Q

from icesco.text.characters import without_invisible
from icesco.text.folding import fold

from ..models import Edition

MOST_WORDS = 8
# Letters that read alike, by the letter that folding makes of them; marks between Arabic letters are passed over.
ALIKE = {
    "ا": "اأإآٱ",
    "ي": "يىئ",
    "ه": "هة",
    "و": "وؤ",
    "a": "aàâäáã",
    "c": "cç",
    "e": "eéèêë",
    "i": "iîïí",
    "n": "nñ",
    "o": "oôöóõ",
    "u": "uùûüú",
    "y": "yÿ",
}
ARABIC_MARKS = "[\u064b-\u0652\u0640]*"


def pattern(word):
    """A regular expression, for both databases, that finds `word` whatever its accents and vowel marks."""
    parts = []
    for letter in fold(without_invisible(word)):
        capitals = "".join(dict.fromkeys(ALIKE.get(letter, letter) + ALIKE.get(letter, letter).upper()))
        letters = f"[{capitals}]" if len(capitals) > 1 else re.escape(capitals)
        parts.append(letters + (ARABIC_MARKS if "\u0600" <= letter <= "\u06ff" else ""))
    return "".join(parts)


def found_by(articles, words):
    """Those of `articles` of which one language's newest title, summary and body hold every one of `words`."""
    editions = Edition.objects.filter(article=OuterRef("pk"))
    for word in words.split()[:MOST_WORDS]:
        if not (expression := pattern(word[:80])):
            continue
        conditions = Q()
        for field in ("title", "summary", "body"):
            conditions |= Q(**{f"newest_revision__{field}__regex": expression})
        editions = editions.filter(conditions)
    return articles.filter(Exists(editions))
