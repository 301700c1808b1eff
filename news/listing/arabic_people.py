"""People named in Arabic texts. No capital letter tells where a name ends, so that is read off what follows it."""

from typing import NamedTuple

from ..matcher.tokens import words
from .arabic import (
    BODIES,
    COMPOUND_FIRST,
    COMPOUND_SECOND,
    DESCENT,
    ENDS_NAME,
    HONORIFICS,
    MELTED,
    NAMES_WITH_WAW,
    OFFICES,
    OFFICES_BEFORE_NAMES,
    OPENS_CLAUSE,
    STYLES,
    STYLES_WITH_NAME,
)
from .mentions import RawMention

ARTICLE = "ال"
ADJECTIVE_ENDINGS = ("ي", "يه")
MOST_HONORIFICS = 6
LONGEST_NAME = 6  # words
LONGEST_ROLE = 22
FURTHEST_OFFICE = 10  # words before an honorific
PREFIXES = ("", "و", "ف", "ب", "ل", "ك", "وب", "ول", "وك")
BEFORE_NAMES = HONORIFICS | STYLES
OFFICES_AND_STYLES = OFFICES | STYLES
AFTER_LETTER = BODIES | ENDS_NAME
OPENS_CLAUSE_IN_ROLE = OPENS_CLAUSE - {"في", "من", "علي", "الي"}
STOPS = frozenset('،,.؛;:()[]«»"“”!?؟–—\n')


class _Text(NamedTuple):
    """A text as words: folded, spans, and gaps, of which gaps[i] holds the signs between word i - 1 and word i."""

    text: str
    folded: list
    spans: list
    gaps: list


def find_people(text, not_people=frozenset()):
    """The people that the Arabic `text` names with an honorific: RawMention in the order of the text.

    not_people: folded words (tuples) of what is no person; adjectives of states among them.
    """
    said = _Text(text, *_words(text))
    found, position, role_to = [], 0, 0
    while position < len(said.folded):
        begin, first = position, _after_honorifics(said, position)
        if first is None or _is_named_after(said, begin):
            position += 1
            continue
        first, adjective = _skip_adjective(said, begin, first, not_people)
        last = _name_end(said, first, not_people)
        if last <= first:
            position = max(first, position + 1)
            continue
        role, role_to = _role(said, begin, last, role_to, adjective)
        found.append(_mention(said, begin, first, last, role, adjective))
        position = last
    return found


def _words(text):
    folded, spans, gaps, end = [], [], [], 0
    for word in words(text):
        folded.append(word.folded)
        spans.append((word.start, word.end))
        gaps.append(text[end : word.start])
        end = word.end
    return folded, spans, [*gaps, text[end:] or "\n"]


def _bare(word, known):
    """`word` without the letters written on to its front, when what is left is in `known`; else None."""
    for prefix in PREFIXES:
        if word.startswith(prefix) and word[len(prefix) :] in known:
            return word[len(prefix) :]
    if word.startswith("لل") and ARTICLE + word[2:] in known:
        return ARTICLE + word[2:]
    return None


def _is_break(gap):
    return any(sign in STOPS for sign in gap)


def _after_honorifics(said, position):
    """The index of the word after the honorifics that begin at `position`, or None when there are none."""
    index, counts = position, False
    while index < min(len(said.folded), position + MOST_HONORIFICS):
        word = _bare(said.folded[index], BEFORE_NAMES) if index == position else said.folded[index]
        if word not in BEFORE_NAMES or (index > position and _is_break(said.gaps[index].replace(".", ""))):
            break
        if word == "د" and "." not in said.gaps[index + 1]:
            break
        counts = counts or word in HONORIFICS or word in STYLES_WITH_NAME
        index += 1
    return index if counts and index < len(said.folded) and not _is_break(said.gaps[index].replace(".", "")) else None


def _is_named_after(said, begin):
    """Whether a body stands right before: جامعة الملك سعود is no king."""
    return begin > 0 and not _is_break(said.gaps[begin]) and _bare(said.folded[begin - 1], BODIES) is not None


def _skip_adjective(said, begin, first, not_people):
    """(index of the name, whether an adjective of a state stands before it): الرئيس التونسي قيس سعيد."""
    word = said.folded[first - 1]
    word = _bare(word, OFFICES_BEFORE_NAMES) or word
    is_adjective = (said.folded[first],) in not_people and not _is_break(said.gaps[first + 1])
    if word in OFFICES_BEFORE_NAMES and is_adjective and first + 1 < len(said.folded):
        return first + 1, True
    return first, False


def _name_end(said, first, not_people):
    """The index after the last word of the name that begins at `first`; `first` when there is no name."""
    end, is_closed = first, False
    while end < len(said.folded) and end - first < LONGEST_NAME:
        if end > first and _is_break(said.gaps[end]):
            is_closed = True
            break
        if _ends_name(said, end, first, not_people):
            break
        end += 1
    else:
        is_closed = end < len(said.gaps) and _is_break(said.gaps[end])
    if end == first:
        return first
    has_role = is_closed and end < len(said.folded) and _opens_role(said.folded[end])
    if has_role and not (_is_surname(said, first) and end - first > 2):
        return end
    return min(end, _shortest_name(said, first, end, is_closed))


