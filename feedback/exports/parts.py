"""An export in monthly parts with a manifest, into a folder; goes on where it was interrupted."""

import hashlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path

from .dialects import PARQUET
from .files import file_blocks
from .schema import csvw, dictionary, table_schema
from .tally import RowTally, Tally

MANIFEST = "manifest.json"
LANGUAGES = ("ar", "en", "fr")


@dataclass(frozen=True)
class Part:
    """One file of an export. rows: without the line of names; sha256: of its bytes."""

    name: str
    rows: int
    bytes: int
    sha256: str


def part_name(export, first):
    return f"ratings-{first:%Y-%m}.{export.suffix}"


def write_export(export, folder, say=lambda sentence: None):
    """Write `export` into `folder`, made if missing; returns the manifest as a dict.

    A part whose bytes are those that an interrupted run of the same export noted is not written again. Raises
    FileExistsError where the folder holds another export.
    """
    folder = Path(folder)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)  # comments and exact times are nobody else's
    manifest = begun(export, folder)
    done = {part["name"]: part for part in manifest["parts"]}
    manifest["parts"] = []
    for first, last in export.months():
        part = done.get(part_name(export, first))
        if part is None or not is_whole(folder / part["name"], part):
            part = asdict(write_part(export, folder, first, last))
            say(f"{part['name']}: {part['rows']} rows, {part['bytes']} bytes")
        if part["rows"]:
            manifest["parts"].append(part)
        note(folder, manifest)
    write_companions(export, folder, manifest)
    return {**manifest, "rows": sum(part["rows"] for part in manifest["parts"])}


def begun(export, folder):
    """The manifest of an interrupted run, or a new one. Raises FileExistsError as write_export()."""
    path = folder / MANIFEST
    if not path.exists():
        return {**export.described(), "parts": []}
    manifest = json.loads(path.read_text(encoding="utf-8"))
    if {name: manifest.get(name) for name in export.described()} != export.described():
        raise FileExistsError(f"{folder} holds another export: choose an empty folder")
    return manifest


def is_whole(path, part):
    if not path.exists() or path.stat().st_size != part["bytes"]:
        return False
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest() == part["sha256"]


def write_part(export, folder, first, last):
    """Write one part beside its place and move it there when it is whole; an empty one leaves no file."""
    path, rows, tally = folder / part_name(export, first), RowTally(), Tally()
    half = path.with_suffix(".part")
    with half.open("wb") as file:
        for block in tally.through(file_blocks(export, [(first, last)], rows)):
            file.write(block)
    if rows.number:
        half.replace(path)
    else:
        half.unlink()
    return Part(path.name, rows.number, tally.bytes, tally.sha256)


def note(folder, manifest):
    """Write the manifest, whole or not at all."""
    path = folder / MANIFEST
    half = path.with_suffix(".part")
    half.write_text(as_text(manifest), encoding="utf-8")
    half.replace(path)


def write_companions(export, folder, manifest):
    for name, text in companions(export, [part["name"] for part in manifest["parts"]]):
        (folder / name).write_text(text, encoding="utf-8")


def companions(export, names):
    """(name, text) of what lies beside the parts `names`: schemas, and the dictionary in three languages."""
    if export.dialect != PARQUET:  # whose files say themselves what their columns are
        yield "datapackage.json", as_text(table_schema(export, names))
        yield "csvw-metadata.json", as_text(csvw(export, names))
    for language in LANGUAGES:
        yield f"dictionary.{language}.md", dictionary(export, language)


def as_text(value):
    return json.dumps(value, indent=2, ensure_ascii=False) + "\n"


def digest_of(parts):
    """The SHA-256 of the list of the digests of `parts`, dicts of a manifest: what the log keeps of several files."""
    return hashlib.sha256("".join(part["sha256"] for part in parts).encode()).hexdigest()
