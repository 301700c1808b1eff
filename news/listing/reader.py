"""From the text of a listing to its stories: which lines are titles is decided for the whole listing at once."""

from typing import NamedTuple

from .date_lines import day_of_line
from .lines import read_lines
from .titles import IMPOSSIBLE, LONGEST_TITLE, OPENS_LIST, ends_like_a_paragraph, title_weight

BEFORE, TITLE, REST_OF_TITLE, PARAGRAPH = range(4)  # what a line can be; BEFORE: above the first story
LEAST_WEIGHT = -3.0
NO_BLANK_ABOVE = -4.0
UNDATED_AMONG_DATED = -3.5
IN_LIST = -3.0
ENOUGH = 1_500  # characters of the line after a title
WRAPPED_AT_MOST = 100  # characters: a listing whose longest line is shorter may have its paragraphs wrapped


class ListedStory(NamedTuple):
    """A story of a listing: title, a str; dated_on, the day printed with it or None; paragraphs, a list of str."""

    title: str
    dated_on: object
    paragraphs: list


class Reading(NamedTuple):
    """stories: list of ListedStory, each with a paragraph at least; left_out: lines that belong to no story."""

    stories: list
    left_out: list


class _Entry(NamedTuple):
    text: str
    blank_before: bool
    dated_on: object  # the day of the line above, below or after, by the listing's habit


def read_listing(text, language):
    """The stories of the plain-text listing `text` in `language` ("ar", "en" or "fr"): a list of ListedStory.

    Empty when there are none. Never raises on any text.
    """
    return read(text, language).stories


def read(text, language):
    """Like read_listing(), with what was left out: a Reading."""
    lines = _unwrapped(read_lines(text))
    entries = _with_dates(lines, [day_of_line(line.text, language) for line in lines])
    kinds = _decide(entries, language)
    return _assemble(entries, kinds)


def _unwrapped(lines):
    """Lines joined to paragraphs where a file breaks its paragraphs at a fixed width."""
    blocks = []
    for line in lines:
        if line.blank_before or not blocks:
            blocks.append([line])
        else:
            blocks[-1].append(line)
    widest = max((len(line.text) for line in lines), default=0)
    inner = [len(line.text) for block in blocks if len(block) > 2 for line in block[:-1]]
    if not inner or widest > WRAPPED_AT_MOST or sum(n > 0.7 * widest for n in inner) < 0.8 * len(inner):
        return lines
    return [block[0]._replace(text=" ".join(line.text for line in block)) for block in blocks]


def _with_dates(lines, days):
    """Lines without the date lines; a day goes with the title it stands under, or by habit above or after the story."""
    dated = [i for i, day in enumerate(days) if day]
    titled = [i for i in dated if i and not days[i - 1] and _looks_like_title(lines[i - 1].text)]
    entries = []
    habit = "under" if len(titled) * 2 >= len(dated) else "above"
    for i, line in enumerate(lines):
        if days[i]:
            continue
        near = i + 1 if habit == "under" else i - 1
        day = days[near] if 0 <= near < len(lines) and _could_be_title(line.text) else None
        blank_before = line.blank_before or (i > 0 and bool(days[i - 1]))
        entries.append(_Entry(line.text, blank_before, day))
    return entries


def _looks_like_title(text):
    return _could_be_title(text) and not ends_like_a_paragraph(text)


def _could_be_title(text):
    return len(text) <= LONGEST_TITLE and not OPENS_LIST.search(text)


def _decide(entries, language):
    """The kind of each entry: the sequence with the greatest weight (Viterbi's algorithm over BEFORE … PARAGRAPH)."""
    weights = _title_weights(entries, language)
    best = {BEFORE: (0.0, None)}
    steps = []
    for i in range(len(entries)):
        options = {}
        for kind, (total, _back) in best.items():
            for following, gain in _moves(kind, i, entries, weights):
                if following not in options or total + gain > options[following][0]:
                    options[following] = (total + gain, kind)
        steps.append(options)
        best = options
    return _trace(steps)


def _moves(kind, i, entries, weights):
    """What entry `i` can be after an entry of `kind`, with the weight of it."""
    text = entries[i].text
    if kind == BEFORE:
        yield BEFORE, -0.5 if len(text) <= 80 else -1.5 if len(text) <= LONGEST_TITLE else -4.0
    if kind in (BEFORE, PARAGRAPH) and weights[i] > IMPOSSIBLE:
        yield TITLE, weights[i]
    if kind == TITLE and _continues_title(i, entries):
        yield REST_OF_TITLE, 1.0
    if kind != BEFORE:
        yield PARAGRAPH, 0.0


def _continues_title(i, entries):
    """Whether entry `i` may be the second line of a title: close below it, close to nothing below."""
    above, text = entries[i - 1], entries[i].text
    is_apart = i + 1 < len(entries) and entries[i + 1].blank_before
    return (
        not entries[i].blank_before
        and above.blank_before
        and above.dated_on is None
        and is_apart
        and len(above.text) >= 30
        and len(above.text) + len(text) <= LONGEST_TITLE
        and not ends_like_a_paragraph(text)
        and not OPENS_LIST.search(text)
    )


def _title_weights(entries, language):
    """For each entry the weight of its being a title; IMPOSSIBLE where it can't be."""
    has_blanks = sum(entry.blank_before for entry in entries) > 0.5 * len(entries)
    dated_count = sum(entry.dated_on is not None for entry in entries)
    in_list, weights = False, []
    for i, entry in enumerate(entries):
        following = entries[i + 1].text if i + 1 < len(entries) else ""
        if _continues_title(i + 1, entries) if i + 2 < len(entries) else False:
            following = entries[i + 2].text
        weight = title_weight(entry.text, following[:ENOUGH], language, entry.dated_on is not None)
        if has_blanks and not entry.blank_before:
            weight += NO_BLANK_ABOVE
        if dated_count > 1 and entry.dated_on is None:
            weight += UNDATED_AMONG_DATED
        if in_list:
            weight += IN_LIST
        in_list = bool(OPENS_LIST.search(entry.text)) or (in_list and not ends_like_a_paragraph(entry.text))
        weights.append(weight if weight > LEAST_WEIGHT else IMPOSSIBLE)
    return weights


def _trace(steps):
    """The kinds along the best way through `steps`."""
    if not steps:
        return []
    kind = max(steps[-1], key=lambda k: steps[-1][k][0])
    kinds = []
    for options in reversed(steps):
        kinds.append(kind)
        kind = options[kind][1]
    return kinds[::-1]


def _assemble(entries, kinds):
    stories, left_out = [], []
    for entry, kind in zip(entries, kinds, strict=True):
        if kind == BEFORE:
            left_out.append(entry.text)
        elif kind == TITLE:
            stories.append(ListedStory(entry.text, entry.dated_on, []))
        elif kind == REST_OF_TITLE:
            stories[-1] = stories[-1]._replace(title=f"{stories[-1].title} {entry.text}")
        else:
            stories[-1].paragraphs.append(entry.text)
    left_out += [story.title for story in stories if not story.paragraphs]
    return Reading([story for story in stories if story.paragraphs], left_out)
