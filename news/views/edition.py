"""The page of one story in one language, and what its address answers when there is none."""

import unicodedata
from datetime import date

from django.http import Http404, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from ..addresses import gone_edition_at, live_edition_at, live_edition_with, live_elsewhere
from ..story import story_context, with_story
from .elsewhere import OtherPage, not_in_this_language


@require_safe
def edition_detail(request, year, month, day, slug):
    language = request.LANGUAGE_CODE
    day = day_or_404(year, month, day)
    normal = unicodedata.normalize("NFC", slug)
    edition = with_story(live_edition_at(language, day, normal), language).first()
    if edition is None:
        return answer_without_edition(request, language, day, normal)
    if (edition.permalink_on, edition.slug) != (day, slug):
        return HttpResponsePermanentRedirect(edition.get_absolute_url())
    return TemplateResponse(request, "news/edition_detail.html", story_context(edition))


def day_or_404(year, month, day):
    try:
        return date(year, month, day)
    except ValueError as error:
        raise Http404 from error


def answer_without_edition(request, language, day, slug):
    """410 where a text was, 301 to where it is, 404 with the languages it is in, else the plain 404.

    Drafts have no address, so nothing here can tell one from a story that doesn't exist.
    """
    if gone := gone_edition_at(language, day, slug):
        return render(request, "news/edition_gone.html", {"gone_on": gone.gone_at}, status=410)
    if moved := live_edition_with(language, slug):
        return answer_with_edition(request, moved, day, slug)
    editions = list(live_elsewhere(day, slug))
    for edition in editions:
        if edition.language == language:
            return answer_with_edition(request, edition, day, slug)
    pages = [OtherPage(edition.language, edition.title, edition.get_absolute_url()) for edition in editions]
    return not_in_this_language(request, "story", pages)


def answer_with_edition(request, edition, day, slug):
    """301 to where an edition is; its page where that is here: it became public since it was first looked for."""
    if (edition.permalink_on, edition.slug) == (day, slug):
        # A browser would keep a redirect to the same address for good, and never get there.
        return edition_detail(request, day.year, day.month, day.day, slug)
    return HttpResponsePermanentRedirect(edition.get_absolute_url())
