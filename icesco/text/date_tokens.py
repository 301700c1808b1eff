"""A text cut into what matters for dates: numbers, months, weekdays, and what joins them; used by icesco.text.dates."""

import re
from functools import lru_cache
from typing import NamedTuple

from .calendar_words import AND, FILLER, MONTH, OTHER, SHORTENED, TO, WORDS
from .folding import HYPHENS, fold

# Kinds of tokens, beside those of calendar_words; each is one letter, so that the kinds of a text make a string.
DAY, YEAR, NUMERIC, COMMA, SLASH, STOP = "D", "Y", "N", "C", "S", "."

YEARS = range(1900, 2100)
HIJRI_YEARS = range(1300, 1600)

# Direction marks stand between the figures of an Arabic date; tashkeel and tatweel stand inside its words as well.
UNSEEN = r"\u00ad\u061c\u200b-\u200f\u2060-\u2069\ufeff"
MARKS = rf"\u0300-\u036f\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed{UNSEEN}"
BETWEEN_FIGURES = rf"[{UNSEEN}]{{0,3}}"

PIECES = re.compile(
    rf"""
      (?P<blank_line>\n\s*\n)
    | (?P<number>\d+)
    | (?P<word>[^\W\d_](?:[^\W\d_]|[{MARKS}])*)(?P<stop>\.?)
    | (?P<comma>[,،])
    | (?P<dash>[-{HYPHENS}])
    | (?P<slash>/)
    | (?P<and>&)
    | (?P<punctuation>[^\w\s()'’{MARKS}])
    """,
    re.VERBOSE,
)
NUMERIC_DATE = re.compile(
    r"(?<![\dA-Za-z/.-])"
    + BETWEEN_FIGURES.join([r"(\d{1,4})", "([/.-])", r"(\d{1,2})", r"\2", r"(\d{1,4})"])
    + r"(?!\d|[/.-]\d)"
)
KINDS_OF_PIECES = {"blank_line": STOP, "comma": COMMA, "dash": TO, "slash": SLASH, "and": AND, "punctuation": STOP}


class Token(NamedTuple):
    """A piece of text: its kind, what it says (see `tokens_of`) and its offsets."""

    kind: str
    value: object
    start: int
    end: int


def tokens_of(text, language):
    """Return the Tokens of `text` without white space, brackets and filling words.

    Values: the number of a day, month, weekday (0 for Monday) or year; (year, month, day) of a date in figures; None.
    """
    words = WORDS.get(language, {})
    tokens = []
    end = 0
    for date in NUMERIC_DATE.finditer(text):
        _add_pieces(tokens, text, end, date.start(), words)
        tokens.append(_numeric(date))
        end = date.end()
    _add_pieces(tokens, text, end, len(text), words)
    return tokens


def _numeric(date):
    """Return the token of a date in figures: the year first, or the day first; OTHER when it is neither."""
    first, _, month, last = date.groups()
    year, day = (first, last) if len(first) == 4 else (last, first)
    is_date = len(year) == 4 and len(day) <= 2 and int(year) in YEARS
    parts = (int(year), int(month), int(day)) if is_date else None
    return Token(NUMERIC if is_date else OTHER, parts, *date.span())


def _add_pieces(tokens, text, start, end, words):
    """Append the tokens of text[start:end] to `tokens`."""
    half = None  # كانون and تشرين, which name a month only with the word after them
    for piece in PIECES.finditer(text, start, end):
        if piece.lastgroup == "number":
            _add_number(tokens, piece)
        elif piece["word"]:
            half = _add_word(tokens, piece, words, half)
            continue
        else:
            tokens.append(Token(KINDS_OF_PIECES[piece.lastgroup], None, *piece.span()))
        half = None


def _add_number(tokens, piece):
    digits, span = piece["number"], piece.span()
    number = int(digits) if len(digits) <= 4 else None
    # The figures of "A4" and "B2B" are no day.
    if number is None or (tokens and tokens[-1].kind == OTHER and tokens[-1].end == piece.start()):
        tokens.append(Token(OTHER, None, *span))
    elif len(digits) <= 2 and 1 <= number <= 31:
        tokens.append(Token(DAY, number, *span))
    elif number in YEARS:
        tokens.append(Token(YEAR, number, *span))
    elif number not in HIJRI_YEARS or not _drop_hijri_day(tokens):
        tokens.append(Token(OTHER, None, *span))


def _drop_hijri_day(tokens):
    """Drop a day and a month of one or two words from the end of `tokens`; return whether they were there.

    "الثلاثاء 28 رجب 1446هـ الموافق 28 يناير 2025" has the weekday of the second date before the first.
    """
    for words_of_month in (1, 2):
        kinds = "".join(token.kind for token in tokens[-1 - words_of_month :])
        if kinds == DAY + OTHER * words_of_month:
            del tokens[-1 - words_of_month :]
            return True
    return False


def _add_word(tokens, piece, words, half):
    """Append what `piece` says, if anything; return its folded word where that may be the first half of a month."""
    word, start, end = folded(piece["word"]), piece.start(), piece.end("word")
    if half and f"{half} {word}" in words:
        start = tokens.pop().start
        word = f"{half} {word}"
    elif word not in words and word.startswith("و") and word[1:] in words:
        tokens.append(Token(AND, None, start, start + 1))
        word, start = word[1:], start + 1
    kind, value = words.get(word, (OTHER, None))
    if kind == MONTH:
        start = _start_of_month(tokens, value, start)
    if kind != FILLER:
        tokens.append(Token(kind, value, start, end))
    if piece["stop"] and not (kind != OTHER and word in SHORTENED):
        tokens.append(Token(STOP, None, end, piece.end()))
    return word if kind == OTHER and not piece["stop"] else None


def _start_of_month(tokens, month, start):
    """Drop the month's other name ("يناير/كانون الثاني") from the end of `tokens`; return where the month starts."""
    names = len(tokens) - (2 if tokens and tokens[-1].kind == SLASH else 1)
    if names >= 0 and tokens[names].kind == MONTH and tokens[names].value == month:
        start = tokens[names].start
        del tokens[names:]
    return start


@lru_cache(maxsize=4096)
def folded(word):
    return fold(word[:40])
