"""Subresource integrity: what a browser holds a file of ours against before it runs it."""

import base64
import hashlib
from functools import cache
from pathlib import Path

from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import staticfiles_storage


@cache
def integrity_of(name):
    """The digest of the static file `name` as a value of `integrity`: of the bytes that its address serves.

    Kept as long as the process lives: the names of collected files change with their bytes.
    """
    return f"sha256-{base64.b64encode(hashlib.sha256(served_bytes(name)).digest()).decode()}"


def served_bytes(name):
    """The file as it was collected; as it stands in the sources where files are served from there."""
    if hasattr(staticfiles_storage, "stored_name"):
        with staticfiles_storage.open(staticfiles_storage.stored_name(name)) as file:
            return file.read()
    return Path(finders.find(name)).read_bytes()
