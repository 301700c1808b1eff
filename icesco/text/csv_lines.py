"""Rows as the lines of a CSV file (RFC 4180) that a spreadsheet opens without running anything in it."""

import csv
import re

# A cell that a spreadsheet would take for a formula, or that begins with the guard's own mark already. Spaces and
# invisible signs of direction don't count: spreadsheets drop them and look at what follows.
FORMULA = re.compile(r"[\s\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]*[=+\-@＝＋－＠|%']|[\t\r\n]")
BOM = "\ufeff"  # tells Excel that the file is UTF-8: without it Arabic arrives broken


def guarded(text):
    """`text` as a cell that no spreadsheet runs; unguarded() gives it back."""
    return f"'{text}" if FORMULA.match(text) else text


def unguarded(cell):
    """What guarded() was given: one apostrophe off the start, if there is one."""
    return cell.removeprefix("'")


def csv_lines(columns, rows):
    """The lines of a file: the names `columns`, then `rows` as they are read. Text is guarded, the rest as it is."""
    writer = csv.writer(_Line())
    yield BOM + writer.writerow(columns)
    for row in rows:
        yield writer.writerow([guarded(cell) if isinstance(cell, str) else cell for cell in row])


class _Line:
    """A file for csv.writer that hands each line back instead of keeping it."""

    def write(self, line):
        return line
