"""Pages of a list: by cursors both ways, at any depth for the same cost, never counted."""

from http import HTTPStatus

from django.http import Http404

from news.paging import KeysetPage

from .addresses import api_url
from .parameters import limit_in
from .problems import Problem

PAGING = ("limit", "after", "before")


class CursorPage(KeysetPage):
    """The rows that `limit`, `after` and `before` in a QueryDict ask for; order as for KeysetPage.

    Raises Problem on a cursor that no answer ever gave.
    """

    def __init__(self, rows, params, usual, order=None):
        self.rows = rows
        limit, after, before = limit_in(params, usual), params.get("after", ""), params.get("before", "")
        if after and before:
            raise Problem(HTTPStatus.BAD_REQUEST, "Give either after or before, not both.", "before")
        forward = tuple(order or rows.page_order)
        self.order = flipped(forward) if before else forward
        ordered = rows.order_by(*self.order)
        if cursor := after or before:
            ordered = ordered.filter(self.beyond(self.values_of(cursor, "after" if after else "before")))
        found = list(ordered[: limit + 1])
        self.shown, has_more = found[:limit], len(found) > limit
        if before:
            self.shown.reverse()
        self.has_next = has_more or (bool(before) and bool(self.shown))
        self.has_previous = (has_more if before else bool(after)) and bool(self.shown)

    def values_of(self, cursor, name):
        try:
            return self.decode(cursor)
        except Http404 as error:
            detail = f"The parameter {name} is not a cursor of this list: take it from a link."
            raise Problem(HTTPStatus.BAD_REQUEST, detail, name) from error

    def links(self, route, params):
        """{"self", "next", "prev"}: absolute addresses of this page and its neighbours, those that there are."""
        asked = {name: params[name] for name in params}
        kept = {name: value for name, value in asked.items() if name not in {"after", "before"}}
        links = {"self": api_url(route, **asked)}
        if self.has_next:
            links["next"] = api_url(route, **kept, after=self.encode(self.shown[-1]))
        if self.has_previous:
            links["prev"] = api_url(route, **kept, before=self.encode(self.shown[0]))
        return links


def flipped(order):
    """The same order the other way round."""
    return tuple(name[1:] if name.startswith("-") else f"-{name}" for name in order)


def page_data(items, links):
    """A page as the API writes it, with null where there is no neighbour."""
    return {"items": items, "links": {name: links.get(name) for name in ("self", "next", "prev")}}


def other_pages(links):
    """What of the links goes into the Link header."""
    return {name: url for name, url in links.items() if name != "self"}
