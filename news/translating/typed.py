"""Passages as they are typed at the desk: words, and marks such as {1}…{/1} and {2/} where the source has tags."""

import re

from ..exchange.marks import CLOSE, OPEN, SINGLE, Mark, joined
from ..exchange.tag_checks import nesting_problems, repeated

FORMS = {OPEN: "{%s}", CLOSE: "{/%s}", SINGLE: "{%s/}"}
MARK = re.compile(r"\{(/?)(t?[0-9]{1,3})(/?)\}")
PARAGRAPHS = re.compile(r"[^\S\n]*\n[^\S\n]*\n\s*")


def as_typed(text):
    """A text (see exchange.marks) as it stands in a field of the desk."""
    return "".join(part if isinstance(part, str) else mark_name(part) for part in text)


def mark_name(mark):
    return FORMS[mark.kind] % mark.key


def read_typed(typed, tags):
    """The text that `typed`, a str, says. Only marks of `tags`, {key: Tag}, are marks: anything else is words."""
    parts, end = [], 0
    for match in MARK.finditer(typed):
        mark = mark_of(match)
        if mark.key in tags and mark.kind in tags[mark.key].kinds:
            parts += [typed[end : match.start()], mark]
            end = match.end()
    return joined([*parts, typed[end:]])


def mark_of(match):
    closes, key, is_single = match.groups()
    return Mark(SINGLE if is_single else CLOSE if closes else OPEN, key)


def mark_problems(text, tags):
    """Sentences that say why the marks in `text` make no sound HTML; one that is missing is no problem."""
    found = repeated([part for part in text if isinstance(part, Mark)], mark_name)
    for part in paragraphs_of(text):
        found += nesting_problems([mark for mark in part if isinstance(mark, Mark)], tags, mark_name)
    return found


def without_marks(text):
    """The words of `text` alone, to keep what was typed while its marks are not in order."""
    return joined(part for part in text if isinstance(part, str))


def paragraphs_of(text):
    """`text` parted at its empty lines: a list of texts, none of them empty; a line break within one is a blank."""
    found = [[]]
    for part in text:
        if not isinstance(part, str):
            found[-1].append(part)
            continue
        first, *others = PARAGRAPHS.split(part)
        found[-1].append(first)
        found += [[other] for other in others]
    return [in_lines for parts in found if (in_lines := in_one_line(parts))]


def in_one_line(parts):
    """`parts` with runs of white space as one blank and none at the ends; () when there is nothing but white space."""
    parts = [re.sub(r"[^\S\u00a0\u202f]+", " ", part) if isinstance(part, str) else part for part in parts]
    if parts and isinstance(parts[0], str):
        parts[0] = parts[0].lstrip()
    if parts and isinstance(parts[-1], str):
        parts[-1] = parts[-1].rstrip()
    return joined(parts)
