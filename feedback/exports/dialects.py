"""Two ways to write CSV (RFC 4180): `raw`, values untouched; `excel`, for spreadsheets, which run formulas."""

import csv
import io
import re

# A cell that a spreadsheet would take for a formula, or that already begins with the guard's own mark. Invisible
# direction marks and spaces don't count: spreadsheets drop them and look at what follows.
FORMULA = re.compile(r"[\s\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]*[=+\-@＝＋－＠|%']|[\t\r\n]")
BOM = "\ufeff"  # tells Excel that the file is UTF-8: without it Arabic arrives broken
RAW, EXCEL = "raw", "excel"
DIALECTS = (RAW, EXCEL)
PARQUET = "parquet"  # not CSV, but made of it: see parquet.py


def guarded(text):
    """`text` as a cell that no spreadsheet runs; unguarded() gives it back."""
    return f"'{text}" if FORMULA.match(text) else text


def unguarded(cell):
    """What guarded() was given: one apostrophe off the start, if there is one."""
    return cell.removeprefix("'")


def csv_blocks(names, rows, dialect=EXCEL, text_places=None, lines_per_block=500):
    """The bytes of a file in blocks: a line of `names`, then `rows`, iterables of cells, as they are read.

    text_places: the places of the cells that `excel` guards; None for every str.
    """
    sheet = io.StringIO(newline="")
    writer = csv.writer(sheet, lineterminator="\r\n")
    if dialect == EXCEL:
        sheet.write(BOM)
    writer.writerow(names)
    for number, row in enumerate(rows, 1):
        writer.writerow(guarded_row(row, text_places) if dialect == EXCEL else row)
        if number % lines_per_block == 0:
            yield taken(sheet)
    yield taken(sheet)


def guarded_row(row, places):
    return [
        guarded(cell) if isinstance(cell, str) and (places is None or place in places) else cell
        for place, cell in enumerate(row)
    ]


def taken(sheet):
    """What stands in the buffer, which is empty afterwards."""
    text = sheet.getvalue()
    sheet.seek(0)
    sheet.truncate()
    return text.encode("utf-8", "surrogatepass")


def without_names(blocks):
    """`blocks` of a CSV file without its first line."""
    is_past = False
    for block in blocks:
        if is_past:
            yield block
        elif b"\n" in block:
            is_past = True
            yield block.partition(b"\n")[2]
