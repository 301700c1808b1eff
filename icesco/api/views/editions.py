"""Lists of editions and single ones."""

from http import HTTPStatus

from django.http import Http404, QueryDict

from news.filters import NAMES, NewsFilters
from news.models import Edition
from news.paging import BIGGEST_KEY
from news.standing import CHANGE_ORDER, changed_since, standings
from news.story import with_story
from people.languages import LANGUAGES

from ..addresses import api_url
from ..editions import edition_data, edition_summary, moment, with_summary
from ..endpoint import Answer, Moved, endpoint
from ..pages import PAGING, CursorPage, other_pages, page_data
from ..parameters import bad, language_in, moment_in
from ..problems import Problem, no_such_thing

USUAL = 20


@endpoint("language", *NAMES, "updated_since", *PAGING)
def edition_list(request):
    """Newest first, or with `updated_since` in the order of their last changes."""
    params = request.GET
    language = language_in(params)
    if since := moment_in(params, "updated_since"):
        if filtered := [name for name in NAMES if name in params]:
            raise bad(filtered[0], "can’t be combined with updated_since")
        rows = with_summary(changed_since(language, since), language)
        page = CursorPage(rows, params, USUAL, CHANGE_ORDER)
    else:
        filters = chosen_filters(params, language)
        if filters.moved:
            kept = {name: params[name] for name in params if name not in NAMES}
            return Moved(api_url("edition_list", **kept, **filters.query()))
        page = CursorPage(listed(filters, language), params, USUAL)
    editions = [getattr(row, "edition", row) for row in page]
    known = standings(editions) if editions else {}
    links = page.links("edition_list", params)
    items = [edition_summary(edition, known[edition.pk]) for edition in editions]
    return Answer(page_data(items, links), language, links=other_pages(links))


def chosen_filters(params, language):
    """The NewsFilters that the address asks for. Raises Problem: 400 for what is no year, 404 for what isn't there."""
    filters = NewsFilters(QueryDict(), language)
    for name in NAMES:
        if name not in params:
            continue
        try:
            filters.choose(name, params[name])
        except Http404 as error:
            if name == "year":
                raise bad(name, "is a year in four digits") from error
            detail = f"The parameter {name} names nothing that is public in this language."
            raise Problem(HTTPStatus.NOT_FOUND, detail, name) from error
    return filters


def listed(filters, language):
    """The rows of the filtered list with what a summary needs: Editions, or Listings when a subject is chosen."""
    rows = filters.rows()
    if rows.model is Edition:
        return with_summary(rows, language)
    return with_summary(rows, language, "edition__", "permalink_on", "first_public_at")


@endpoint()
def edition_detail(request, article, language):
    """One edition with its whole text; 410 once it is public no more."""
    if language not in LANGUAGES or article > BIGGEST_KEY:
        raise no_such_thing("edition")
    edition = with_story(Edition.objects.live(language).filter(article=article), language).first()
    if edition is None:
        raise gone_or_missing(article, language)
    standing = standings([edition])[edition.pk]
    return Answer(edition_data(edition, standing), language, standing.touched_at)


def gone_or_missing(article, language):
    """The Problem: 410 with the time for a text that was public, else the same 404 for a draft as for nothing."""
    once = Edition.objects.filter(article=article, language=language, first_public_at__isnull=False)
    edition = once.only("visibility", "withdrawn_at", "expires_at").first()
    if edition is None or edition.gone_at is None:
        return no_such_thing("edition")
    detail = f"This edition was taken down at {moment(edition.gone_at)}. Please take it down as well."
    return Problem(HTTPStatus.GONE, detail)
