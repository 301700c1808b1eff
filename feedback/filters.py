"""Which ratings the dashboard is about: the analyst's choice of period, language, page type and demo data."""

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from urllib.parse import urlencode

from django import forms
from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from . import pages
from .models import DailyCount, PageCount, Rating, Standing, day_of

FIRST_DAY = date(2000, 1, 1)
MAX_DAYS = 3660  # ten years: a chart of weeks stays readable
DEFAULT_DAYS = 30
PRESETS = {30: _("Last 30 days"), 90: _("Last 90 days"), 365: _("Last 365 days")}
DEMO_CHOICES = [("include", _("Included")), ("exclude", _("Left out"))]


@dataclass(frozen=True)
class Filters:
    """A period, both days included; '' for every language, page type, device or page.

    has_suspects: answers set apart count too; is_pooled: scores are added up across a change of the question.
    """

    start: date
    end: date
    language: str = ""
    page_type: str = ""
    has_demo: bool = True
    device: str = ""
    has_suspects: bool = False
    is_pooled: bool = False
    page_key: str = ""

    @property
    def days(self):
        """Number of days of the period."""
        return (self.end - self.start).days + 1

    @property
    def query(self):
        """The filters as a query string that DashboardForm reads back."""
        return urlencode(self.fields)

    @property
    def fields(self):
        """The filters as DashboardForm reads them back: {name: text}."""
        return {
            "start": self.start.isoformat(),
            "end": self.end.isoformat(),
            "language": self.language,
            "page_type": self.page_type,
            "demo": "include" if self.has_demo else "exclude",
            "device": self.device,
            "suspects": "include" if self.has_suspects else "exclude",
            **({"page": self.page_key} if self.page_key else {}),
            **({"pool": "1"} if self.is_pooled else {}),
        }

    def narrow(self, rows):
        """The `rows`, a queryset of ratings or counts, that these filters choose, wherever they stand."""
        rows = rows.filter(rated_on__range=(self.start, self.end))
        if self.language:
            rows = rows.filter(language=self.language)
        if self.page_type:
            rows = rows.filter(page_type=self.page_type)
        if self.page_key:
            rows = rows.filter(page_key=self.page_key)
        if self.device:
            rows = rows.filter(device=self.device)
        return rows if self.has_demo else rows.filter(is_demo=False)

    def figures(self, counts):
        """The `counts`, a queryset, of answers that are in the figures: those set apart only when asked for."""
        return self.narrow(counts).filter(standing__in=self.standings)

    @property
    def table(self):
        """The roll-up that knows what these filters ask for."""
        return PageCount if self.page_key else DailyCount

    def counts(self):
        """The counts that these filters choose, of answers in the figures."""
        return self.figures(self.table.objects.all())

    def figures_by_page(self, counts):
        """The same of counts by page, which don't know devices."""
        return replace(self, device="").figures(counts)

    @property
    def standings(self):
        return [Standing.COUNTED, *([Standing.QUARANTINED] if self.has_suspects else [])]


class DayField(forms.DateField):
    """A day as 2026-03-09 in ASCII digits, whatever the language of the interface."""

    def __init__(self, **options):
        widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date", "dir": "ltr"})
        super().__init__(
            input_formats=["%Y-%m-%d"],
            widget=widget,
            error_messages={"invalid": _("Write the day as year-month-day, such as 2026-03-09.")},
            **options,
        )

    def to_python(self, value):
        if value and not re.fullmatch(r"\d{4}-\d\d-\d\d", str(value), re.ASCII):
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid")
        return super().to_python(value)


class DashboardForm(forms.Form):
    """The dashboard's filters; `filters()` answers them once the form is valid. Missing values take their defaults."""

    start = DayField(label=_("From"), required=False)
    end = DayField(label=_("To"), required=False)
    language = forms.ChoiceField(label=_("Language"), required=False)
    page_type = forms.ChoiceField(label=_("Page type"), required=False)
    device = forms.ChoiceField(
        label=_("Device"), choices=[("", _("All devices")), *Rating.Device.choices], required=False
    )
    page = forms.CharField(
        label=_("Page"),
        max_length=pages.MAX_KEY_LENGTH,
        required=False,
        widget=forms.TextInput(attrs={"dir": "ltr"}),
        help_text=_("The key of one page, such as article:12; the lists of pages below link to each."),
    )
    demo = forms.ChoiceField(label=_("Demo data"), choices=DEMO_CHOICES, required=False)
    suspects = forms.ChoiceField(
        label=_("Answers set apart"),
        choices=DEMO_CHOICES,
        required=False,
        help_text=_("Answers that look like a program’s. Somebody can count them again."),
    )
    # Asked for by a link where the question changed within the period.
    pool = forms.BooleanField(required=False, widget=forms.HiddenInput)

    def __init__(self, data, **options):
        self.today = day_of(timezone.now())
        shown = {
            "start": (self.today - timedelta(days=DEFAULT_DAYS - 1)).isoformat(),
            "end": self.today.isoformat(),
            "demo": "include",
            "suspects": "exclude",
            **{name: data[name] for name in self.base_fields if data.get(name)},
        }
        super().__init__(shown, **options)
        self.fields["language"].choices = [("", _("All languages")), *settings.LANGUAGES]
        self.fields["page_type"].choices = [("", _("All page types")), *known_page_types().items()]

    def clean(self):
        if self.cleaned_data.get("page") and self.cleaned_data.get("device"):
            self.add_error("device", _("Single pages are not counted by device: choose one of the two."))
        start, end = self.cleaned_data.get("start"), self.cleaned_data.get("end")
        if not (start and end):
            return
        if start > end:
            self.add_error("end", _("The period ends before it begins."))
        elif start < FIRST_DAY:
            self.add_error("start", _("There are no ratings so long ago. Choose a later day."))
        elif end > self.today:
            self.add_error("end", _("This day is still to come. Choose today or an earlier day."))
        elif (end - start).days >= MAX_DAYS:
            self.add_error("start", _("The period is too long: choose at most ten years."))

    def filters(self):
        """The Filters chosen, of a valid form."""
        chosen = self.cleaned_data
        return Filters(
            chosen["start"],
            chosen["end"],
            chosen["language"],
            chosen["page_type"],
            chosen["demo"] == "include",
            chosen["device"],
            chosen["suspects"] == "include",
            chosen["pool"],
            chosen["page"],
        )

    def presets(self):
        """Links to the usual periods up to today, the other filters kept: a list of (name, query, is_current)."""
        kept = {
            name: self.data.get(name, "") for name in ("language", "page_type", "device", "page", "demo", "suspects")
        }
        links = []
        for days, name in PRESETS.items():
            period = {"start": (self.today - timedelta(days=days - 1)).isoformat(), "end": self.today.isoformat()}
            is_current = all(self.data[key] == value for key, value in period.items())
            links.append((name, urlencode({**period, **kept}), is_current))
        return links


def known_page_types():
    """Page types by name: those the project names and those that were ever rated: {type: name}."""
    names = pages.type_labels()
    for page_type in DailyCount.objects.order_by().values_list("page_type", flat=True).distinct():
        names.setdefault(page_type, page_type)
    return dict(sorted(names.items(), key=lambda item: str(item[1])))
