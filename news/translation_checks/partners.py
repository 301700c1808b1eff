"""Brackets and quotation marks without a partner, or crossed: «(».)"""

import re

OPENS = {"(": ")", "[": "]", "«": "»", "“": "”"}
QUOTES = "«“"
MARKS = re.compile(r"[()\[\]«»“”]")
# "a)", "1)" before the items of a list, and :-)
NO_BRACKET = re.compile(r"(?:(?<=^)|(?<=\s))(?:[^\W_]{1,2}|[:;]-?)(\))", re.MULTILINE)


def lonely_marks(rows, language):
    """(row, position in its target) of the marks that have no partner in their passage.

    A quotation that goes on over passages may open in each and closes in the last alone: its marks are no finding.
    """
    carried = None  # (row, position, mark) of a quotation that may go on in a later passage
    for row in rows:
        text = row.target
        goes_on = len(text) - len(text.lstrip()) if carried and text.lstrip().startswith(carried[2]) else None
        opened, closed = unpaired(text, language, goes_on)
        if carried and (closer := next((at for at in closed if text[at] == OPENS[carried[2]]), None)) is not None:
            closed.remove(closer)
            carried = None
        if opened and text[opened[-1]] in QUOTES:
            if carried:
                yield carried[:2]
            position = opened.pop()
            carried = (row, position, text[position])
        yield from ((row, position) for position in sorted(opened + closed))
    if carried:
        yield carried[:2]


def unpaired(text, language, passed_over=None):
    """(positions of opening marks, of all other marks) without a partner in `text`. passed_over: one not to count."""
    opened, closed = [], []
    lists = {match.start(1) for match in NO_BRACKET.finditer(text)}
    for match in MARKS.finditer(text):
        mark, position = match[0], match.start()
        if position == passed_over or (language == "ar" and mark in "“”"):  # which are written either way round
            continue
        if mark in OPENS:
            opened.append(position)
        elif opened and OPENS[text[opened[-1]]] == mark:
            opened.pop()
        elif position not in lists:
            closed.append(position)
    for either_way in ('"', "“”" if language == "ar" else ""):
        closed += odd_one(either_way, text)
    return opened, closed


def odd_one(marks, text):
    """The position, in a list, of the last of `marks` in `text` if they are odd in number; 5" is inches."""
    positions = [position for position, character in enumerate(text) if character in marks]
    inches = [position for position in positions if text[position] == '"' and text[position - 1 : position].isdigit()]
    return positions[-1:] if len(positions) % 2 and not inches else []
