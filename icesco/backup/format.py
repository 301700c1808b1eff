"""What an archive looks like: an uncompressed tar of plain members, in this order.

    tables/<table>.jsonl.gz   first line: its columns; then a line a row, by key (see values.py)
    media/…  originals/…      the uploaded files as they are: compressing pictures again would gain nothing
    manifest.json             what is in it, see Manifest
    manifest.sha256           the digest of manifest.json

The manifest comes last, so that what was cut off has none.
"""

import hashlib
import json
from dataclasses import asdict, dataclass

from .errors import DamagedArchive, RestoreRefused

VERSION = 1
MANIFEST, MANIFEST_DIGEST = "manifest.json", "manifest.sha256"
FOLDERS = ("media", "originals")
MOST_MANIFEST_BYTES = 512 * 1024 * 1024
MOST_LINE_BYTES = 64 * 1024 * 1024
MOST_PATH_BYTES, MOST_NAME_BYTES = 1024, 255
CHUNK_BYTES = 1024 * 1024


@dataclass(frozen=True)
class Manifest:
    """What an archive says of itself.

    migrations: [app, name] each. engine: of the database it was made from. tables: {name: {"columns", "rows", "bytes",
    "sha256", "last_key"}}, bytes and digest of the lines, not of the compressed member. files: {"media/…": {"bytes",
    "sha256"}}. missing: {"media/…": why}, files that are not in it though they should be.
    """

    format: int
    made_at: str
    engine: str
    migrations: list
    tables: dict
    files: dict
    missing: dict

    @classmethod
    def read(cls, data):
        """The Manifest of the bytes of manifest.json. Raises RestoreRefused for a newer format, DamagedArchive."""
        try:
            said = json.loads(data)
            if type(said["format"]) is int and said["format"] > VERSION:
                raise RestoreRefused(
                    f"The archive has format {said['format']}; this version of icesco knows {VERSION} at most."
                )
            manifest = cls(**said)
            manifest.check()
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
            raise DamagedArchive("its manifest makes no sense") from None
        return manifest

    def check(self):
        """Raises ValueError or the like unless every part has the shape that it should have."""
        must(self.format == VERSION and isinstance(self.made_at, str) and isinstance(self.engine, str))
        must(all(isinstance(word, str) for app, name in self.migrations for word in (app, name)))
        for table in self.tables.values():
            must(set(table) == {"columns", "rows", "bytes", "sha256", "last_key"})
            must(all(isinstance(column, str) for column in table["columns"]))
            must(all(is_count(table[name]) for name in ("rows", "bytes", "last_key")) and is_digest(table["sha256"]))
        for path, file in self.files.items():
            must(is_safe(path) and set(file) == {"bytes", "sha256"})
            must(is_count(file["bytes"]) and is_digest(file["sha256"]))
        must(isinstance(self.missing, dict))

    def written(self):
        """The bytes of manifest.json."""
        return json.dumps(asdict(self), ensure_ascii=False, indent=1, sort_keys=True).encode()

    @property
    def seen(self):
        """The migrations as a set of (app, name)."""
        return {tuple(migration) for migration in self.migrations}

    @property
    def members(self):
        """The names of everything that the archive holds."""
        return {MANIFEST, MANIFEST_DIGEST, *map(member_of, self.tables), *self.files}

    @property
    def total_bytes(self):
        """What the archive comes to when it is unpacked."""
        return sum(part["bytes"] for part in [*self.tables.values(), *self.files.values()])


def member_of(table):
    return f"tables/{table}.jsonl.gz"


def is_safe(path):
    """Whether `path` names a file within one of FOLDERS, and nothing else on any machine."""
    folder, *names = path.split("/")
    return (
        folder in FOLDERS
        and bool(names)
        and len(path.encode()) <= MOST_PATH_BYTES
        and all(is_safe_name(name) for name in names)
    )


def is_safe_name(name):
    return (
        name not in {"", ".", ".."}
        and "\\" not in name
        and all(sign >= " " and sign != "\x7f" for sign in name)
        and len(name.encode()) <= MOST_NAME_BYTES
    )


def is_count(value):
    return type(value) is int and 0 <= value < 2**63


def is_digest(value):
    return isinstance(value, str) and len(value) == 64 and set(value) <= set("0123456789abcdef")


def must(condition):
    if not condition:
        raise ValueError


def digest_of(data):
    return hashlib.sha256(data).hexdigest()
