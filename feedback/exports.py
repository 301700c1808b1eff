"""Ratings as CSV files: ASCII headers and codes in every language of the interface, days and times as in ISO 8601."""

import csv
import re
from datetime import UTC

from django.http import StreamingHttpResponse

from .models import COUNTERS, Rating

# A cell that a spreadsheet would take for a formula, or that already begins with the guard's own mark. Invisible
# direction marks and spaces don't count: spreadsheets drop them and look at what follows.
FORMULA = re.compile(r"[\s\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]*[=+\-@＝＋－＠|%']|[\t\r\n]")
BOM = "\ufeff"  # tells Excel that the file is UTF-8: without it Arabic arrives broken

REPORT_COLUMNS = [
    *("table", "code", "start", "end", "language", "page_type", "demo", "answers", "note"),
    *("score_1", "score_2", "score_3", "score_4", "score_5"),
    *("csat", "csat_low", "csat_high", "bottom_two_box", "bottom_low", "bottom_high", "mean", "mean_low", "mean_high"),
]
RATING_COLUMNS = [
    *("id", "created_at", "rated_on", "score", "language", "page_type", "page_key", "channel"),
    *("label_version", "scale_order", "widget_version", "is_demo"),
]


def guarded(text):
    """`text` as a cell that no spreadsheet runs. Undone by taking one apostrophe off the start, if there is one."""
    return f"'{text}" if FORMULA.match(text) else text


def csv_response(columns, rows, filename):
    """A download of `rows`, sent as they are read. Text cells are guarded, other values written as they are."""
    writer = csv.writer(Line())

    def lines():
        yield BOM + writer.writerow(columns)
        for row in rows:
            yield writer.writerow([guarded(cell) if isinstance(cell, str) else cell for cell in row])

    response = StreamingHttpResponse(lines(), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{filename}"'
    response["Cache-Control"] = "no-store"
    return response


class Line:
    """A file for csv.writer that hands each line back instead of keeping it."""

    def write(self, line):
        return line


def report_csv(report, filters):
    """What the dashboard shows, as a download: one line for the total, each language, page type and point in time."""
    rows = [
        ("total", "", filters.start, filters.end, report.total),
        *(("language", group.code, filters.start, filters.end, group.figures) for group in report.by_language),
        *(("page_type", group.code, filters.start, filters.end, group.figures) for group in report.by_page_type),
        *(("week" if report.is_weekly else "day", "", p.start, p.end, p.figures) for p in report.trend),
    ]
    chosen = (filters.language, filters.page_type, "included" if filters.has_demo else "excluded")
    lines = ([*row[:4], *chosen, *figure_cells(row[4])] for row in rows)
    return csv_response(REPORT_COLUMNS, lines, f"feedback-{filters.start}-{filters.end}.csv")


def figure_cells(figures):
    """The cells of `figures` from `answers` on; empty where there are too few answers to show."""
    note = "hidden: fewer than 10 answers" if figures.is_hidden else "few answers" if figures.is_flagged else ""
    if figures.is_hidden:
        return [figures.n, note, *[""] * (len(COUNTERS) + 9)]
    shares = [
        *(figures.csat, *figures.csat_band),
        *(figures.bottom, *figures.bottom_band),
        *(figures.mean, *figures.mean_band),
    ]
    return [figures.n, note, *figures.counts, *(f"{share:.4f}" for share in shares)]


def ratings_csv(filters, has_comments):
    """The ratings that `filters` choose, one a line, as a download. Without comments unless asked for: they may
    name people. Times are cut to the hour, so that no line can be laid beside a server's log.
    """
    columns = [*RATING_COLUMNS, "comment"] if has_comments else RATING_COLUMNS
    rows = filters.narrow(Rating.objects.order_by("pk")).values_list(*columns).iterator(chunk_size=2000)
    lines = ((row[0], hour(row[1]), *row[2:]) for row in rows)
    return csv_response(columns, lines, f"ratings-{filters.start}-{filters.end}.csv")


def hour(moment):
    """`moment` in UTC, cut to the hour, such as 2026-03-09T14:00:00Z."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:00:00Z")
