"""The calendar of the desk: what is to come, by day in Rabat, a month on each page."""

import re
from datetime import date

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.template.response import TemplateResponse
from django.urls import path
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from people.languages import LANGUAGES, language_name

from ..to_come import agenda

MONTHS_AHEAD = 24


class CalendarPages:
    """For ArticleAdmin: article/calendar/?month=2026-12&language=ar."""

    def get_urls(self):
        view = self.admin_site.admin_view(require_safe(self.calendar_view))
        return [path("calendar/", view, name="news_calendar"), *super().get_urls()]

    def calendar_view(self, request):
        if not self.has_view_permission(request):
            raise PermissionDenied
        today = timezone.localdate()
        current = today.replace(day=1)
        month, language = asked_month(request, current), request.GET.get("language", "")
        if language and language not in LANGUAGES:
            raise Http404
        context = {
            **self.admin_site.each_context(request),
            "title": _("Calendar of what is to come"),
            "opts": self.opts,
            "month_name": date_format(month, "YEAR_MONTH_FORMAT"),
            "agenda": agenda(month, language or None),
            "earlier": address(month_after(month, -1), language) if month > current else "",
            "later": address(month_after(month, 1), language) if month < month_after(current, MONTHS_AHEAD) else "",
            "choices": language_choices(month, language),
        }
        return TemplateResponse(request, "admin/news/article/calendar.html", context)


def asked_month(request, current):
    """The first day of the month in the address, from the `current` one on; raises Http404."""
    value = request.GET.get("month", "")
    if not value:
        return current
    if not re.fullmatch("[0-9]{4}-(0[1-9]|1[0-2])", value, re.ASCII):
        raise Http404
    year, number = map(int, value.split("-"))
    if not current <= (month := date(max(year, 1), number, 1)) <= month_after(current, MONTHS_AHEAD):
        raise Http404
    return month


def month_after(month, count):
    """The first day of the month `count` months after the date `month`."""
    months = month.year * 12 + month.month - 1 + count
    return date(months // 12, months % 12 + 1, 1)


def address(month, language):
    return "?" + urlencode({"month": f"{month:%Y-%m}", **({"language": language} if language else {})})


def language_choices(month, chosen):
    """[(address, name, whether it is chosen)] of the filter."""
    choices = [("", _("All languages")), *((code, language_name(code)) for code in LANGUAGES)]
    return [(address(month, code), name, code == chosen) for code, name in choices]
