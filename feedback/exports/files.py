"""The bytes of one file of an export, of whatever kind, as they are made."""

from .copying import blocks
from .dialects import PARQUET, without_names
from .parquet import parquet_blocks


def file_blocks(export, spans, rows):
    """The bytes of the file of `spans`, (first day, last day) each, in blocks. rows: a RowTally that counts them."""
    parts = (rows.through(blocks(export, first, last)) for first, last in spans)
    if export.dialect == PARQUET:
        return parquet_blocks(export, parts)
    return one_after_the_other(parts)


def one_after_the_other(parts):
    """The blocks of CSV files as those of one: the line of names once."""
    for number, part in enumerate(parts):
        yield from part if number == 0 else without_names(part)
