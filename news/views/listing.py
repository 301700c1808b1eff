"""Lists of stories, newest first: all with filters, and month by month."""

from datetime import date, timedelta

from django.http import Http404, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.views.decorators.http import require_safe

from ..filters import NewsFilters
from ..models import Edition
from ..paging import KeysetPage, relative_url


@require_safe
def edition_list(request):
    filters = NewsFilters(request.GET, request.LANGUAGE_CODE)
    kept = filters.query()
    if filters.moved:
        return HttpResponsePermanentRedirect(reverse("news:edition_list") + relative_url(kept))
    page = KeysetPage(filters.rows(), request.GET, per_page=20, kept=kept)
    context = {
        "page": page,
        "filters": filters,
        "alternates": filters.alternates(),
        "equivalents": filters.equivalents(),
    }
    return render(request, "news/edition_list.html", context)


@require_safe
def month_archive(request, year, month):
    language = request.LANGUAGE_CODE
    first, last = month_or_404(year, month)
    live = Edition.objects.live()
    in_month = live.filter(permalink_on__range=(first, last))
    languages = set(in_month.order_by().values_list("language", flat=True).distinct())
    if language not in languages:
        raise Http404
    here = live.filter(language=language).order_by("permalink_on")
    context = {
        "month": first,
        "page": KeysetPage(in_month.filter(language=language).for_cards(language), request.GET),
        "previous": here.filter(permalink_on__lt=first).values_list("permalink_on", flat=True).last(),
        "next": here.filter(permalink_on__gt=last).values_list("permalink_on", flat=True).first(),
        "alternates": {other: month_address(other, year, month) for other in sorted(languages)},
    }
    return render(request, "news/month_archive.html", context)


def month_or_404(year, month):
    """The first and the last day of a month, given as two integers."""
    try:
        first = date(year, month, 1)
        return first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    except (ValueError, OverflowError) as error:
        raise Http404 from error


def month_address(language, year, month):
    with translation.override(language):
        return reverse("news:month_archive", args=[year, month])
