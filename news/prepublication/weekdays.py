"""Whether the weekdays that a text names fit its dates."""

from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext as _

from icesco.text.dates import find_dates

from .items import warning


def weekdays(text):
    for date in find_dates(text.words, text.language):
        if date.has_wrong_weekday:
            is_start = date.weekday not in (None, date.start.weekday())
            day = date.start if is_start else date.end
            said = " ".join(text.words[date.span[0] : date.span[1]].split())
            sentence = _("The weekday in “%(date)s” is wrong: that day is a %(weekday)s.")
            yield warning(sentence % {"date": said, "weekday": WEEKDAYS[day.weekday()]}, "draft_body")
