"""What the columns of an export are, for programs (Table Schema, CSVW) and for people (a dictionary)."""

from django.utils.translation import gettext as _
from django.utils.translation import override

from .dialects import EXCEL

CSVW_TYPES = {"integer": "integer", "string": "string", "date": "date", "datetime": "dateTime", "boolean": "boolean"}


def table_schema(export, names):
    """A Frictionless data package of the parts `names`. Source: specs.frictionlessdata.io, "Table Schema"."""
    fields = [field(column) for column in export.columns]
    schema = {"fields": fields, "primaryKey": "id", "missingValues": [""]}
    resources = [
        {"name": name.removesuffix(".csv"), "path": name, "format": "csv", "encoding": "utf-8", "schema": schema}
        for name in names
    ]
    return {"profile": "tabular-data-package", "name": "ratings", **export.described(), "resources": resources}


def field(column):
    with override("en"):
        found = {
            "name": column.name,
            "type": column.kind,
            "title": str(column.title),
            "description": str(column.meaning),
            "constraints": {"required": not column.is_empty},
        }
        if column.choices:
            found["constraints"]["enum"] = list(column.choices)
        return found


def csvw(export, names):
    """CSV on the Web metadata. Source: w3.org/TR/tabular-metadata."""
    with override("en"):
        columns = [
            {
                "name": column.name,
                "titles": column.name,
                "datatype": CSVW_TYPES[column.kind],
                "required": not column.is_empty,
                "dc:description": str(column.meaning),
            }
            for column in export.columns
        ]
    schema = {"columns": columns, "primaryKey": "id"}
    return {
        "@context": "http://www.w3.org/ns/csvw",
        "tables": [{"url": name, "tableSchema": schema} for name in names],
    }


def dictionary(export, language):
    """The columns explained in `language`, as Markdown."""
    with override(language):
        lines = [
            f"# {_('What the columns mean')}",
            "",
            f"| {_('Column')} | {_('Name')} | {_('Meaning')} |",
            "|---|---|---|",
        ]
        for column in export.columns:
            meaning = str(column.meaning)
            if column.choices:
                told = "; ".join(f"`{code}` {label}" for code, label in column.choices.items())
                meaning = f"{meaning} {told}"
            lines.append(f"| `{column.name}` | {column.title} | {meaning} |")
        if export.dialect == EXCEL:
            guard = _(
                "A text that a spreadsheet could take for a formula has an apostrophe in front, as has one that begins "
                "with an apostrophe: to get it back, take one apostrophe off the start of a cell that has one."
            )
            lines += ["", guard]
        return "\n".join([*lines, ""])
