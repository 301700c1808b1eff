"""The numbers that a text writes in figures, read as any of the three languages may write them."""

import re
from decimal import Decimal
from typing import NamedTuple

from icesco.text.characters import without_invisible
from icesco.text.digits import ascii_digits
from icesco.text.folding import fold

from .number_words import MULTIPLIERS

BLANK = "[ \u00a0\u2007\u2009\u202f]"
# Figures of an address or a telephone are no number of the story.
NO_NUMBERS = re.compile(
    r"(?:https?://|www\.)\S+|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+"
    r"|(?<!\w)(?<!\d\s)(?:\+|00)\d(?:[ .()\u00a0\u2009\u202f-]{0,2}\d){6,14}(?!\d)"
)
ORDINAL = "(?:ᵉʳ?|st|nd|rd|th|ers?|ères?|res?|e|è|es|ème|èmes|eme|ième|ièmes|nde?|º)"
NUMBER = re.compile(
    rf"""
    (?<![\d.,:])(?P<hour>[01]?\d|2[0-3])
        (?: :(?P<minute>[0-5]\d)(?![\d:]) | {BLANK}?[hH](?:{BLANK}?(?P<minutes>[0-5]\d)(?!\d))?(?![^\W\d_]) )
    | (?<!\d)(?P<grouped>\d{{1,3}}(?P<sign>[,.٬،'’]|{BLANK})\d{{3}}(?:(?P=sign)\d{{3}})*)(?!\d)(?:[.,٫](?P<rest>\d+))?
    | (?P<whole>\d+)(?P<sign_of_fraction>[.,٫،])(?P<fraction>\d{{1,3}})(?!\d)
    | (?P<plain>\d+)
    """,
    re.VERBOSE,
)
BEHIND = re.compile(
    rf"(?P<ordinal>-?{ORDINAL}(?![^\W_]))|(?P<clock>{BLANK}?(?:[ap]\.?m\b|heures?\b|o['’]clock|صباح|مساء|ظهر|عصر|بعد))"
    rf"|[^\S\n]?(?P<word>[^\W\d_]+)"
)
GLUED = re.compile("[A-Za-zÀ-ÿ]-?$")  # COP29, COVID-19
YEARS_BEGIN = re.compile(r"(?<!\d)((?:19|20)\d\d)[-–/]$")  # 2024-25
CLOCK_BEFORE = re.compile(r"الساعة\s$")
ROMAN = re.compile(rf"(?<!\w)(?:[IVXL]{{2,7}}|[IVXL]{{1,7}}(?={ORDINAL}\b)){ORDINAL}?(?!\w)")
ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50}
SHORT_MULTIPLIERS = {"k": "thousand", "m": "million"}
LONGEST_COUNTED = 12  # digits: a longer number is a code, which no word multiplies


class Figure(NamedTuple):
    """A number in figures. value: "1200", "3.5"; readings: frozensets of values, each of which says the same number.

    is_loose: an ordinal, or part of a word ("45th", "COP29"), which another language may well say without figures.
    span: offsets in the readable() text.
    """

    written: str
    value: str
    readings: tuple
    is_loose: bool
    span: tuple

    def is_in(self, values):
        """Whether `values`, a set of str, have this number in one of its readings."""
        return any(reading <= values for reading in self.readings)


def readable(text):
    """`text` as figures() reads it: ASCII digits, nothing invisible."""
    return without_invisible(ascii_digits(text))


def figures(text):
    """The Figures of a readable() text, in its order; the same in all languages."""
    start, found = 0, []
    for gap in [*NO_NUMBERS.finditer(text), None]:
        end = gap.start() if gap else len(text)
        for match in NUMBER.finditer(text, start, end):
            found += _of_match(match, text)
        start = gap.end() if gap else end
    return found


def roman_values(text):
    """The values, str, of the Roman numerals in `text`."""
    return {str(_roman(match[0])) for match in ROMAN.finditer(text)}


def _roman(numeral):
    digits = [ROMAN_VALUES[letter] for letter in numeral if letter in ROMAN_VALUES]
    return sum(
        -digit if digit < following else digit for digit, following in zip(digits, [*digits[1:], 0], strict=True)
    )


def _of_match(match, text):
    if match["hour"]:
        yield _figure(match.group("hour"), _at_any_half_day(match["hour"]), match.span("hour"))
        group = "minute" if match["minute"] else "minutes"
        if match[group] and match[group] != "00":
            yield _figure(match[group], [{_plain(match[group])}], match.span(group))
        return
    before = text[max(match.start() - 8, 0) : match.start()]
    behind = BEHIND.match(text, match.end())
    readings = _readings(match, behind)
    is_loose = bool(GLUED.search(before))
    if match["plain"] and (years := YEARS_BEGIN.search(before)) and len(match["plain"]) == 2:
        readings.append({years[1][:2] + match["plain"]})
    if (behind and behind["clock"]) or CLOCK_BEFORE.search(before):
        readings += _at_any_half_day(match[0])
    elif behind and behind["ordinal"]:
        is_loose = True
    elif behind and behind["word"]:
        readings = _multiplied(readings, behind["word"])
    yield _figure(match[0], readings, match.span(), is_loose)


def _figure(written, readings, span, is_loose=False):
    readings = tuple(map(frozenset, readings))
    value = next(iter(readings[0])) if len(readings[0]) == 1 else written
    return Figure(written, value, readings, is_loose, span)


def _readings(match, behind):
    """The sets of values that the match may stand for, the likeliest first; behind: the match of BEHIND or None."""
    if match["plain"]:
        return [{_plain(match["plain"])}]
    if match["whole"]:
        readings = [{_decimal(match["whole"], match["fraction"])}]
        # «12،15» may be two numbers, and half past ten is 10.30 to the British.
        if match["sign_of_fraction"] == "،" or (behind and behind["clock"]):
            readings.append({_plain(match["whole"]), _plain(match["fraction"])})
        return readings
    parts = match["grouped"].split(match["sign"])
    readings = [{_decimal("".join(parts), match["rest"] or "")}]
    if len(parts) == 2 and match["sign"] in ".,،" and not match["rest"]:
        readings.append({_decimal(*parts)})
    if match["sign"].isspace():
        readings.append({_plain(part) for part in parts})
    return readings


def _plain(digits):
    return digits.lstrip("0") or "0"


def _decimal(whole, fraction):
    fraction = fraction.rstrip("0")
    return f"{_plain(whole)}.{fraction}" if fraction else _plain(whole)


def _at_any_half_day(hour):
    """The readings of an hour, which one language counts to 12 and the other to 24."""
    if len(hour) > 2 or int(hour) > 24:
        return [{_plain(hour)}] if hour.isdigit() else []
    return [{str(int(hour))}, {str(int(hour) % 12)}, {str(int(hour) % 12 + 12)}]


def _multiplied(readings, word):
    """The readings with the word behind the figures: 5 and "million", or «مليون»; "5m" may be five metres too."""
    folded = fold(word[:20])
    if folded in SHORT_MULTIPLIERS:
        return readings + _multiplied(readings, SHORT_MULTIPLIERS[folded])
    factor = MULTIPLIERS.get(folded, MULTIPLIERS.get(folded.removesuffix("s")))
    if not factor:
        return readings
    return [{_times(value, factor) for value in reading} for reading in readings if len(reading) == 1] or readings


def _times(value, factor):
    if len(value) > LONGEST_COUNTED:
        return value
    return _decimal(*f"{Decimal(value) * factor:f}".split(".")) if "." in value else str(int(value) * factor)
