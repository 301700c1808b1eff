"""The list of all stories, newest first, with filters."""

from django.http import HttpResponsePermanentRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from ..filters import NewsFilters
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
    return TemplateResponse(request, "news/edition_list.html", context)
