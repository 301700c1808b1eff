"""The uploaded files, copied into an archive while people upload and remove others."""

import hashlib
import os
import stat
import time
from pathlib import Path

from django.conf import settings

from .format import is_safe
from .tar import SizeChanged, chunks_of

TRIES, WAIT_SECONDS = 5, 1.0


def upload_folders():
    """{name in the archive: Path} of the folders of uploads."""
    return {"media": Path(settings.MEDIA_ROOT), "originals": Path(settings.ORIGINALS_ROOT)}


def listed(folder, prefix):
    """(path in the archive, Path) of everything under `folder` that isn't a folder, in order."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except (FileNotFoundError, NotADirectoryError):
        return  # nothing was ever uploaded, or the folder went meanwhile
    for entry in entries:
        path = f"{prefix}/{entry.name}"
        if entry.is_dir(follow_symlinks=False):
            yield from listed(entry.path, path)
        else:
            yield path, Path(entry.path)


def copy_uploads(tar, say):
    """Append every uploaded file to the TarWriter `tar`.

    Returns (files, missing) as a Manifest has them.
    """
    files, missing = {}, {}
    for prefix, folder in upload_folders().items():
        count = 0
        for path, source in listed(folder, prefix):
            try:
                files[path] = copy(tar, path, source)
                count += 1
            except LeftOut as reason:
                missing[printable(path)] = str(reason)
        say(f"{prefix}: {count} files")
    return files, missing


class LeftOut(Exception):
    """A file that can't go into the archive; the message says why."""


def copy(tar, path, source):
    """Append one file, again from the start where it changes meanwhile; {"bytes", "sha256"}. Raises LeftOut."""
    if has_surrogates(path) or not is_safe(path):
        raise LeftOut("its name can’t be restored everywhere")
    for number in range(TRIES):
        if number:
            time.sleep(WAIT_SECONDS)  # an upload on its way is written within seconds
        try:
            return copy_once(tar, path, source)
        except SizeChanged:
            continue
        except FileNotFoundError:
            raise LeftOut("it was removed meanwhile") from None
    raise LeftOut("it went on changing while it was read")


def copy_once(tar, path, source):
    """Raises SizeChanged, FileNotFoundError, LeftOut for what isn't a regular file; other OSErrors are the caller's."""
    if not stat.S_ISREG(source.lstat().st_mode):
        raise LeftOut("it is a link or no regular file")
    with open(os.open(source, os.O_RDONLY | os.O_NOFOLLOW), "rb") as file:
        before = os.fstat(file.fileno())
        digest = hashlib.sha256()
        start = tar.add(path, before.st_size, hashed(chunks_of(file), digest), before.st_mtime)
        after = os.fstat(file.fileno())
        if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
            tar.take_back(start)
            raise SizeChanged(path)
    return {"bytes": before.st_size, "sha256": digest.hexdigest()}


def hashed(chunks, digest):
    for chunk in chunks:
        digest.update(chunk)
        yield chunk


def has_surrogates(path):
    """Whether a name on the disk isn't UTF-8."""
    return path != printable(path)


def printable(path):
    return path.encode(errors="surrogateescape").decode(errors="replace")
