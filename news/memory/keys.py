"""Which stored sentences can be alike at all: what is looked up in an index instead of reading them all.

Two sentences with `a` and `b` trigrams that are at least 3/4 alike share o ≥ 3/7 · (a + b) of them, since
o / (a + b − o) ≥ 3/4. Three things follow, and none of them can lose a true match:

* Sizes: o ≤ a and o ≤ b, so 3/4 · a ≤ b ≤ 4/3 · a.
* Keys ("prefix filtering"): put the trigrams of both in one order, the rarest first. The first one that they share has
  all others that they share behind it, so it is at place ≤ a − o in the one and ≤ b − o in the other, counted from 0.
  So the first quarter of each is enough to meet, and a trigram at place i of `a` is of use only to sentences with
  b ≤ (4a − 7i) / 3 trigrams: its reach. Any order will do, as long as it is the same on both sides; rare ones first
  makes strangers meet seldom.
* Sketch: each trigram turns over one of 256 bits. Every bit that differs is owed to a trigram that only one of them
  has, and of those there are a + b − 2o ≤ (a + b) / 7.

A key is a number of 32 bits made of language, trigram, class of size and class of reach. Numbers that clash, and
classes wider than one size, bring strangers in and keep nobody out; the trigrams themselves are compared afterwards.
"""

from bisect import bisect_right
from zlib import crc32

from .common import COMMON

RANKS = {trigram: rank for rank, trigram in enumerate(reversed(COMMON), 1)}
SKETCH_BITS = 256


def class_edges():
    """Where each class of sizes begins; each is about a seventh wider than the one before. Whole numbers throughout."""
    edges = [1]
    while edges[-1] < 1_000_000:
        edges.append(max(edges[-1] + 1, edges[-1] * 23 // 20))
    return edges


EDGES = class_edges()


def size_class(size):
    return bisect_right(EDGES, size)


def in_order(trigrams):
    """The trigrams, rarest first: those that are not COMMON, then the others from rare to frequent."""
    return sorted(trigrams, key=lambda trigram: (RANKS.get(trigram, 0), crc32(trigram.encode()), trigram))


def reaches(trigrams):
    """Each trigram that can be the first one shared, with its reach: pairs of (str, most trigrams of the other)."""
    size = len(trigrams)
    for place, trigram in enumerate(in_order(trigrams)):
        reach = (4 * size - 7 * place) // 3
        if 4 * reach < 3 * size:
            return
        yield trigram, reach


def stored_keys(language, trigrams):
    """The keys under which a sentence is stored: a sorted list of int of 32 bits with a sign."""
    own = size_class(len(trigrams))
    return sorted({key(language, trigram, own, size_class(reach)) for trigram, reach in reaches(trigrams)})


def asked_keys(language, trigrams):
    """The keys under which sentences alike may be stored, apart for each class of sizes: a list of lists of int."""
    size = len(trigrams)
    own, found = size_class(size), {}
    for trigram, reach in reaches(trigrams):
        for other in range(size_class(-(-3 * size // 4)), size_class(reach) + 1):
            farthest = size_class(4 * (EDGES[other] - 1) // 3)
            keys = found.setdefault(other, set())
            keys.update(key(language, trigram, other, reached) for reached in range(own, farthest + 1))
    return [sorted(keys) for keys in found.values()]


def key(language, trigram, sizes, reach):
    return crc32(f"{language} {sizes} {reach} {trigram}".encode()) - 0x8000_0000


def sketch(trigrams):
    """The bits of a sentence: an int below 2 ** SKETCH_BITS."""
    bits = 0
    for trigram in trigrams:
        bits ^= 1 << crc32(trigram.encode()) % SKETCH_BITS
    return bits
