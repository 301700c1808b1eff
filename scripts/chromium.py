"""Where this machine has a Chromium for the browser tests."""

import os
import shutil
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FIXED = ("/usr/bin/chromium", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
PLAYWRIGHT_FOLDERS = ("~/.cache/ms-playwright", "~/Library/Caches/ms-playwright")
PLAYWRIGHT_BUILDS = (
    "chromium-*/chrome-linux*/chrome",
    "chromium-*/chrome-mac*/*.app/Contents/MacOS/*",
)
HOW_TO_GET = "install Chromium (on Debian: apt install chromium) or name one in CHROMIUM=/path/to/chromium"


def find_chromium():
    """The path of a Chromium or Chrome, or None; the variable CHROMIUM, if set, is the only place looked at."""
    if named := os.environ.get("CHROMIUM"):
        return shutil.which(named)
    return next((found for found in candidates() if found), None)


def candidates():
    """Paths that exist, the likeliest first; None where there is nothing."""
    yield from (shutil.which(name) for name in (*NAMES, *FIXED))
    for folder in PLAYWRIGHT_FOLDERS:
        for build in PLAYWRIGHT_BUILDS:
            yield from (str(path) for path in sorted(Path(folder).expanduser().glob(build), reverse=True))
