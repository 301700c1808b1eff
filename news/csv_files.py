"""CSV files that staff take away: ASCII headers and codes, text that no spreadsheet runs, sent as it is read."""

import csv
import re

from django.http import StreamingHttpResponse

# A cell that a spreadsheet would take for a formula, or that already begins with the guard's own mark. Invisible
# direction marks and spaces don't count: spreadsheets drop them and look at what follows.
FORMULA = re.compile(r"[\s\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]*[=+\-@＝＋－＠|%']|[\t\r\n]")
BOM = "\ufeff"  # tells Excel that the file is UTF-8: without it Arabic arrives broken


def guarded(cell):
    """`cell` as one that no spreadsheet runs. Undone by taking one apostrophe off the start, if there is one."""
    return f"'{cell}" if isinstance(cell, str) and FORMULA.match(cell) else cell


def csv_response(columns, rows, filename):
    """A download of `rows`, an iterable of lists, sent as they are read."""
    writer = csv.writer(Line())

    def lines():
        yield BOM + writer.writerow(columns)
        for row in rows:
            yield writer.writerow([guarded(cell) for cell in row])

    response = StreamingHttpResponse(lines(), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{filename}"'
    response["Cache-Control"] = "no-store"
    return response


class Line:
    """A file for csv.writer that hands each line back instead of keeping it."""

    def write(self, line):
        return line
