"""What the parity board is asked: a period of months, and which stories of it."""

import re
from datetime import date

from django import forms
from django.utils import timezone
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from people.languages import LANGUAGES
from people.models import Sector

from ..queue.board import MOST_MONTHS, NO_SECTOR, STATES, USUAL_MONTHS, Period, months_after


class MonthField(forms.CharField):
    """A month as browsers write it, 2026-03; cleaned to its first day, or None."""

    widget = forms.TextInput(attrs={"type": "month", "placeholder": "2026-03", "size": 8, "dir": "ltr"})
    default_error_messages = {"invalid": _("Write the month as year-month, such as 2026-03.")}

    def clean(self, value):
        text = super().clean(value)
        if not text:
            return None
        found = re.fullmatch("([0-9]{4})-(0[1-9]|1[0-2])", text)
        if not found or not 1900 <= int(found[1]) <= 2200:
            raise forms.ValidationError(self.error_messages["invalid"], "invalid")
        return date(int(found[1]), int(found[2]), 1)


class BoardForm(forms.Form):
    """The period, and how its stories are laid out: by sector, or by month (of one sector)."""

    start = MonthField(label=_("From"), required=False)
    end = MonthField(label=_("To"), required=False)
    by = forms.ChoiceField(
        label=_("Rows"),
        required=False,
        choices=[("sector", pgettext_lazy("rows of the board", "sectors")), ("month", _("months"))],
    )
    sector = forms.ChoiceField(label=_("Sector"), required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.sectors = list(Sector.objects.in_order(get_language()))
        self.fields["sector"].choices = [
            ("", pgettext_lazy("filter by sector", "all")),
            *((sector.slug, str(sector)) for sector in self.sectors),
            (NO_SECTOR, _("without a sector")),
        ]

    def clean(self):
        usual = Period.usual(timezone.localdate())
        given = self.cleaned_data
        end = given.get("end") or (months_after(given["start"], USUAL_MONTHS - 1) if given.get("start") else usual.end)
        start = given.get("start") or months_after(end, 1 - USUAL_MONTHS)
        if start > end:
            self.add_error("end", _("The last month is before the first one."))
        elif months_after(start, MOST_MONTHS) <= end:
            self.add_error("end", _("Choose at most 36 months."))
        self.period = Period(start, end)
        return given

    @property
    def chosen_sector(self):
        """A Sector, NO_SECTOR or None for all."""
        slug = self.cleaned_data["sector"]
        return slug if slug == NO_SECTOR else next((s for s in self.sectors if s.slug == slug), None)


class StoriesForm(BoardForm):
    """One cell of the board."""

    language = forms.ChoiceField(choices=[(code, code) for code in LANGUAGES])
    state = forms.ChoiceField(choices=[(state, state) for state in STATES])