def _ends_name(said, index, first, not_people):
    word = said.folded[index]
    if word in ENDS_NAME or word in BODIES or word in HONORIFICS or _opens_role(word) or word.isdigit():
        return True
    if index > first and word.startswith("و") and word not in NAMES_WITH_WAW:
        return True
    if word.startswith(MELTED) or (word.startswith(("ب", "ل")) and word[1:] in AFTER_LETTER):
        return True
    return (word,) in not_people and not (index > first and said.folded[index - 1] in COMPOUND_FIRST)


def _opens_role(word):
    return word in OFFICES or (word[:1] == "و" and word[1:] in OFFICES)


def _is_surname(said, first):
    """Whether one word with the article stands alone as a name (المالك), not followed by بن."""
    following = said.folded[first + 1] if first + 1 < len(said.folded) else ""
    return said.folded[first].startswith(ARTICLE) and following not in DESCENT


def _shortest_name(said, first, end, is_closed):
    """Where a name ends when nothing certain follows: a surname alone, or first name, ancestors and last name."""
    if _is_surname(said, first):
        both_closed = is_closed and end - first == 2 and said.folded[first + 1].startswith(ARTICLE)
        return end if both_closed else first + 1
    index = _one_name(said, first, end)
    while index < end and said.folded[index] in DESCENT:
        index = _one_name(said, index + 1, end)
    if index < end:
        index = _one_name(said, index, end)
    while index < end and (said.folded[index] in DESCENT or (is_closed and said.folded[index].startswith(ARTICLE))):
        index = _one_name(said, index + 1, end) if said.folded[index] in DESCENT else index + 1
    return index


def _one_name(said, index, end):
    """The index after one name, which may be two words: عبد الله, نور الدين, أبو بكر."""
    if index >= end:
        return end
    is_pair = index + 1 < end and (
        said.folded[index + 1] in COMPOUND_SECOND
        or said.folded[index] in COMPOUND_FIRST & {"عبد", "ابو", "ابي", "ال", "ام"}
    )
    return index + 2 if is_pair else index + 1


def _role(said, begin, last, taken_to, has_adjective):
    """The role of the name that ends at `last`: (its words, index up to which words are taken by roles)."""
    if has_adjective:
        text = said.text[said.spans[begin][0] : said.spans[last - 1][1]]
        names = text.split()
        offices = [i for i, word in enumerate(words(text)) if _bare(word.folded, OFFICES_BEFORE_NAMES)]
        return " ".join(names[offices[-1] : offices[-1] + 2]), taken_to
    before = _office_before(said, begin, taken_to)
    if before is not None:
        return _slice(said, before, begin), begin
    end = _role_end(said, last)
    return (_slice(said, last, end), end) if end > last else ("", taken_to)


def _office_before(said, begin, taken_to):
    """The index of the office whose words run up to the honorific: وزير التربية التونسي، السيد …; or None."""
    if begin == 0 or said.gaps[begin].strip() not in ("", "،", ",") or said.folded[begin][:1] == "و":
        return None
    found = None
    for index in range(begin - 1, max(taken_to, begin - FURTHEST_OFFICE) - 1, -1):
        if _bare(said.folded[index], OFFICES):
            found = index
            if index and not _bare(said.folded[index - 1], OFFICES_AND_STYLES):
                break
        if _is_break(said.gaps[index]) or said.folded[index] in OPENS_CLAUSE:
            break
    return found


def _role_end(said, last):
    """The index after the role that begins with the word at `last`, or `last` when it is none."""
    if last >= len(said.folded) or not _opens_role(said.folded[last]) or set(said.gaps[last].strip()) - set("،,("):
        return last
    index = last + 1
    while index < len(said.folded) and index - last < LONGEST_ROLE:
        gap = said.gaps[index]
        if _is_break(gap.replace("(", "").replace(")", "")) or ("(" in gap and not _is_acronym(said, index)):
            break
        if said.folded[index] in OPENS_CLAUSE_IN_ROLE or _bare(said.folded[index], HONORIFICS):
            break
        index += 1
    return index


def _is_acronym(said, index):
    """Whether one word in brackets stands here: (إيسيسكو)."""
    return said.gaps[index + 1].startswith(")")


def _slice(said, start, end):
    text = said.text[said.spans[start][0] : said.spans[end - 1][1]]
    return text + ")" if text.count("(") > text.count(")") else text


def _mention(said, begin, first, last, role, has_adjective):
    honorific = said.text[said.spans[begin][0] : said.spans[first - (2 if has_adjective else 1)][1]]
    start, end = said.spans[first][0], said.spans[last - 1][1]
    # السفير النمساوي is nobody's name, السفير الأنصاري is: only a full name elsewhere in the story tells.
    office = _bare(said.folded[first - 1], OFFICES_BEFORE_NAMES)
    needs_full_name = bool(office) and last - first == 1 and said.folded[first].endswith(ADJECTIVE_ENDINGS)
    return RawMention(
        _plain(said, begin, honorific),
        said.text[start:end],
        role,
        start,
        end,
        said.spans[begin][0],
        needs_full_name=needs_full_name,
    )


def _plain(said, begin, honorific):
    """`honorific` without the letters written on to its front: والدكتور is الدكتور."""
    folded = said.folded[begin]
    bare = _bare(folded, BEFORE_NAMES)
    if bare == folded:
        return honorific
    cut = len(folded) - len(bare)
    return ARTICLE + honorific[2:] if folded.startswith("لل") else honorific[cut:]
