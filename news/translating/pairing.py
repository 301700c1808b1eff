"""Which passage of a translation stands for which one of its source, after either has changed."""

import re
from difflib import SequenceMatcher
from math import log

from icesco.text.digits import ascii_digits

from ..differences import LEAST_ALIKE, MOST_WORDS, alikeness, words

MOST_COMPARED = 250_000  # pairs of passages: beyond, the two are taken as they stand
NUMBER = re.compile(r"\d+")
LEAVE_OUT = 1.2  # what it costs to leave a passage without a partner
OTHER_KIND = 1.5
SHARED_NUMBERS = -0.8


def pair_versions(before, after):
    """{index in `after`: index in `before`} of the passages of two versions of one text, both lists of str.

    A passage that stayed is found wherever it moved; one that was rewritten where it stood, or is still alike, is the
    same passage; the others are new.
    """
    pairs, left = {}, []
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for kind, i, j, k, m in matcher.get_opcodes():
        if kind == "equal":
            pairs.update(zip(range(k, m), range(i, j), strict=True))
        else:
            left.append((range(i, j), range(k, m)))
    pair_moved(before, after, pairs)
    for old, new in left:
        pair_rewritten(before, after, pairs, old, new)
    return pairs


def pair_moved(before, after, pairs):
    free = {}
    for index in set(range(len(before))) - set(pairs.values()):
        free.setdefault(before[index], index)
    for index in range(len(after)):
        if index not in pairs and after[index] in free:
            pairs[index] = free.pop(after[index])


def pair_rewritten(before, after, pairs, old, new):
    """Pair what stands between two passages that stayed."""
    old = [index for index in old if index not in set(pairs.values())]
    new = [index for index in new if index not in pairs]
    if len(old) == len(new):
        pairs.update(zip(new, old, strict=True))
        return
    for index in new:
        alike = next((one for one in old if are_alike(before[one], after[index])), None)
        if alike is not None:
            pairs[index] = alike
            old = old[old.index(alike) + 1 :]


def are_alike(one, other):
    parts, others = words(one), words(other)
    if max(len(parts), len(others)) > MOST_WORDS:
        return False
    return alikeness(SequenceMatcher(None, parts, others, autojunk=False), parts, others) >= LEAST_ALIKE


def pair_languages(source, target):
    """{index in `source`: index in `target`} of a text and its translation, both lists of (kind, str).

    Passages of the same kinds in the same order are taken one by one. Else the order is kept and lengths, kinds and
    numbers decide which are left without a partner.
    """
    kinds, others = [[kind for kind, _text in passages] for passages in (source, target)]
    if kinds == others or len(source) * len(target) > MOST_COMPARED:
        return {index: index for index in range(min(len(source), len(target)))}
    return cheapest_path(source, target)


def cheapest_path(source, target):
    """The pairs of least cost in order, by dynamic programming over all beginnings of both."""
    scale = log(sum(len(text) for _kind, text in source) + 1) - log(sum(len(text) for _kind, text in target) + 1)
    one, other = [described(passage) for passage in source], [described(passage) for passage in target]
    rows = [[index * LEAVE_OUT for index in range(len(other) + 1)]]
    for i, passage in enumerate(one, 1):
        row = [i * LEAVE_OUT]
        for j, translated in enumerate(other, 1):
            together = rows[i - 1][j - 1] + cost(passage, translated, scale)
            row.append(min(together, rows[i - 1][j] + LEAVE_OUT, row[j - 1] + LEAVE_OUT))
        rows.append(row)
    return walked_back(rows)


def described(passage):
    kind, text = passage
    return kind, log(len(text) + 1), set(NUMBER.findall(ascii_digits(text)))


def cost(one, other, scale):
    found = abs(one[1] - other[1] - scale) + (OTHER_KIND if one[0] != other[0] else 0)
    return found + (SHARED_NUMBERS if one[2] & other[2] else 0)


def walked_back(rows):
    pairs, i, j = {}, len(rows) - 1, len(rows[0]) - 1
    while i and j:
        if rows[i][j] == rows[i - 1][j] + LEAVE_OUT:
            i -= 1
        elif rows[i][j] == rows[i][j - 1] + LEAVE_OUT:
            j -= 1
        else:
            i, j = i - 1, j - 1
            pairs[i] = j
    return pairs
