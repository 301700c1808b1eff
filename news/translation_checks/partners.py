"""Brackets and quotation marks without a partner, or crossed: «(».)"""

import re

OPENS = {"(": ")", "[": "]", "«": "»", "“": "”"}
CLOSES = {close: open_ for open_, close in OPENS.items()}
QUOTES = "«“"
MARKS = re.compile(r"[()\[\]«»“”]")
# "a)", "1)" before the items of a list, and :-)
NO_BRACKET = re.compile(r"(?:(?<=^)|(?<=\s))(?:[^\W_]{1,2}|[:;]-?)(\))", re.MULTILINE)
# 5" is five inches.
STRAIGHT = re.compile('"')


def lonely_marks(rows, language):
    """(row, position in its target) of the marks that have no partner in their passage.

    A quotation that goes on over passages opens in each and closes in the last alone, so that its marks are no
    finding.
    """
    carried = None  # (row, position, mark) of a quotation that may go on in the next passage
    for row in rows:
        opened, closed = unpaired(row.target, language)
        if carried and row.target.strip():
            closer = next((at for at in closed if row.target[at] == OPENS[carried[2]]), None)
            if closer is not None:
                closed.remove(closer)
                carried = None
            elif not row.target.lstrip().startswith(carried[2]):
                yield carried[:2]
                carried = None
        is_carrying = carried is not None
        for position in opened:
            mark = row.target[position]
            if mark in QUOTES and position == opened[-1]:
                if not is_carrying:
                    carried = (row, position, mark)
            else:
                yield row, position
        yield from ((row, position) for position in closed)
    if carried:
        yield carried[:2]


def unpaired(text, language):
    """(positions of opening marks, of all other marks) without a partner in `text`, each in order."""
    opened, closed = [], []
    lists = {match.start(1) for match in NO_BRACKET.finditer(text)}
    for match in MARKS.finditer(text):
        mark, position = match[0], match.start()
        if language == "ar" and mark in "“”":
            continue  # written either way round
        if mark in OPENS:
            opened.append(position)
        elif opened and OPENS[text[opened[-1]]] == mark:
            opened.pop()
        elif position not in lists:
            closed.append(position)
    closed += straight(text) + (either_way(text) if language == "ar" else [])
    return opened, closed


def straight(text):
    """The last straight quotation mark where there is an odd number, without those behind a lonely figure."""
    return odd([match.start() for match in STRAIGHT.finditer(text)], text)


def either_way(text):
    return odd([position for position, character in enumerate(text) if character in "“”"], text)


def odd(positions, text):
    """The last of `positions` where they are odd in number: [position] or []. 5" is taken for inches."""
    inches = [position for position in positions if text[position] == '"' and text[position - 1 : position].isdigit()]
    return positions[-1:] if len(positions) % 2 and not inches else []
