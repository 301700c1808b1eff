"""Makes an archive while the site runs: written aside, read back and checked, and only then given its name."""

import contextlib
import errno
import fcntl
import gzip
import hashlib
import json
import os
import shutil
import tempfile
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from django.conf import settings
from django.db import DEFAULT_DB_ALIAS, DatabaseError, connections

from . import values
from .archive import open_archive
from .errors import BackupFailed, RestoreRefused
from .files import copy_uploads, upload_folders
from .format import MANIFEST, MANIFEST_DIGEST, VERSION, Manifest, digest_of, member_of
from .migrations import state_of_database
from .references import Mentioned
from .snapshot import last_key, snapshot
from .tables import kept_tables
from .tar import TarWriter, chunks_of

NAME = "icesco-{:%Y%m%dT%H%M%S.%fZ}.tar"
ARCHIVES, UNFINISHED = "icesco-*Z.tar", ".unfinished-"
COMPRESSION = 5  # of 9: beyond it, tables of words take twice the time to become a fiftieth smaller


def make_backup(folder, keep=None, say=lambda sentence: None):
    """Write an archive into `folder`, made if need be; returns (its Path, its Manifest).

    keep: how many archives stay, the new one included; the others are removed once it is checked. Raises BackupFailed,
    and leaves nothing half-made behind.
    """
    folder = Path(folder).resolve()
    if any(folder.is_relative_to(uploads.resolve()) for uploads in upload_folders().values()):
        raise BackupFailed(f"{folder} lies among the uploads: choose another folder.")
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        with alone_in(folder), aside_in(folder) as aside:
            path, manifest = write(aside, datetime.now(UTC), say)
            read_back(path, manifest, say)
            final = folder / NAME.format(datetime.fromisoformat(manifest.made_at))
            path.rename(final)
            fsync(folder)
            tell_and_tidy(final, manifest, keep, say)
    except OSError as error:
        raise BackupFailed(words_for(error, folder)) from error
    except DatabaseError as error:
        raise BackupFailed(f"The database can’t be read: {' '.join(str(error).split())}") from error
    return final, manifest


def tell_and_tidy(final, manifest, keep, say):
    """Say that there is a new archive, and remove the oldest ones. The archive stays where this raises BackupFailed."""
    try:
        tell(final, manifest)
        for old in archives_in(final.parent)[keep:] if keep else []:
            old.unlink()
            say(f"removed: {old.name}")
    except OSError as error:
        raise BackupFailed(
            f"{final} is whole, but what comes after it failed: {error.strerror} ({error.filename})."
        ) from error


def archives_in(folder):
    """The finished archives of a folder, newest first."""
    return sorted(folder.glob(ARCHIVES), reverse=True)


@contextmanager
def alone_in(folder):
    """Raises BackupFailed while another backup goes into `folder`; removes what one that was killed left there."""
    with (folder / ".lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise BackupFailed(f"Another backup into {folder} is being made.") from None
        for left in folder.glob(f"{UNFINISHED}*"):
            shutil.rmtree(left)
        yield


@contextmanager
def aside_in(folder):
    """A folder for the half-made, on the same disk, for this user alone; it is gone in the end."""
    aside = Path(tempfile.mkdtemp(prefix=UNFINISHED, dir=folder))
    try:
        yield aside
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def write(aside, made_at, say):
    """The archive in the folder `aside`: (its Path, its Manifest)."""
    connection = connections[DEFAULT_DB_ALIAS]
    path = aside / "archive.tar"
    with open(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600), "w+b") as out:
        tar, mentioned = TarWriter(out), Mentioned()
        with snapshot(connection):
            state = state_of_database(connection)
            tables = {
                table.name: write_table(tar, table, connection, aside, mentioned, say)
                for table in kept_tables(state.apps)
            }
        # After the rows: what they name was there then, unless somebody removed it since.
        files, missing = copy_uploads(tar, say)
        manifest = Manifest(
            format=VERSION,
            made_at=made_at.isoformat(),
            engine=connection.vendor,
            migrations=sorted(map(list, state.seen)),
            tables=tables,
            files=files,
            missing={**mentioned.not_among(files), **missing},
        )
        data = manifest.written()
        tar.add_bytes(MANIFEST, data)
        tar.add_bytes(MANIFEST_DIGEST, digest_of(data).encode())
        tar.finish()
        out.flush()
        os.fsync(out.fileno())
    return path, manifest


def write_table(tar, table, connection, aside, mentioned, say):
    """Append a Table; what a Manifest says of it. It is compressed aside first: a member begins with its length."""
    encoders = [values.encoder(kind) for kind in table.kinds]
    digest, size, count = hashlib.sha256(), 0, -1
    with tempfile.TemporaryFile(dir=aside) as packed:
        with gzip.GzipFile(filename="", mode="wb", compresslevel=COMPRESSION, fileobj=packed, mtime=0) as lines:
            for line in lines_of(table, connection, encoders, mentioned):
                lines.write(line)
                digest.update(line)
                size, count = size + len(line), count + 1
        length = packed.seek(0, os.SEEK_END)
        packed.seek(0)
        tar.add(member_of(table.name), length, chunks_of(packed))
    if count:
        say(f"{table.name}: {count} rows")
    return {
        "columns": table.columns,
        "rows": count,
        "bytes": size,
        "sha256": digest.hexdigest(),
        "last_key": last_key(connection, table),
    }


def lines_of(table, connection, encoders, mentioned):
    """The lines of a table, bytes: its columns, then its rows."""
    yield values.as_json(table.columns).encode() + b"\n"
    look = mentioned.reader_of(table)
    for row in table.rows(connection.alias):
        look(row)
        yield values.line_of(row, encoders) + b"\n"


def read_back(path, manifest, say):
    """Raises BackupFailed unless the archive on the disk is what was meant to be written."""
    try:
        with open_archive(path) as archive:
            archive.check(say)
            is_same = archive.manifest == manifest
    except RestoreRefused as error:
        raise BackupFailed(f"What was written can’t be read back: {error}") from error
    if not is_same:
        raise BackupFailed("What was written isn’t what was read back: look after the disk.")


def tell(path, manifest):
    """Write last-backup.json, which icesco/watching reads."""
    told = {
        "made_at": manifest.made_at,
        "archive": str(path.resolve()),
        "bytes": path.stat().st_size,
        "rows": sum(table["rows"] for table in manifest.tables.values()),
        "files": len(manifest.files),
        "missing": len(manifest.missing),
    }
    final = settings.VAR_DIR / "last-backup.json"
    draft = final.with_name(f"{final.name}.{os.getpid()}")
    try:
        draft.write_text(json.dumps(told), encoding="utf-8")
        draft.replace(final)
    except OSError:
        draft.unlink(missing_ok=True)
        raise


def fsync(folder):
    """Have the disk keep a new name too, where folders can be asked for it."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def words_for(error, folder):
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return f"The disk is full: no backup was made in {folder}."
    place = error.filename or folder
    return f"No backup was made in {folder}: {error.strerror or error} ({place})."
