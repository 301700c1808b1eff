"""The archive: years with their months, and the stories of a month."""

from datetime import date, timedelta

from django.db.models import Exists
from django.http import Http404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import translation
from django.views.decorators.http import require_safe

from people.languages import LANGUAGES

from ..models import Edition
from ..paging import KeysetPage

MOST_YEARS = 100


@require_safe
def year_archive(request, year):
    """The months of a year that have stories, and the other years that have any."""
    language = request.LANGUAGE_CODE
    here = Edition.objects.live(language)
    newest = here.newest_first().values_list("permalink_on", flat=True).first()
    oldest = here.order_by("permalink_on").values_list("permalink_on", flat=True).first()
    if newest is None or not oldest.year <= year <= newest.year:
        raise Http404
    years = range(newest.year, max(oldest.year, newest.year - MOST_YEARS) - 1, -1)
    asked = {
        **{f"year_{other}": any_story(language, date(other, 1, 1), date(other, 12, 31)) for other in years},
        **{f"month_{month}": any_story(language, *month_or_404(year, month)) for month in range(1, 13)},
        **{f"in_{other}": any_story(other, date(year, 1, 1), date(year, 12, 31)) for other in LANGUAGES},
    }
    # Each is looked up in the index once, beside one row: to group the stories by month would read them all.
    answers = here.newest_first().annotate(**asked).values(*asked).first()
    if answers is None or not answers[f"in_{language}"]:
        raise Http404
    context = {
        "year": year,
        "years": [other for other in years if answers[f"year_{other}"]],
        "months": [(date(year, month, 1), answers[f"month_{month}"]) for month in range(1, 13)],
        "alternates": {other: archive_address(other, year) for other in LANGUAGES if answers[f"in_{other}"]},
    }
    return TemplateResponse(request, "news/year_archive.html", context)


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
        "alternates": {other: archive_address(other, year, month) for other in sorted(languages)},
    }
    return TemplateResponse(request, "news/month_archive.html", context)


def any_story(language, first, last):
    """Whether something is live in `language` whose day is between two dates, as an expression."""
    return Exists(Edition.objects.live(language).filter(permalink_on__range=(first, last)))


def month_or_404(year, month):
    """The first and the last day of a month, given as two integers."""
    try:
        first = date(year, month, 1)
        return first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    except (ValueError, OverflowError) as error:
        raise Http404 from error


def archive_address(language, year, *month):
    """The address of a year or of one of its months in `language`."""
    with translation.override(language):
        return reverse(f"news:{'month' if month else 'year'}_archive", args=[f"{year:04}", *month])
