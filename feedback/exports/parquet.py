"""A file of ratings as Parquet, made of the same CSV as the other files, so of the same rows.

pyarrow is an optional extra: it is imported when a file is written, and nowhere else.
"""

import json
from importlib.util import find_spec

from django.utils.translation import override

from .dialects import without_names
from .outlet import Outlet

ROWS_PER_GROUP = 100_000  # of sixteen narrow columns: some megabytes in memory
BYTES_PER_READ = 1 << 20
INSTALL = "Parquet files need the package pyarrow: install it as docs/dependencies.md says"


class ParquetMissing(RuntimeError):
    """pyarrow is not installed."""

    def __init__(self):
        super().__init__(INSTALL)


def is_installed():
    """Whether Parquet files can be written here."""
    return find_spec("pyarrow") is not None


def parquet_blocks(export, parts):
    """The bytes of one Parquet file of the rows of `parts`, iterables of blocks of CSV files, as they are made.

    Row groups are cut by number, wherever blocks and parts end: one moment gives the same bytes. Raises ParquetMissing.
    """
    if not is_installed():
        raise ParquetMissing
    import pyarrow.parquet

    out, schema = Outlet(), schema_of(export)
    writer = pyarrow.parquet.ParquetWriter(out, schema, compression="zstd")
    for table in groups(batches(export, parts), ROWS_PER_GROUP):
        writer.write_table(as_told(table, schema), row_group_size=ROWS_PER_GROUP)
        yield out.taken()
    writer.close()
    yield out.taken()


def batches(export, parts):
    """The record batches of `parts`, texts still as texts.

    Each piece is read here and then parsed: pyarrow's reader of streams would read from a thread of its own, which has
    another connection to the database.
    """
    from pyarrow import BufferReader, csv, string

    types = {field.name: string() if is_code(field) else field.type for field in schema_of(export)}
    # Only an empty cell is nothing, and never a text: somebody's comment may be "NA".
    convert = csv.ConvertOptions(column_types=types, null_values=[""], strings_can_be_null=False)
    parse = csv.ParseOptions(newlines_in_values=bool(export.comments))
    read = csv.ReadOptions(column_names=export.names)
    for part in parts:
        for piece in pieces(without_names(part), are_whole=bool(export.comments)):
            yield from csv.read_csv(BufferReader(piece), read, parse, convert).to_batches()


def pieces(blocks, are_whole):
    """`blocks` of CSV put together to some BYTES_PER_READ that end with a row.

    are_whole: whether each block does. Where they don't no cell holds a line end: see copying.can_copy().
    """
    waiting = bytearray()
    for block in blocks:
        waiting += block
        end = len(waiting) if are_whole else waiting.rfind(b"\n") + 1
        if end >= BYTES_PER_READ:
            yield bytes(waiting[:end])
            del waiting[:end]
    if waiting:
        yield bytes(waiting)


def groups(batches, size):
    """Tables of `size` rows, the last one shorter, from record batches of any length."""
    from pyarrow import Table

    waiting, count = [], 0
    for batch in batches:
        waiting.append(batch)
        count += batch.num_rows
        while count >= size:
            table = Table.from_batches(waiting)
            yield table.slice(0, size)
            waiting, count = table.slice(size).to_batches(), count - size
    if count:
        yield Table.from_batches(waiting)


def as_told(table, schema):
    """`table` in the types of `schema`: codes as dictionaries, each column in one piece."""
    from pyarrow import Table

    table = table.combine_chunks()
    columns = [
        table.column(field.name).dictionary_encode() if is_code(field) else table.column(field.name) for field in schema
    ]
    return Table.from_arrays(columns, schema=schema)


def is_code(field):
    from pyarrow.types import is_dictionary

    return is_dictionary(field.type)


def schema_of(export):
    """The pyarrow.Schema: types, what each column means in English, and what was asked for."""
    import pyarrow

    with override("en"):
        fields = [
            pyarrow.field(column.name, type_of(column), column.is_empty, metadata_of(column))
            for column in export.columns
        ]
    return pyarrow.schema(fields, {"export": json.dumps(export.described(), ensure_ascii=False)})


def type_of(column):
    import pyarrow

    if column.kind == "integer":
        return getattr(pyarrow, f"int{column.bits}")()
    if column.kind == "string":
        return pyarrow.string() if column.is_free else pyarrow.dictionary(pyarrow.int32(), pyarrow.string())
    return {"datetime": pyarrow.timestamp("us", "UTC"), "date": pyarrow.date32(), "boolean": pyarrow.bool_()}[
        column.kind
    ]


def metadata_of(column):
    told = {"title": str(column.title), "description": str(column.meaning)}
    if column.choices:
        told["choices"] = json.dumps({str(code): str(label) for code, label in column.choices.items()})
    return told
