"""Weekdays that one text names and the other doesn't, and those that don't fit their date."""

import re

from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext as _

from icesco.text.calendar_words import WEEKDAY
from icesco.text.calendar_words import WEEKDAYS as NAMES
from icesco.text.date_tokens import tokens_of
from icesco.text.dates import find_dates
from icesco.text.folding import fold

from ..matcher.tokens import words
from .items import Finding

# The full names only: "Sat", "mar" and أحد say other things as well.
FULL_NAMES = {
    language: {fold(names[0]): number for number, names in enumerate(week)} for language, week in NAMES.items()
}
THE_TWO = {fold(prefix + "الاثنين") for prefix in ("", "و", "ف", "ب", "ك")}
BEFORE_A_DAY = set(fold("يوم يومي أيام صباح مساء ظهر عصر ليلة فجر غد أمس نهار").split())
ARABIC_PREFIX = re.compile("^[وف]?[بلك]?")


def check(pair):
    yield from named(pair)
    yield from misdated(pair)


def named(pair):
    """Findings for weekdays that are missing from the translation, then for those that only it has."""
    source = [found for row in pair.rows for found in weekdays_of(row.key, row.source, pair.source_language)]
    target = [found for row in pair.rows for found in weekdays_of(row.key, row.target, pair.language)]
    missing = _("The weekday “%(weekday)s” of the source is missing from the translation.")
    added = _("The weekday “%(weekday)s” of the translation is not in the source.")
    for these, others, sentence in ((source, target, missing), (target, source, added)):
        known = {number for _key, number, _word, _is_full in others}
        for key, number, word, is_full in these:
            if is_full and number not in known:
                yield Finding("weekdays", f"weekday {number}", sentence % {"weekday": word}, key)


def weekdays_of(key, text, language):
    """(key, 0 for Monday, the word, whether it can be nothing else) of each weekday in `text`."""
    read = words(text)
    for index, word in enumerate(read):
        number = full_name(word.folded, language)
        if number is not None:
            is_sure = word.folded not in THE_TWO or is_a_day(read, index)
            yield key, number, text[word.start : word.end], is_sure
    for token in tokens_of(text, language):
        if token.kind == WEEKDAY:
            yield key, token.value, text[token.start : token.end], False


def is_a_day(read, index):
    """Whether a word that also means "the two" is a weekday by the words beside it."""
    before = {ARABIC_PREFIX.sub("", word.folded) for word in read[max(index - 2, 0) : index]}
    return bool(before & BEFORE_A_DAY) or any(word.folded.isdigit() for word in read[index + 1 : index + 2])


def full_name(word, language):
    """The number of the weekday that a folded word names in full, in the plural or behind an Arabic prefix too."""
    names = FULL_NAMES[language]
    bare = ARABIC_PREFIX.sub("", word) if language == "ar" else word.removesuffix("s")
    return names.get(word, names.get(bare))


def misdated(pair):
    """Findings for the dates of the translation that don't fall on the weekday it names."""
    sentence = _("The weekday in “%(date)s” is wrong: that day is a %(weekday)s.")
    for row in pair.rows:
        for date in find_dates(row.target, pair.language):
            if date.has_wrong_weekday:
                is_start = date.weekday not in (None, date.start.weekday())
                day = date.start if is_start else date.end
                said = " ".join(row.target[slice(*date.span)].split())
                shown = {"date": said, "weekday": WEEKDAYS[day.weekday()]}
                yield Finding("weekday_date", day.isoformat(), sentence % shown, row.key)
