"""Search in what staff write: the site's own index for what is public, a look through the texts that are in work."""

import re
from functools import reduce
from operator import or_

from django.db.models import F, Q

from icesco.text.characters import without_invisible
from icesco.text.folding import fold
from people.languages import LANGUAGES

from ..models import Edition, WorkItem
from ..plans import by_index
from ..search.question import question, read
from ..search.stores import store

MOST_WORDS = 8
MOST_FOUND = 1_000
MOST_READ = 20_000
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
    """Those of `articles` of which one language's newest title, summary and body hold every one of `words`.

    At most the newest 1,000 in each language, and of texts in work the newest 20,000 are looked through.
    """
    return articles.filter(pk__in=published(words) | in_work(words))


def published(words):
    """Keys of articles whose newest text is public: the index of the site's search has their words."""
    keys = set()
    for language in LANGUAGES:
        if (asked := read(words, language)).terms:
            keys |= {key for key, _rank in store().newest(question(asked, {}, []), MOST_FOUND, is_ranked=False)}
    current = Edition.objects.filter(pk__in=keys, newest_revision=F("live_revision"))
    return set(current.values_list("article", flat=True))


def in_work(words):
    """Keys of articles whose newest text isn't public, or not any more: no index has its words, so they are read."""
    states = (WorkItem.State.IN_WORK, WorkItem.State.DOWN)
    newest = WorkItem.objects.filter(state__in=states, language__in=LANGUAGES).order_by("-article")[:MOST_READ]
    keys = dict.fromkeys(newest.values_list("article", flat=True))
    if not keys:
        return set()
    conditions = Q()
    for word in words.split()[:MOST_WORDS]:
        if expression := pattern(word[:80]):
            fields = ("title", "summary", "body")
            one_of_them = (Q(**{f"newest_revision__{field}__regex": expression}) for field in fields)
            conditions &= reduce(or_, one_of_them)
    if not conditions:
        return set()
    editions = Edition.objects.filter(article__in=list(keys)).filter(conditions)
    with by_index():
        return set(editions.values_list("article", flat=True)[:MOST_FOUND])
