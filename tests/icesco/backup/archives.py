"""Archives made by hand, sound or not: what is read of them needs no database."""

import gzip
import hashlib
import io
import json
import tarfile

from icesco.backup.format import MANIFEST, MANIFEST_DIGEST, VERSION, Manifest, digest_of, member_of

LINES = b'["id","word"]\n[1,"one"]\n[2,"\xd8\xa7\xd8\xab\xd9\x86\xd8\xa7\xd9\x86"]\n'
FILES = {"media/2026/a.webp": b"a picture", "originals/b.png": b"another"}


def manifest_for(lines=LINES, files=FILES, **changes):
    table = {"columns": ["id", "word"], "rows": 2, "bytes": len(lines), "sha256": digest_of(lines), "last_key": 2}
    said = {path: {"bytes": len(data), "sha256": digest_of(data)} for path, data in files.items()}
    sound = {
        "format": VERSION,
        "made_at": "2026-03-09T12:00:00+00:00",
        "engine": "sqlite",
        "migrations": [["news", "0001_x"]],
        "tables": {"news_term": table},
        "files": said,
        "missing": {},
    }
    return Manifest(**{**sound, **changes})


def member(name, data=b"", **changes):
    """(TarInfo, bytes) of a regular member, unless `changes` to its header say otherwise."""
    info = tarfile.TarInfo(name)
    info.size = len(data)
    for key, value in changes.items():
        setattr(info, key, value)
    return info, data


def sound_members(manifest=None, lines=LINES, files=FILES):
    data = (manifest or manifest_for()).written()
    packed = gzip.compress(lines, mtime=0)
    uploads = [member(path, content) for path, content in files.items()]
    ends = [member(MANIFEST, data), member(MANIFEST_DIGEST, hashlib.sha256(data).hexdigest().encode())]
    return [member(member_of("news_term"), packed), *uploads, *ends]


def write_tar(path, members, format=tarfile.PAX_FORMAT):
    with tarfile.open(path, "w", format=format) as tar:
        for info, data in members:
            tar.addfile(info, io.BytesIO(data))
    return path


def altered(source, target, table=None, change=None, **manifest_changes):
    """A copy of an archive with the lines of one table put through `change`, and with true digests all the same.

    change: takes the rows, lists of values, and returns rows. manifest_changes: of the Manifest;
    what it names no longer is left out.
    """
    with tarfile.open(source) as tar:
        members = {info.name: tar.extractfile(info).read() for info in tar}
    said = json.loads(members.pop(MANIFEST))
    members.pop(MANIFEST_DIGEST)
    if table:
        columns, *rows = map(json.loads, gzip.decompress(members[member_of(table)]).splitlines())
        rows = change([dict(zip(columns, row, strict=True)) for row in rows])
        lines = [json.dumps(row).encode() + b"\n" for row in [columns, *(list(row.values()) for row in rows)]]
        members[member_of(table)] = gzip.compress(b"".join(lines))
        new = {"rows": len(rows), "bytes": len(b"".join(lines)), "sha256": digest_of(b"".join(lines))}
        said["tables"][table].update(new)
    manifest = Manifest(**{**said, **manifest_changes})
    data = manifest.written()
    kept = [member(name, content) for name, content in members.items() if name in manifest.members]
    return write_tar(target, [*kept, member(MANIFEST, data), member(MANIFEST_DIGEST, digest_of(data).encode())])
