"""Uploaded files of an archive into folders that hold nothing yet."""

import os
import shutil
from contextlib import contextmanager

from django.conf import settings

from .errors import RestoreRefused
from .files import upload_folders


def refuse_unless_empty():
    """Raises RestoreRefused when a folder of uploads holds anything."""
    for folder in upload_folders().values():
        if folder.is_symlink() and not folder.exists():
            raise RestoreRefused(f"{folder} is a link that leads nowhere.")
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise RestoreRefused(f"{folder} isn’t empty: a backup is restored beside no other files.")


def refuse_without_room(needed):
    """Raises RestoreRefused when the disk of the uploads has less than `needed` bytes left."""
    for folder in upload_folders().values():
        while not folder.exists():
            folder = folder.parent
        if (free := shutil.disk_usage(folder).free) < needed:
            raise RestoreRefused(f"The archive comes to {needed} bytes; the disk of {folder} has {free} left.")


@contextmanager
def unpacked(archive, say):
    """The files of `archive`, checked, in their folders; within it an error takes all of them away again."""
    try:
        for path in archive.manifest.files:
            unpack(archive, path)
        say(f"{len(archive.manifest.files)} files are in place")
        yield
    except BaseException:
        for folder in upload_folders().values():
            clear(folder)
        raise


def unpack(archive, path):
    prefix, name = path.split("/", 1)
    target = upload_folders()[prefix] / name
    target.parent.mkdir(parents=True, exist_ok=True)
    mode = settings.FILE_UPLOAD_PERMISSIONS or 0o600
    with open(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, mode), "wb") as file:
        os.fchmod(file.fileno(), mode)
        for chunk in archive.file_chunks(path):
            file.write(chunk)


def clear(folder):
    """Remove what is in a folder that was empty before; the folder itself may be a disk's."""
    for entry in os.scandir(folder) if folder.is_dir() else ():
        if entry.is_dir(follow_symlinks=False):
            shutil.rmtree(entry.path, ignore_errors=True)
        else:
            os.unlink(entry.path)
