"""Pages of a list in a fixed order: by number for the first fifty, then by a cursor, never by counting at depth."""

import base64
import re
from datetime import UTC, date, datetime
from functools import cached_property
from urllib.parse import urlencode

from django.core.exceptions import ValidationError
from django.db.models import Q
from django.http import Http404
from django.utils.timezone import is_naive

from icesco.text.characters import UnsafeCharacter, refuse_unsafe

MOST_PAGES = 50
MOST_COUNTED = 1_000
MOST_CURSOR_LENGTH = 1_200
BIGGEST_KEY = 2**63 - 1
SEPARATOR = "\x1f"  # no text of ours may hold it: see icesco.text.characters


def only_value(params, name):
    """The one value of the parameter `name` in a QueryDict, or '' when missing or empty. Http404 when repeated."""
    values = params.getlist(name)
    if len(values) > 1:
        raise Http404
    return values[0] if values else ""


class KeysetPage:
    """One page of `rows`: iterate over it for the rows.

    rows: a queryset whose class says its order in `page_order`, else give `order`: names of columns that all go
    the same way ("-" for descending), the last one unique, none of them NULL. params: a QueryDict, of which
    `page` (1–50) and `before` (a cursor, which follows page 50) are read. kept: a dict of the other parameters that
    links to other pages keep. Raises Http404 on values it doesn't know and on pages after the last.
    """

    def __init__(self, rows, params, per_page=20, order=None, kept=None):
        self.order = order or rows.page_order
        self.rows = rows
        self.kept = kept or {}
        number, cursor = only_value(params, "page"), only_value(params, "before")
        if number and cursor:
            raise Http404
        self.number, self.cursor = None if cursor else read_number(number), cursor
        ordered = rows.order_by(*self.order)
        if cursor:
            ordered = ordered.filter(self.beyond(self.decode(cursor)))
        start = 0 if cursor else (self.number - 1) * per_page
        # One more than shown tells whether there is a next page.
        found = list(ordered[start : start + per_page + 1])
        self.shown, self.has_next = found[:per_page], len(found) > per_page
        if not self.shown and not self.is_first:
            raise Http404

    def __iter__(self):
        return iter(self.shown)

    def __len__(self):
        return len(self.shown)

    @property
    def is_first(self):
        return self.number == 1

    @cached_property
    def counted(self):
        """How many rows there are, counted no further than 1,001."""
        if self.is_first and not self.has_next:
            return len(self.shown)
        return self.rows.order_by().values("pk")[: MOST_COUNTED + 1].count()

    @property
    def next_url(self):
        """Address of the next page, relative to this one, or ''."""
        if not self.has_next:
            return ""
        if self.number and self.number < MOST_PAGES:
            return self.url(page=self.number + 1)
        return self.url(before=self.encode(self.shown[-1]))

    @property
    def previous_url(self):
        """Address of the page before, or of the first one from a page found by cursor; '' on the first."""
        if self.is_first:
            return ""
        return self.url(page=self.number - 1) if self.number and self.number > 2 else self.url()

    @property
    def own_query(self):
        """The query by which this page is known, in its plainest form: "?page=2", or ''."""
        if self.number is None:
            return relative_url({**self.kept, "before": self.cursor})
        own = {**self.kept, "page": self.number} if self.number > 1 else self.kept
        return relative_url(own) if own else ""

    def url(self, **changes):
        return relative_url({**self.kept, **changes})

    # The cursor: the last row's values of the columns that the list is sorted by

    def fields(self):
        """The model's fields for the order's columns: a list of (name, field)."""
        meta = self.rows.model._meta
        names = [name.lstrip("-") for name in self.order]
        return [(name, meta.pk if name == "pk" else meta.get_field(name)) for name in names]

    def encode(self, row):
        said = SEPARATOR.join(field.value_to_string(row) for _name, field in self.fields())
        return base64.urlsafe_b64encode(said.encode()).decode().rstrip("=")

    def decode(self, cursor):
        """The values in `cursor`, in the order's sequence. Raises Http404 on anything that encode() didn't write."""
        if len(cursor) > MOST_CURSOR_LENGTH or not re.fullmatch(r"[A-Za-z0-9_-]+", cursor):
            raise Http404
        try:
            parts = base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)).decode().split(SEPARATOR)
            values = [field.to_python(part) for (_name, field), part in zip(self.fields(), parts, strict=True)]
        except (ValueError, ValidationError, OverflowError) as error:
            raise Http404 from error
        if not all(map(is_possible, values)):
            raise Http404
        # PostgreSQL knows no offset as large as Python reads.
        return [value.astimezone(UTC) if isinstance(value, datetime) else value for value in values]

    def beyond(self, values):
        """The condition for rows that come after `values`."""
        sign = "lt" if self.order[0].startswith("-") else "gt"
        names = [name for name, _field in self.fields()]
        condition = Q(**{f"{names[-1]}__{sign}": values[-1]})
        for name, value in reversed(list(zip(names[:-1], values[:-1], strict=True))):
            condition = Q(**{f"{name}__{sign}": value}) | (Q(**{name: value}) & condition)
        # Says no more than the condition, but lets the index begin at the right row.
        return Q(**{f"{names[0]}__{sign}e": values[0]}) & condition


def read_number(value):
    """The number of a page, 1–50, for what the address says: nothing is 1. Raises Http404."""
    if not value:
        return 1
    if not re.fullmatch(r"[1-9][0-9]?", value) or int(value) > MOST_PAGES:
        raise Http404
    return int(value)


def is_possible(value):
    """Whether a value read from a cursor is one that a row can have and every database can compare."""
    if isinstance(value, datetime):
        return not is_naive(value) and 1900 <= value.year <= 9000
    if isinstance(value, date):
        return 1900 <= value.year <= 9000
    if isinstance(value, int):
        return 0 < value <= BIGGEST_KEY
    try:
        return isinstance(value, str) and refuse_unsafe(value) == value
    except UnsafeCharacter:
        return False


def relative_url(params):
    """A link to the page one is on with these parameters and no others."""
    return f"?{urlencode(params)}" if params else "./"
