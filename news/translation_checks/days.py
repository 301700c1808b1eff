"""The days that a text names, with a year and without."""

from dataclasses import dataclass

from icesco.text.calendar_words import AND, MONTH, TO
from icesco.text.date_tokens import COMMA, DAY, STOP, YEAR, tokens_of
from icesco.text.dates import find_dates

ENDS_A_DATE = (STOP, COMMA, AND, TO)


@dataclass(frozen=True)
class Days:
    """A day, or days in a row, of a text.

    ends: first and last day as (year, month, day); year is 0 where none is said. span: offsets (from, to) in the text.
    """

    ends: tuple[tuple[int, int, int], tuple[int, int, int]]
    span: tuple[int, int]

    @property
    def detail(self):
        """Its ISO form: "2025-03-03", "2025-03-03/2025-03-05", "--03-03" without a year."""
        return "/".join(dict.fromkeys(_iso(*end) for end in self.ends))


def _iso(year, month, day):
    return f"{year or '-'}-{month:02}-{day:02}"


def full_dates(text, language):
    """Days with a year, in the text's order."""
    for found in find_dates(text, language):
        ends = tuple((day.year, day.month, day.day) for day in (found.start, found.end))
        yield Days(ends, found.span)


def days_without_year(text, language, taken):
    """Days of a month whose year isn't said, one by one. taken: the spans of the full dates.

    Left out is what may be read in two ways: "on 5 March 17 people came", "in March 20 countries agreed".
    """
    inside = {position for start, end in taken for position in range(start, end)}
    tokens = [token for token in tokens_of(text, language) if token.start not in inside]
    kinds = "".join(token.kind for token in tokens)
    for index, token in enumerate(tokens):
        if token.kind == MONTH:
            yield from _days_of_month(tokens, kinds, index, language)


def _days_of_month(tokens, kinds, index, language):
    month, before, after = tokens[index], kinds[index - 1 : index], kinds[index + 1 : index + 2]
    if before == DAY and after not in (DAY, YEAR):
        for day in _joined_days(tokens, kinds, index - 1):
            yield _without_year(month, day, (day.start, max(day.end, month.end)))
    elif after == DAY and before != DAY and language == "en" and kinds[index + 2 : index + 3] in ("", *ENDS_A_DATE):
        day = tokens[index + 1]
        yield _without_year(month, day, (month.start, day.end))


def _joined_days(tokens, kinds, index):
    """The day at `index`, and the earlier ones that are joined to it: "25, 26 and 27 February"."""
    days = [tokens[index]]
    while (
        index >= 2
        and kinds[index - 2 : index] in (DAY + AND, DAY + TO, DAY + COMMA)
        and tokens[index - 2].value < days[-1].value
    ):
        index -= 2
        days.append(tokens[index])
    return reversed(days)


def _without_year(month, day, span):
    ends = (0, month.value, day.value)
    return Days((ends, ends), span)
