"""Downloads of the desk: CSV with ASCII headers in every language of the interface, times in UTC as in ISO 8601."""

from datetime import UTC

from django.http import StreamingHttpResponse

from icesco.text.csv_lines import csv_lines


def csv_download(columns, rows, filename):
    """The answer that sends `rows` as they are read, whatever their number."""
    response = StreamingHttpResponse(csv_lines(columns, rows), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{filename}"'
    response["Cache-Control"] = "no-store"
    return response


def utc(moment):
    """`moment`, an aware datetime or None, such as 2026-03-09T14:05:00Z, or ''."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if moment else ""
