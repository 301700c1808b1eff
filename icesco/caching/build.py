"""Which code and words draw the pages: another build may draw the same facts otherwise."""

import hashlib
from functools import cache

from django.conf import settings

FOLDERS = ("icesco", "news", "people", "feedback", "templates", "static", "locale", "requirements")
KINDS = {".py", ".html", ".xml", ".txt", ".css", ".js", ".svg", ".json", ".mo"}


@cache
def build():
    """A digest, 12 hexadecimal digits, of code, templates, styles, catalogues, locked packages and what pages show of
    the settings.

    The same on every machine with the same release.
    """
    digest = hashlib.sha256(f"{settings.SITE_ORIGIN} {settings.HIJRI}".encode())
    for folder in FOLDERS:
        for path in sorted((settings.BASE_DIR / folder).rglob("*")):
            if path.suffix in KINDS and path.is_file():
                digest.update(f"\0{path.relative_to(settings.BASE_DIR)}\0".encode())
                digest.update(path.read_bytes())
    return digest.hexdigest()[:12]
