"""An export in monthly parts with a manifest, into a folder; goes on where it was interrupted."""

import hashlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path

from .copying import blocks
from .schema import csvw, dictionary, table_schema

MANIFEST = "manifest.json"
LANGUAGES = ("ar", "en", "fr")


@dataclass(frozen=True)
class Part:
    """One file of an export. rows: without the line of names; sha256: of its bytes."""

    name: str
    rows: int
    bytes: int
    sha256: str


class Tally:
    """Counts what goes through it: `rows`, `bytes` and `sha256` of blocks of a CSV file whose first line has names."""

    def __init__(self):
        self.bytes, self.digest, self.lines, self.is_quoted = 0, hashlib.sha256(), 0, False

    def through(self, blocks):
        for block in blocks:
            self.bytes += len(block)
            self.digest.update(block)
            self.count(block)
            yield block

    def count(self, block):
        """Count the ends of rows: line ends that don't stand between quotation marks."""
        if b'"' not in block and not self.is_quoted:
            self.lines += block.count(b"\n")
            return
        for place, piece in enumerate(block.split(b'"')):
            self.is_quoted ^= place > 0
            if not self.is_quoted:
                self.lines += piece.count(b"\n")

    @property
    def rows(self):
        return max(self.lines - 1, 0)

    @property
    def sha256(self):
        return self.digest.hexdigest()


def part_name(first):
    return f"ratings-{first:%Y-%m}.csv"


def write_export(export, folder, say=lambda sentence: None):
    """Write `export` into `folder`, made if missing; returns the manifest as a dict.

    A part whose bytes are those that an interrupted run of the same export noted is not written again. Raises
    FileExistsError where the folder holds another export.
    """
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    manifest = begun(export, folder)
    done = {part["name"]: part for part in manifest["parts"]}
    manifest["parts"] = []
    for first, last in export.months():
        part = done.get(part_name(first))
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
    path, tally = folder / part_name(first), Tally()
    half = path.with_suffix(".part")
    with half.open("wb") as file:
        for block in tally.through(blocks(export, first, last)):
            file.write(block)
    if tally.rows:
        half.replace(path)
    else:
        half.unlink()
    return Part(path.name, tally.rows, tally.bytes, tally.sha256)


def note(folder, manifest):
    """Write the manifest, whole or not at all."""
    path = folder / MANIFEST
    half = path.with_suffix(".part")
    half.write_text(json.dumps(manifest, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    half.replace(path)


def write_companions(export, folder, manifest):
    """Table Schema, CSVW and the dictionary in three languages, beside the parts."""
    names = [part["name"] for part in manifest["parts"]]
    for name, value in (("datapackage.json", table_schema(export, names)), ("csvw-metadata.json", csvw(export, names))):
        (folder / name).write_text(json.dumps(value, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    for language in LANGUAGES:
        (folder / f"dictionary.{language}.md").write_text(dictionary(export, language), encoding="utf-8")
