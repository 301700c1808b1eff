"""Comparing people's names: one person under several spellings."""

import re

from ..matcher import folded_words

# Words that one spelling has and another leaves out.
OF_DESCENT = frozenset({"bin", "ibn", "ben", "bint", "ould", "بن", "ابن", "بنت", "ولد"})
# Written apart, with a hyphen or at the front of the next word: Al Malik, Al-Malik, AlMalik.
ARTICLES = frozenset({"al", "el", "ال"})
COMPOUND_BEGINS = frozenset({"abd", "abdel", "abdul", "abu", "abou", "عبد", "ابو", "ابي", "ام"})
POSSESSIVE = re.compile(r"[’'ʼ]s$")

MEN = frozenset(
    {
        "mr",
        "m",
        "monsieur",
        "sir",
        "king",
        "prince",
        "his",
        "roi",
        "السيد",
        "الدكتور",
        "الاستاذ",
        "الامير",
        "الملك",
        "السفير",
    }
)
WOMEN = frozenset(
    {
        "ms",
        "mrs",
        "miss",
        "mme",
        "mlle",
        "madame",
        "queen",
        "princess",
        "her",
        "السيده",
        "الدكتوره",
        "الاستاذه",
        "الاميره",
        "السفيره",
    }
)


def name_key(name):
    """The folded words of `name` by which it is compared: a tuple, without initials, "bin" and separate articles.

    "Salim M. Al-Malik" and "Salim bin AlMalik" give ("salim", "almalik").
    """
    key, glued = [], ""
    for word in folded_words(POSSESSIVE.sub("", name.strip())):
        if word in ARTICLES or word in COMPOUND_BEGINS:
            glued += word
            continue
        word, glued = glued + word, ""
        if word not in OF_DESCENT and (len(word) > 1 or not word.isalpha()):
            key.append(word)
    return (*key, glued) if glued else tuple(key)


def same_person(key, other):
    """Whether two name keys are spellings of one full name: equal, or one has more names in the middle."""
    if not key or not other:
        return False
    if key == other or "".join(key) == "".join(other):
        return True
    short, long = sorted((key, other), key=len)
    return len(short) >= 2 and short[0] == long[0] and short[-1] == long[-1] and _in_order(short, long)


def is_short_for(key, full):
    """Whether `key` is only the last names of `full`, or its first one: "Djacta" of "Somia Djacta"."""
    if not 0 < len(key) < len(full):
        return False
    return key == full[-len(key) :] or (len(key) == 1 and key[0] == full[0]) or key == ("".join(full[-2:]),)


def clashes(honorific, other):
    """Whether two honorifics can't be one person's: Mr. and Ms."""
    words, others = set(folded_words(honorific)), set(folded_words(other))
    return bool((words & MEN and others & WOMEN) or (words & WOMEN and others & MEN))


def _in_order(short, long):
    rest = iter(long)
    return all(word in rest for word in short)
