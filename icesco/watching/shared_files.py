"""The files through which the server's processes add up their figures: prometheus_client's multiprocess mode."""

import logging
import os
import re

from django.conf import settings

PREFIXES = ("counter", "histogram")
# All that the fixed set of kinds, methods and states of answers can fill, several times over.
RESERVED_BYTES = 512 * 1024
OF_A_PROCESS = re.compile(r"[a-z]+_(?P<pid>\d+)\.db")

logger = logging.getLogger(__name__)


def open_for_this_process():
    """Have this process keep its figures in files of METRICS_DIR; call it before prometheus_client is imported.

    Their room is taken now: the library maps a file with holes, and a disk that is full when it comes to one of
    them would end the process. Where there is no room or no right the figures stay in memory, unseen.
    """
    folder = settings.METRICS_DIR
    if folder is None:
        return
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for prefix in PREFIXES:
            reserve(folder / f"{prefix}_{os.getpid()}.db")
    except OSError:
        logger.exception("No figures are kept of this process")
    else:
        os.environ["PROMETHEUS_MULTIPROC_DIR"] = str(folder)


def reserve(path, size=RESERVED_BYTES):
    """Take `size` bytes on the disk for the file `path`, whose bytes stay as they are. Raises OSError."""
    file = os.open(path, os.O_RDWR | os.O_CREAT, 0o640)
    try:
        if hasattr(os, "posix_fallocate"):  # macOS, where nobody serves the public, has none
            os.posix_fallocate(file, 0, size)
    finally:
        os.close(file)


def forget_ended_processes():
    """Remove the files of processes that are no more: as the server starts, so that its counters begin anew."""
    for path in settings.METRICS_DIR.glob("*.db"):
        found = OF_A_PROCESS.fullmatch(path.name)
        if found and not is_alive(int(found["pid"])):
            path.unlink(missing_ok=True)


def is_alive(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True  # somebody else's
    return True
