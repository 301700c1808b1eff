"""What changed between two texts, word by word, as people read it: nothing of markup, whatever the script's direction.

Paragraphs are compared first and words within those that changed, so that the time grows with the text, not with its
square.
"""

import re
import unicodedata
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby, zip_longest

from .body import plain_text

SAME, REMOVED, ADDED = "same", "removed", "added"
# Two paragraphs that share less than this are two paragraphs, not one that changed.
LEAST_ALIKE = 0.35
# Beyond this a paragraph is shown whole, before and after: comparing its words would take too long.
MOST_WORDS = 3_000
PICTURE = re.compile(r'<img\b[^>]*?\balt="([^"]*)"[^>]*>')


@dataclass(frozen=True)
class Piece:
    """Words that stayed, went or came: kind is SAME, REMOVED or ADDED."""

    kind: str
    text: str


def differences(before, after):
    """The paragraphs of two plain texts, a paragraph a line, as lists of Pieces in reading order.

    What was removed stands before what came in its place. Joining the texts of all but ADDED pieces gives `before`
    again, of all but REMOVED ones `after`, apart from white space between words and empty lines.
    """
    old, new = paragraphs(before), paragraphs(after)
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    found = []
    for kind, i, j, k, m in matcher.get_opcodes():
        if kind == "equal":
            found += [[Piece(SAME, text)] for text in old[i:j]]
        else:
            for one, other in zip_longest(old[i:j], new[k:m], fillvalue=""):
                found += compare_paragraphs(one, other)
    return found


def body_differences(before, after):
    """The same for two bodies in HTML; a picture is the line of its alt text."""
    return differences(*(plain_text(PICTURE.sub(r"<p>[\1]</p>", body)) for body in (before, after)))


def has_changes(found):
    """Whether any of the paragraphs that differences() gave holds a change."""
    return any(piece.kind != SAME for pieces in found for piece in pieces)


def paragraphs(text):
    return [line for line in (" ".join(line.split()) for line in text.split("\n")) if line]


def compare_paragraphs(before, after):
    """One paragraph with its changes; two, the old and the new one, when they have little in common."""
    if before and after:
        old, new = words(before), words(after)
        if max(len(old), len(new)) <= MOST_WORDS:
            matcher = SequenceMatcher(None, old, new, autojunk=False)
            if alikeness(matcher, old, new) >= LEAST_ALIKE:
                return [list(merged(pieces_of(matcher, old, new)))]
    return [[Piece(kind, text)] for kind, text in ((REMOVED, before), (ADDED, after)) if text]


def alikeness(matcher, old, new):
    """How much of two paragraphs is the same, from 0 to 1: words count, blanks and signs don't."""
    shared = sum(count_words(old[block.a : block.a + block.size]) for block in matcher.get_matching_blocks())
    return 2 * shared / max(count_words(old) + count_words(new), 1)


def count_words(parts):
    return sum(part[0].isalnum() for part in parts)


def pieces_of(matcher, old, new):
    for kind, i, j, k, m in matcher.get_opcodes():
        if kind == "equal":
            yield SAME, old[i:j]
        else:
            yield REMOVED, old[i:j]
            yield ADDED, new[k:m]


def merged(parts):
    """Pieces out of (kind, words), neighbours of one kind made one."""
    filled = [(kind, "".join(taken)) for kind, taken in parts if taken]
    for kind, texts in groupby(filled, key=lambda part: part[0]):
        yield Piece(kind, "".join(text for _kind, text in texts))


def words(paragraph):
    """The words, blanks and signs of a paragraph, each a str: joined they are the paragraph.

    Marks such as tashkeel and joiners belong to the word that they are on.
    """
    parts = []
    for character in paragraph:
        category = unicodedata.category(character)
        in_word = category[0] in "LNM" or character in "\u200c\u200d\u0640"
        if parts and in_word and parts[-1][0]:
            parts[-1][1].append(character)
        else:
            parts.append((in_word, [character]))
    return ["".join(characters) for _in_word, characters in parts]
