"""A day and a time typed in Rabat time, and what a script needs to say the same instant in the editor's own."""

import json
from datetime import UTC, datetime, timedelta
from functools import lru_cache

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

PAST, AHEAD = timedelta(days=370), timedelta(days=3 * 366)


class MomentInput(forms.DateTimeInput):
    """The browser's own field for a day and a time, in the site's time zone (js/moments.js says it in one's own)."""

    input_type = "datetime-local"

    def __init__(self, attrs=None):
        super().__init__(attrs, format="%Y-%m-%dT%H:%M")

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        context["widget"]["attrs"] |= {
            "data-rabat-offsets": json.dumps(rabat_offsets(), separators=(",", ":")),
            "data-own": _("In your time zone: {at}"),
        }
        return context


class MomentField(forms.DateTimeField):
    """An aware datetime from a time in Rabat; a time that its clocks show twice or never is refused."""

    widget = MomentInput

    def to_python(self, value):
        try:
            return super().to_python(value)
        except forms.ValidationError as error:
            if error.code != "ambiguous_timezone":
                raise
            message = _("Rabat’s clocks change that night, and this time comes twice or not at all: choose another.")
            raise forms.ValidationError(message, code=error.code) from error


def rabat_offsets(now=None):
    """The offsets of the site's time zone from a year ago to three years ahead, in the order of time.

    Returns a list of [since, offset]: since in seconds of Unix time, offset in minutes east of UTC. Morocco's clocks
    go by the lunar calendar, which browsers know less well than the server.
    """
    return list(offsets_around((now or timezone.now()).astimezone(UTC).date(), timezone.get_default_timezone()))


@lru_cache(maxsize=4)
def offsets_around(day, zone):
    """rabat_offsets() around `day`, a date in UTC, in `zone`; found day by day, then to the hour."""
    middle = datetime(day.year, day.month, day.day, tzinfo=UTC)
    instant, end, found = middle - PAST, middle + AHEAD, []
    while instant < end:
        offset = minutes_east(instant, zone)
        if not found:
            found.append([int(instant.timestamp()), offset])
        elif offset != found[-1][1]:
            hours = (instant - timedelta(hours=hour) for hour in range(23, -1, -1))
            changed = next(hour for hour in hours if minutes_east(hour, zone) == offset)
            found.append([int(changed.timestamp()), offset])
        instant += timedelta(days=1)
    return tuple(found)


def minutes_east(instant, zone):
    """How far the clocks of `zone` are ahead of UTC at `instant`, in minutes."""
    return int(instant.astimezone(zone).utcoffset().total_seconds() // 60)
