"""What the dashboard shows as a CSV file: ASCII headers and codes in every language of the interface."""

from django.http import StreamingHttpResponse

from ..models import COUNTERS
from .dialects import csv_blocks

REPORT_COLUMNS = [
    *("table", "code", "start", "end", "language", "page_type", "demo", "answers", "note"),
    *("score_1", "score_2", "score_3", "score_4", "score_5"),
    *("csat", "csat_low", "csat_high", "bottom_two_box", "bottom_low", "bottom_high", "mean", "mean_low", "mean_high"),
    *("net", "net_low", "net_high", "mean_100", "median"),
]


def csv_response(columns, rows, filename):
    """A download of `rows`, sent as they are read, that a spreadsheet opens without running anything in it."""
    response = StreamingHttpResponse(csv_blocks(columns, rows), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{filename}"'
    response["Cache-Control"] = "no-store"
    return response


def report_csv(report, filters):
    """What the dashboard shows, as a download: one line for the total, each language, page type and point in time."""
    rows = [
        ("total", "", filters.start, filters.end, report.total),
        *(("language", group.code, filters.start, filters.end, group.figures) for group in report.by_language),
        *(("page_type", group.code, filters.start, filters.end, group.figures) for group in report.by_page_type),
        *(("device", group.code, filters.start, filters.end, group.figures) for group in report.by_device),
        *(("series", one.code, one.start, one.end, one.figures) for one in report.by_series),
        *(("week" if report.is_weekly else "day", "", p.start, p.end, p.figures) for p in report.trend),
    ]
    chosen = (filters.language, filters.page_type, "included" if filters.has_demo else "excluded")
    lines = ([*row[:4], *chosen, *figure_cells(row[4])] for row in rows)
    return csv_response(REPORT_COLUMNS, lines, f"feedback-{filters.start}-{filters.end}.csv")


def figure_cells(figures):
    """The cells of `figures` from `answers` on; empty where there are too few answers to show."""
    note = "hidden: fewer than 10 answers" if figures.is_hidden else "few answers" if figures.is_flagged else ""
    if figures.is_hidden:
        return [figures.n, note, *[""] * (len(COUNTERS) + 14)]
    shares = [
        *(figures.csat, *figures.csat_band),
        *(figures.bottom, *figures.bottom_band),
        *(figures.mean, *figures.mean_band),
        *(figures.net, *figures.net_band),
        *(figures.mean_100, figures.median),
    ]
    return [figures.n, note, *figures.counts, *(f"{share:.4f}" for share in shares)]
