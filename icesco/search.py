"""The search page, and the documents by which a browser adds the site to its search field."""

from django.http import HttpResponsePermanentRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from news.paging import relative_url
from news.search.results import Results

OPENSEARCH = "application/opensearchdescription+xml; charset=utf-8"


@require_safe
def search(request):
    results = Results(request.GET, request.LANGUAGE_CODE)
    if results.filters.moved:
        return HttpResponsePermanentRedirect(reverse("search") + relative_url(results.filters.query()))
    context = {
        "results": results,
        "page": results,
        "filters": results.filters,
        "alternates": results.filters.alternates(),
    }
    return TemplateResponse(request, "icesco/search.html", context)


@require_safe
def opensearch(request):
    """How to search in the language of the address; /opensearch.xml is in the site's first language."""
    return TemplateResponse(request, "icesco/opensearch.xml", content_type=OPENSEARCH)
