"""The day on which the thing happened that a story tells, out of all the days it names."""

import re
from datetime import date, timedelta
from typing import NamedTuple

from icesco.text.dates import FoundDate, find_dates

from .sentences import is_announced, is_recalled, is_told

LONG_AGO = timedelta(days=60)
SOON = timedelta(days=12)  # within so many days after its event a story is printed
MOST_DAYS = 100  # the event of a story is told before it has named so many
IMPOSSIBLE = -5.0
# "mardi 18 février", "17 February": a day whose year only the date line tells.
NO_YEAR = re.compile(
    # Looked for at every place: in "mardi 18 février" the first two words are no date, the last two are.
    r"(?<![\w/.-])(?=((?:\d{1,2}(?:er|st|nd|rd|th)?[ \u00a0](?:de )?[^\W\d_]{3,}(?!\w)|"
    r"[^\W\d_]{3,}\.?[ \u00a0]\d{1,2}(?:st|nd|rd|th)?(?![\w:]))(?![,،]?\s*\d{4})))"
)


class Event(NamedTuple):
    """starts_on, ends_on: first and last day, the same for one day, or None; span: where the text says it, or None."""

    starts_on: date | None
    ends_on: date | None
    span: tuple | None


def read_event(text, language, dated_on=None):
    """The Event of a story: the day told as past, rather than one it announces or recalls.

    dated_on: the day printed with the story; the event's when the text names no day.
    """
    found = find_dates(text, language)[:MOST_DAYS]
    if dated_on:
        found += _without_year(text, language, dated_on, found)
    newest = max((day.start for day in found if not is_announced(text, day.span[0], language)), default=None)
    weighed = [(_weight(text, day, language, dated_on, newest), -day.span[0], day) for day in found]
    weight, _position, best = max(weighed, key=lambda w: w[:2], default=(IMPOSSIBLE, 0, None))
    if best is not None and weight > IMPOSSIBLE:
        return Event(best.start, best.end, best.span)
    return Event(dated_on, dated_on, None)


def wrong_weekdays(text, language):
    """Days in `text` that did not fall on the weekday it names: list of (the words, datetime.date)."""
    return [
        (" ".join(text[slice(*day.span)].split()), day.start)
        for day in find_dates(text, language)
        if day.has_wrong_weekday
    ]


def _weight(text, day, language, dated_on, newest):
    """How much `day` looks like the event's. newest: the last of the days that are not announced, or None."""
    position = day.span[0]
    weight = 0.0
    if is_announced(text, position, language):
        weight -= 10
    if is_recalled(text, position, language):
        weight -= 4
    if is_told(text, position, language):
        weight += 1
    if day.weekday is not None:
        weight += 1
    if text[:position].count("\n\n") < 2:
        weight += 1
    if dated_on is None:
        return weight - (3 if newest and day.start < newest - LONG_AGO else 0)
    if day.start > dated_on:
        return weight - 8
    if dated_on - SOON <= day.end:
        return weight + 3
    return weight - (3 if day.start < dated_on - LONG_AGO else 0)


def _without_year(text, language, dated_on, found):
    """Days named without a year, as FoundDate: the last such day before `dated_on`."""
    days = []
    for match in NO_YEAR.finditer(text):
        if any(start < match.end(1) and match.start() < end for start, end in (day.span for day in found)):
            continue
        for year in (dated_on.year, dated_on.year - 1):
            read = find_dates(f"{match[1]} {year}", language)
            if len(read) == 1 and read[0].start <= dated_on:
                days.append(FoundDate(read[0].start, read[0].end, None, match.span(1)))
                break
    return days
