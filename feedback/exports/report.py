"""What the dashboard shows as a CSV file: ASCII headers and codes in every language of the interface."""

from itertools import chain

from django.http import StreamingHttpResponse

from .dialects import csv_blocks

FEW, HIDDEN = "few answers", "hidden: fewer than 10 answers"
BROKEN = "not pooled: the question changed"
FIGURE_COLUMNS = [
    *("answers", "note"),
    *("score_1", "score_2", "score_3", "score_4", "score_5"),
    *("csat", "csat_low", "csat_high", "bottom_two_box", "bottom_low", "bottom_high", "mean", "mean_low", "mean_high"),
    *("net", "net_low", "net_high", "mean_100", "median"),
]
NOTHING = [None] * (len(FIGURE_COLUMNS) - 2)
REPORT_COLUMNS = ["table", "code", "start", "end", "language", "page_type", "demo", *FIGURE_COLUMNS]


def csv_response(columns, rows, filename):
    """A download of `rows`, sent as they are read, that a spreadsheet opens without running anything in it."""
    response = StreamingHttpResponse(csv_blocks(columns, rows), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{filename}"'
    response["Cache-Control"] = "no-store"
    return response


def report_csv(report, filters):
    """What the dashboard shows, as a download: one line for the total, each language, page type and point in time."""
    total = ("total", "", filters.start, filters.end)
    rows = [
        *(("language", group.code, filters.start, filters.end, group.figures) for group in report.by_language),
        *(("page_type", group.code, filters.start, filters.end, group.figures) for group in report.by_page_type),
        *(("device", group.code, filters.start, filters.end, group.figures) for group in report.by_device),
        *(("series", one.code, one.start, one.end, one.figures) for one in report.by_series),
        *(("week" if report.is_weekly else "day", "", p.start, p.end, p.figures) for p in report.trend),
    ]
    chosen = (filters.language, filters.page_type, "included" if filters.has_demo else "excluded")
    lines = ([*row[:4], *chosen, *cells(figure_values(row[4]))] for row in rows)
    lines = chain([[*total, *chosen, *cells(total_values(report))]], lines)
    return csv_response(REPORT_COLUMNS, lines, f"feedback-{filters.start}-{filters.end}.csv")


def cells(values):
    """The `values` of FIGURE_COLUMNS as they stand in a file: fractions with four decimals, None empty."""
    return [f"{value:.4f}" if isinstance(value, float) else "" if value is None else value for value in values]


def total_values(report):
    """The values of FIGURE_COLUMNS of all answers: but for their number none where the question changed in between."""
    if report.is_broken:
        return [report.total.n, BROKEN, *NOTHING]
    return figure_values(report.total)


def figure_values(figures):
    """The values of FIGURE_COLUMNS; None where there are too few answers to show."""
    if figures.is_hidden:
        return [figures.n, HIDDEN, *NOTHING]
    return [
        *(figures.n, FEW if figures.is_flagged else ""),
        *figures.counts,
        *(figures.csat, *figures.csat_band),
        *(figures.bottom, *figures.bottom_band),
        *(figures.mean, *figures.mean_band),
        *(figures.net, *figures.net_band),
        *(figures.mean_100, figures.median),
    ]
