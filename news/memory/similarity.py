"""How alike two sentences are: the share of trigrams that they have in common, as PostgreSQL's pg_trgm defines it."""

import re
from functools import lru_cache

from icesco.text.folding import fold

# As a fraction, so that no rounding decides: alike are sentences that share at least 3 of 4 trigrams.
SHARED, OF = 3, 4
LEAST = SHARED / OF
WORD = re.compile(r"[^\W_]+")


def folded(text):
    """What is compared of a text: one spelling, whatever case, accents, tashkeel and kind of digits (٢٠٢٥ is 2025)."""
    return fold(text)


@lru_cache(maxsize=4096)
def trigrams(text):
    """The trigrams of a folded text, a frozenset of str, each three characters long.

    Of every word, a run of letters and digits, with two blanks before it and one after it: "to" has "  t", " to" and
    "to ". A text without a word has none.
    """
    found = set()
    for word in WORD.findall(text):
        padded = f"  {word} "
        found.update(padded[i : i + 3] for i in range(len(padded) - 2))
    return frozenset(found)


def similarity(one, other):
    """|A∩B| / |A∪B| for the trigrams A, B of two folded texts: 0–1, 1 for equal ones; 0 when either has no word.

    Source: PostgreSQL's documentation, F.35 pg_trgm, similarity().
    """
    return alikeness(trigrams(one), trigrams(other))


def alikeness(one, other):
    """The same for two sets of trigrams."""
    shared = len(one & other)
    return shared / (len(one) + len(other) - shared) if shared else 0.0


def are_alike(one, other):
    """Whether two sets of trigrams are at least LEAST alike, counted in whole numbers."""
    shared = len(one & other)
    return shared > 0 and OF * shared >= SHARED * (len(one) + len(other) - shared)
