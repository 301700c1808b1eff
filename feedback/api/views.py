"""The three things that programs read: ratings one by one, the figures of a period, the figures of its pages."""

from dataclasses import asdict
from datetime import date, datetime
from urllib.parse import urlencode

from django.conf import settings
from django.urls import reverse

from .. import metrics, report
from ..exports.report import FIGURE_COLUMNS, figure_values, total_values
from ..exports.request import MASKED, Export, iso, to_the_hour
from ..models import Scope
from ..pages import MAX_KEY_LENGTH
from ..report.by_page import page_after
from .endpoint import Answer, endpoint
from .parameters import PERIOD, filters_in, key_in, limit_in, moment_in
from .problems import bad

NARROWING = (*PERIOD, "language", "page_type")
OF_RATINGS = (*NARROWING, "device", "page", "demo", "as_of", "after", "limit")
OF_FIGURES = (*NARROWING, "device", "page", "demo", "suspects", "pool")
OF_PAGES = (*NARROWING, "demo", "suspects", "after", "limit")


@endpoint(Scope.RATINGS, *OF_RATINGS)
def ratings(request, token):
    """Ratings in the order of their keys, as they were at one moment: one query, however many there are."""
    filters, after, limit = filters_in(request.GET), key_in(request.GET), limit_in(request.GET)
    comments = MASKED if token.opens(Scope.COMMENTS) else ""
    moment, has_times = moment_in(request.GET), token.opens(Scope.TIMES)
    # By asking for moment after moment the times that were cut could be found again.
    export = Export(filters, moment if has_times else to_the_hour(moment), "raw", comments, has_times)
    rows = export.page(after, limit + 1)
    items = [{name: plain(value) for name, value in zip(export.names, row, strict=True)} for row in rows[:limit]]
    described = export.described()
    following = items[-1]["id"] if len(rows) > limit else None
    data = {
        **{name: described[name] for name in ("as_of", "comments", "times")},
        "items": items,
        "links": {"next": following_page(request, filters, after=following, as_of=described["as_of"])},
    }
    # Of which moment it was differs from call to call: a day's calls are one row of the log.
    asked = {"api": "ratings", **{name: described[name] for name in ("filters", "comments", "times")}}
    return Answer(data, asked, len(items))


@endpoint(Scope.FIGURES, *OF_FIGURES)
def figures(request, token):
    """What the dashboard shows of a period, from the same report, so under the same rule for few answers."""
    filters = filters_in(request.GET)
    found = report.read(filters)
    data = {
        "filters": told_filters(filters),
        "breaks": [day.isoformat() for day in found.breaks],
        "total": named(total_values(found)),
        "standings": {str(standing): number for standing, number in found.standings.items()},
        "rates": [{"of": rate.code, "number": rate.number, "rate": rate.rate} for rate in found.rates],
        "by_language": [coded(group) for group in found.by_language],
        "by_page_type": [coded(group) for group in found.by_page_type],
        "by_device": [coded(group) for group in found.by_device],
        "by_series": [{**coded(one), **days(one)} for one in found.by_series],
        "trend": [{**days(point), **figures_data(point.figures)} for point in found.trend],
    }
    return Answer(data, {"api": "figures", "filters": told_filters(filters)}, 1)


@endpoint(Scope.FIGURES, *OF_PAGES)
def pages(request, token):
    """The figures of each page, in the order of their keys; few answers are hidden and flagged as on the dashboard."""
    filters, limit = filters_in(request.GET), limit_in(request.GET)
    after = request.GET.get("after", "")
    if len(after) > MAX_KEY_LENGTH or "\0" in after:
        raise bad("after", "is the key of a page")
    rows, following = page_after(filters, after, limit)
    items = [{"page_key": key, "page_type": kind, **figures_data(metrics.figures(five))} for key, kind, five in rows]
    data = {
        "filters": told_filters(filters),
        "items": items,
        "links": {"next": following_page(request, filters, after=following)},
    }
    return Answer(data, {"api": "pages", "filters": told_filters(filters)}, len(items))


def figures_data(figures):
    """The figures by the names that they have in the dashboard's file; null where there are too few answers."""
    return named(figure_values(figures))


def named(values):
    return dict(zip(FIGURE_COLUMNS, values, strict=True))


def coded(group):
    return {"code": group.code, **figures_data(group.figures)}


def days(span):
    return {"start": span.start.isoformat(), "end": span.end.isoformat()}


def told_filters(filters):
    return {name: plain(value) for name, value in asdict(filters).items()}


def plain(value):
    """`value` as JSON has it: days and moments as text."""
    if isinstance(value, datetime):
        return iso(value)
    return value.isoformat() if isinstance(value, date) else value


def following_page(request, filters, **more):
    """The absolute address of the page that goes on, or None. It names the period: tomorrow's usual one is another."""
    if more["after"] is None:
        return None
    query = {**request.GET.dict(), **days(filters), **more}
    return f"{getattr(settings, 'SITE_ORIGIN', '')}{reverse(request.resolver_match.view_name)}?{urlencode(query)}"
