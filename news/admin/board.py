"""The parity board: how each language stands by sector and month, down to the stories; as CSV too."""

from datetime import UTC
from urllib.parse import urlencode

from django.http import Http404
from django.template.response import TemplateResponse
from django.urls import path
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from people.languages import LANGUAGES, language_name

from ..forms.board import BoardForm, StoriesForm
from ..models import WorkItem
from ..queue.board import (
    NO_SECTOR,
    STATES,
    Cell,
    by_month,
    by_sector,
    by_sector_and_month,
    items_of,
    totals,
)
from ..queue.rows import rows_of, title_for, titles_of
from ..queue.words import STATE_SIGNS, age
from .download import csv_download

MOST_STORIES = 200
BATCH = 500
BOARD_COLUMNS = ["sector", "month", "language", *(f"{s}{part}" for s in STATES for part in ("", "_oldest"))]
STORY_COLUMNS = ["article", "language", "state", "work", "since", "month", "title_language", "title"]


class BoardPages:
    """For ArticleAdmin: article/board/ and the stories of one of its cells."""

    def get_urls(self):
        def own(route, view, name):
            return path(route, self.admin_site.admin_view(require_safe(view)), name=f"news_board{name}")

        return [
            own("board/", self.board_view, ""),
            own("board.csv", self.board_csv_view, "_csv"),
            own("board/stories/", self.stories_view, "_stories"),
            own("board/stories.csv", self.stories_csv_view, "_stories_csv"),
            *super().get_urls(),
        ]

    def board_view(self, request):
        """How far each language is in a period; 422 with the form kept when the question makes no sense."""
        context = self.desk_context(request, _("Parity board"))
        form = BoardForm(request.GET)
        context |= {"form": form, "columns": [language_name(code) for code in LANGUAGES], "states": legend()}
        if not form.is_valid():
            return TemplateResponse(request, "admin/news/article/board.html", context, status=422)
        now = timezone.now()
        context |= {
            "rows": month_rows(form, now) if form.cleaned_data["by"] == "month" else sector_rows(form, now),
            "by_month": form.cleaned_data["by"] == "month",
            "period": form.period,
            "chosen_sector": form.chosen_sector,
            "query": urlencode(period_query(form)),
        }
        return TemplateResponse(request, "admin/news/article/board.html", context)

    def board_csv_view(self, request):
        form = self.read_or_refuse(request, BoardForm)
        return csv_download(
            BOARD_COLUMNS, board_lines(form), f"board-{form.period.start:%Y-%m}-{form.period.end:%Y-%m}.csv"
        )

    def stories_view(self, request):
        """The stories of one cell, those longest in its state first."""
        form = self.read_or_refuse(request, StoriesForm)
        items = list(cell_items(form).order_by("since", "pk")[: MOST_STORIES + 1])
        language, state = form.cleaned_data["language"], form.cleaned_data["state"]
        context = self.desk_context(
            request,
            _("Parity board: stories"),
            rows=rows_of(items[:MOST_STORIES], timezone.now()),
            is_cut=len(items) > MOST_STORIES,
            most=MOST_STORIES,
            language_asked=language_name(language),
            state=WorkItem.State(state).label,
            sign=STATE_SIGNS[state],
            sector=form.chosen_sector,
            period=form.period,
            query=request.GET.urlencode(),
            board_query=urlencode(period_query(form)),
        )
        return TemplateResponse(request, "admin/news/article/board_stories.html", context)

    def stories_csv_view(self, request):
        form = self.read_or_refuse(request, StoriesForm)
        name = f"stories-{form.cleaned_data['language']}-{form.cleaned_data['state']}.csv"
        return csv_download(STORY_COLUMNS, story_lines(cell_items(form)), name)

    def read_or_refuse(self, request, form_class):
        """The valid form. Raises Http404 on an address that the board doesn't link to, PermissionDenied."""
        self.desk_context(request, "")
        form = form_class(request.GET)
        if not form.is_valid():
            raise Http404
        return form


def legend():
    return [{"state": state, "label": state.label, "sign": STATE_SIGNS[state]} for state in STATES]


def period_query(form):
    """The parameters that keep the period in a link."""
    return {"start": f"{form.period.start:%Y-%m}", "end": f"{form.period.end:%Y-%m}"}


def sector_rows(form, now):
    """A row for all stories, for each sector with any, and for those without a sector; or for the chosen one alone."""
    cells, query, chosen = by_sector(form.period), period_query(form), form.chosen_sector
    rows = (
        [] if chosen else [board_row(_("All stories"), totals(form.period), (), query, now, {**query, "by": "month"})]
    )
    kinds = [(sector, sector.pk, sector.slug, str(sector)) for sector in form.sectors]
    for sector, key, slug, name in [*kinds, (NO_SECTOR, None, NO_SECTOR, _("Without a sector"))]:
        if chosen in {None, sector} and any(key == found for found, _language, _state in cells):
            own = {**query, "sector": slug}
            rows.append(board_row(name, cells, (key,), own, now, {**own, "by": "month"}))
    return rows


def month_rows(form, now):
    """A row for each month of the period, the newest first, of all stories or of one sector's."""
    cells = by_month(form.period, form.chosen_sector)
    sector = form.cleaned_data["sector"]
    rows = []
    for month in form.period.months():
        own = {"start": f"{month:%Y-%m}", "end": f"{month:%Y-%m}"}
        query = {**own, "sector": sector} if sector else own
        rows.append(board_row(month, cells, (month,), query, now, deeper=own))
    return rows


def board_row(name, cells, key, query, now, deeper):
    """One row of the table: its name, a link to its parts, and a cell for each language and state."""
    shown = []
    for language in LANGUAGES:
        for state in STATES:
            cell = cells.get((*key, language, state), Cell())
            shown.append(
                {
                    "count": cell.count,
                    "age": age(cell.since, now) if cell.since else "",
                    "state": state,
                    "label": state.label,
                    "query": urlencode({**query, "language": language, "state": state}),
                }
            )
    return {"name": name, "query": urlencode(deeper), "cells": shown}


def cell_items(form):
    items = items_of(form.period, form.chosen_sector)
    return items.filter(language=form.cleaned_data["language"], state=form.cleaned_data["state"])


def board_lines(form):
    """The lines of the board's file: one for each sector, month and language with any story."""
    cells = by_sector_and_month(form.period)
    slugs = {sector.pk: sector.slug for sector in form.sectors}
    lines = sorted({(slugs.get(sector, NO_SECTOR), month, sector) for sector, month, _language, _state in cells})
    for slug, month, sector in lines:
        for language in LANGUAGES:
            found = [cells.get((sector, month, language, state), Cell()) for state in STATES]
            figures = [part for cell in found for part in (cell.count, moment(cell.since))]
            yield [slug, f"{month:%Y-%m}", language, *figures]


def story_lines(items):
    """The lines of a cell's stories, read a batch at a time."""
    batch = []
    for item in items.order_by("month", "pk").iterator(chunk_size=BATCH):
        batch.append(item)
        if len(batch) == BATCH:
            yield from lines_of(batch)
            batch = []
    yield from lines_of(batch)


def lines_of(items):
    titles = titles_of({item.article_id for item in items})
    for item in items:
        language, title = title_for(titles.get(item.article_id, ()), item.language)
        said = (item.article_id, item.language, item.state, item.kind, moment(item.since), f"{item.month:%Y-%m}")
        yield [*said, language, title]


def moment(at):
    """A time in UTC as in ISO 8601, or ''."""
    return f"{at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}" if at else ""
