"""Dates as newsrooms write them, found in running text in Arabic, English and French.

The text is cut into tokens, each of a kind named by one letter, and a date is a short pattern of kinds, the same for
all languages: "Tuesday, 28 January 2025" is WCDMY. Words are in calendar_words.py, tokens in date_tokens.py.
"""

import datetime
import re
from dataclasses import dataclass

from .calendar_words import AND, BETWEEN, MONTH, TO, WEEKDAY
from .date_tokens import COMMA, DAY, NUMERIC, SLASH, STOP, YEAR, tokens_of

MAX_LINE = 200


def _pattern_of_dates():
    joint = "[CAT]{1,2}"
    weekday = "(?:W[CT]{0,2})?"
    weekdays = f"(?:W(?:{joint}W){{1,6}}[CT]?)?"
    day = f"{weekday}D"
    # "Room 5, 3 March 2025" is one day: the last of several has to be joined by a word or a dash.
    days = f"(?:{day}(?:{joint}{day}){{0,5}}C?[AT]{{1,2}})?{day}"
    forms = [
        f"{weekday}DT?M(?:C?Y)?{joint}{weekday}DT?M[CT]?Y",  # 28 February to 2 March 2025
        f"{weekday}MD(?:C?Y)?{joint}{weekday}MDC?Y",  # March 30 – April 2, 2025
        f"{weekdays}{days}T?M[CT]?Y",  # 2 April 2025; 25, 26 and 27 April 2025
        f"{weekdays}{weekday}MD(?:{joint}{day}){{0,6}}C?Y",  # April 2, 2025; April 2-3, 2025
        f"{weekday}N(?:T{weekday}N)?",  # 02/04/2025
    ]
    return re.compile(f"{BETWEEN}?(?:{'|'.join(forms)})")


DATES = _pattern_of_dates()


@dataclass(frozen=True)
class FoundDate:
    """A day, or days in a row, as written in a text.

    start, end: first and last day, the same for one day. weekday, end_weekday: what the text calls them, 0 for Monday,
    None where it doesn't say (for one day end_weekday is None). span: offsets (from, to) in the text.
    """

    start: datetime.date
    end: datetime.date
    weekday: int | None
    span: tuple[int, int]
    end_weekday: int | None = None

    @property
    def has_wrong_weekday(self):
        """Whether the text names a weekday that the day does not fall on."""
        return self.weekday not in (None, self.start.weekday()) or self.end_weekday not in (None, self.end.weekday())


@dataclass
class WrittenDay:
    """One day of a date as far as it has been read."""

    number: int
    start: int
    end: int
    joint: str  # the kinds of the tokens that join it to the day before it
    month: int | None
    year: int | None
    weekday: int | None = None
    is_bare: bool = False  # a number by itself, whose month stands with a later day

    @property
    def parts(self):
        return self.year, self.month, self.number

    def follows(self, other):
        """Whether this is the day after `other`."""
        try:
            return datetime.date(*self.parts) - datetime.date(*other.parts) == datetime.timedelta(days=1)
        except ValueError:
            return False


def find_dates(text, language):
    """Return the FoundDates in `text`, in its order; they don't overlap.

    Found are days with a year (1900–2099): written out in `language` ("ar", "en" or "fr"; with another language only
    figures are read), as 02/04/2025 (day first) or as 2025-04-02. Ranges and neighbouring days ("25 and 26 February
    2025") are one date; days apart, joined by "and", are several. Dates of the Hijri calendar and impossible ones are
    left out. Takes time in proportion to the text's length.
    """
    tokens = tokens_of(text, language)
    found = []
    for match in DATES.finditer(_kinds(tokens)):
        found += _dates_in(tokens[match.start() : match.end()], text)
    return found


def dated_line(text, language):
    """Return the datetime.date when `text` is one day and nothing else ("19 février 2025"), else None."""
    if len(text) > MAX_LINE:
        return None
    kinds = _kinds(tokens_of(text, language)).strip(STOP + COMMA + TO + SLASH)
    found = find_dates(text, language) if DATES.fullmatch(kinds) else []
    return found[0].start if len(found) == 1 and found[0].start == found[0].end else None


