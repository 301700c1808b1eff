"""The months of an export with their manifest in one ZIP archive, sent while it is written: no month is ever held."""

import zipfile
from dataclasses import asdict

from .files import file_blocks
from .outlet import Outlet
from .parts import MANIFEST, Part, as_text, companions, part_name
from .tally import RowTally, Tally


def archive_blocks(export, parts):
    """The bytes of the archive in blocks. parts: a list that gets what the manifest says of each month."""
    out = Outlet()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for first, last in export.months():
            if export.ratings(first, last).exists():
                yield from month_blocks(export, first, last, archive, out, parts)
        manifest = {**export.described(), "parts": parts}
        others = {MANIFEST: as_text(manifest), **dict(companions(export, [part["name"] for part in parts]))}
        for name, text in others.items():
            archive.writestr(entry(export, name), text)
    yield out.taken()


def month_blocks(export, first, last, archive, out, parts):
    name, rows, tally = part_name(export, first), RowTally(), Tally()
    # Nobody knows beforehand how large it gets: its entry has room for more than 4 GB.
    with archive.open(entry(export, name), "w", force_zip64=True) as file:
        for block in tally.through(file_blocks(export, [(first, last)], rows)):
            file.write(block)
            yield out.taken()
    yield out.taken()
    parts.append(asdict(Part(name, rows.number, tally.bytes, tally.sha256)))


def entry(export, name):
    """The head of a file in the archive, dated by the moment of the export so that one moment gives one archive."""
    found = zipfile.ZipInfo(name, export.as_of.timetuple()[:6])
    found.compress_type = zipfile.ZIP_DEFLATED
    found.external_attr = 0o644 << 16
    return found
