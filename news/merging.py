"""Two people's changes of one text put together: what one changed and the other left is taken over from either.

Where both changed the same words nobody can decide for them: the words of both are kept, one after the other, and it
is said that there is something to tidy up.
"""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

from .differences import MOST_WORDS, words
from .models.article import WORDS

# Where a body may be cut into pieces that are compared whole.
CUT = re.compile(r"(<figure\b.*?</figure>|</?(?:ul|ol|blockquote)\b[^>]*>|.*?</(?:p|h2|h3|li)>)", re.DOTALL)
TAG = re.compile(r"(<[^>]*>)")


@dataclass(frozen=True)
class Merged:
    """A text out of two; has_conflict: whether both changed the same words, so that it has to be read again."""

    text: str
    has_conflict: bool


def merge_words(base, mine, theirs):
    """{name of a word field: Merged} of three dicts of words, or of revisions' words; `base` may be empty."""
    return {name: merge_field(name, base.get(name, ""), mine.get(name, ""), theirs.get(name, "")) for name in WORDS}


def merge_field(name, base, mine, theirs):
    return merge_bodies(base, mine, theirs) if name == "body" else merge_lines(base, mine, theirs)


def merge_lines(base, mine, theirs):
    """Three plain texts merged word by word; on a conflict theirs follows mine, whole."""
    merged = merge_tokens(*map(words, (base, mine, theirs)))
    if merged is None:
        return Merged(both(mine, theirs), True)
    return Merged("".join(merged), False)


def both(mine, theirs):
    return f"{mine} / {theirs}" if mine and theirs else mine or theirs


def merge_bodies(base, mine, theirs):
    """Three bodies in HTML merged block by block, and word by word within a block that both changed."""
    merged, has_conflict = [], False
    for one, two, three in chunks(*(pieces(body) for body in (base, mine, theirs))):
        taken = decided(one, two, three)
        if taken is None:
            taken = merge_block("".join(one), "".join(two), "".join(three))
        if taken is None:
            taken, has_conflict = [*two, *three], True
        merged += taken
    return Merged("".join(merged), has_conflict)


def pieces(body):
    return [piece for piece in CUT.split(body) if piece]


def merge_block(base, mine, theirs):
    """The merged block in a list, or None when both changed the same words or one of them the markup."""
    tags = [TAG.findall(block) for block in (base, mine, theirs)]
    if not base or tags[0] != tags[1] or tags[0] != tags[2]:
        return None
    cut = [[part for piece in TAG.split(block) for part in parts_of(piece)] for block in (base, mine, theirs)]
    if max(map(len, cut)) > MOST_WORDS:
        return None
    merged = merge_tokens(*cut)
    if merged is None or [part for part in merged if TAG.fullmatch(part)] != tags[0]:
        return None
    return ["".join(merged)]


def parts_of(piece):
    return [piece] if TAG.fullmatch(piece) else words(piece)


def merge_tokens(base, mine, theirs):
    """The merged list of tokens, or None when both changed the same ones."""
    merged = []
    for chunk in chunks(base, mine, theirs):
        taken = decided(*chunk)
        if taken is None:
            return None
        merged += taken
    return merged


def decided(base, mine, theirs):
    """What a chunk becomes where at most one of the two changed it, or both alike; else None."""
    if mine in (base, theirs):
        return theirs
    return mine if theirs == base else None


def chunks(base, mine, theirs):
    """The three lists cut at what all have in common: triples of lists, in order, that joined give the lists again."""
    done = (0, 0, 0)
    for *starts, size in shared_runs(base, mine, theirs):
        yield tuple(tokens[i:j] for tokens, i, j in zip((base, mine, theirs), done, starts, strict=True))
        yield (base[starts[0] : starts[0] + size],) * 3
        done = tuple(start + size for start in starts)


def shared_runs(base, mine, theirs):
    """Runs of tokens that both others kept of `base`: (start in each of the three, size), ending with an empty one."""
    ours, others = (
        SequenceMatcher(None, base, tokens, autojunk=False).get_matching_blocks() for tokens in (mine, theirs)
    )
    i = j = 0
    while i < len(ours) and j < len(others):
        a, b = ours[i], others[j]
        start, end = max(a.a, b.a), min(a.a + a.size, b.a + b.size)
        if start < end:
            yield start, start - a.a + a.b, start - b.a + b.b, end - start
        if a.a + a.size < b.a + b.size:
            i += 1
        else:
            j += 1
    yield len(base), len(mine), len(theirs), 0