def _kinds(tokens):
    return "".join(token.kind for token in tokens)


def _dates_in(tokens, text):
    """Return the FoundDates that the tokens of one match of DATES say."""
    found = []
    for first, last in _runs(_written_days(tokens), is_range=tokens[0].kind == BETWEEN):
        try:
            start, end = datetime.date(*first.parts), datetime.date(*last.parts)
        except ValueError:  # 31 February
            continue
        span = _span(text, min(first.start, last.start), max(first.end, last.end))
        end_weekday = last.weekday if last is not first else None
        found.append(FoundDate(start, end, first.weekday, span, end_weekday))
    return found


def _written_days(tokens):
    """Return the WrittenDays of one match of DATES, in the text's order."""
    days, weekdays, heading, joint = [], [], [], ""
    start = month = None  # where the next day's words start; its month where that comes first
    for token in tokens:
        if token.kind in (AND, TO, COMMA):
            joint += token.kind
        elif token.kind == WEEKDAY:
            start = token.start if start is None else start
            weekdays.append(token.value)
        elif token.kind in (DAY, NUMERIC):
            year, month_of_day, number = token.value if token.kind == NUMERIC else (None, month, token.value)
            day = WrittenDay(number, token.start if start is None else start, token.end, joint, month_of_day, year)
            if len(weekdays) == 1:
                day.weekday = weekdays[0]
            heading = weekdays if len(weekdays) > 1 else heading
            days.append(day)
            weekdays, joint, start = [], "", None
        elif token.kind == MONTH:
            if not _give_month(days, token):
                start = token.start if start is None else start
                month = token.value
        elif token.kind == YEAR:
            _give_year(days, token)
    _give_weekdays(days, heading)
    return days


def _give_month(days, token):
    """Set the month of the days that have none yet; return whether there were any ("25-26 February")."""
    lacking = [day for day in days if day.month is None]
    for day in lacking:
        day.month = token.value
        day.is_bare = True
    if lacking:
        days[-1].is_bare, days[-1].end = False, token.end
    return bool(lacking)


def _give_year(days, token):
    """Set the year of the days that have none yet: "30 December to 2 January 2025" starts in 2024."""
    days[-1].end = token.end
    year, later = token.value, None
    for day in reversed([day for day in days if day.year is None]):
        if later and TO in later.joint and day.month > later.month:
            year -= 1
        day.year, later = year, day


def _give_weekdays(days, heading):
    """Set the weekdays that stand before all days: "Tuesday and Wednesday, 25-26 February"."""
    if len(heading) == len(days):
        for day, weekday in zip(days, heading, strict=True):
            day.weekday = weekday
    elif len(heading) == 2:
        days[0].weekday, days[-1].weekday = heading


def _runs(days, is_range):
    """Return the (first, last) WrittenDays of each range, of neighbouring days, or of a day by itself."""
    runs = []
    for day in days:
        previous = runs[-1][-1] if runs else None
        if previous and day.parts > previous.parts and (is_range or TO in day.joint or day.follows(previous)):
            runs[-1] = (runs[-1][0], day)
        elif previous and day.parts < previous.parts and TO in day.joint and day.start - previous.end == 1:
            runs[-1] = (day, previous)  # "17-7 أبريل": a dash between figures turns round in Arabic
        elif previous and day.parts <= previous.parts and previous.is_bare:
            runs[-1] = (day, day)  # "Room 15 and 3 March": the first number was no day
        else:
            runs.append((day, day))
    return runs


def _span(text, start, end):
    """Return the offsets with the bracket that closes one inside: "الأربعاء (2 أبريل 2025)"."""
    opened = text.count("(", start, end) > text.count(")", start, end)
    return start, end + 1 if opened and text[end : end + 1] == ")" else end
