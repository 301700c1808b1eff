"""Dates that one text has and the other has not."""

from django.utils.translation import gettext as _

from .days import days_without_year, full_dates
from .items import Finding


def check(pair):
    """Findings for the days that are missing from the translation, then for those that only it has.

    A range is the same as its two ends, and a day without a year the same as that day of any year.
    """
    source = [(row, row.source, days) for row in pair.rows for days in all_days(row.source, pair.source_language)]
    target = [(row, row.target, days) for row in pair.rows for days in all_days(row.target, pair.language)]
    missing = _("The date “%(date)s” of the source is missing from the translation.")
    added = _("The date “%(date)s” of the translation is not in the source.")
    yield from _findings(source, target, missing)
    yield from _findings(target, source, added)


def all_days(text, language):
    """The Days of `text`, those with a year first."""
    full = list(full_dates(text, language))
    return full + list(days_without_year(text, language, [days.span for days in full]))


def _findings(these, others, sentence):
    known = {end for _row, _text, days in others for end in days.ends}
    known_days = {end[1:] for end in known}
    without_year = {end[1:] for end in known if not end[0]}
    for row, text, days in these:
        if not all(_is_known(end, known, known_days, without_year) for end in days.ends):
            written = " ".join(text[slice(*days.span)].split())
            yield Finding("dates", days.detail, sentence % {"date": written}, row.key)


def _is_known(end, known, known_days, without_year):
    year, day = end[0], end[1:]
    return end in known or day in without_year or (not year and day in known_days)
