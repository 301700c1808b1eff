"""Page views counted in memory and written by the minute, in one row a group: never a row per view.

What a process that is killed had counted in its last minute is lost: denominators may miss a little, answers nothing.
"""

import atexit
import logging
import threading
import time
from functools import lru_cache

from django.db import DatabaseError, transaction
from django.utils import timezone

from . import pages
from .models import ViewCount, day_of

FLUSH_EVERY_SECONDS = 60
MOST_PAGES_KNOWN = 2_000

logger = logging.getLogger(__name__)
tallies, lock = {}, threading.Lock()
flushed_at = time.monotonic()


@lru_cache(MOST_PAGES_KNOWN)
def page_at(path, _hour):
    return pages.resolve(path)


def known_page(path):
    """The feedback.pages.Page at `path`, or None; looked up once an hour, for views come thick and fast."""
    return page_at(path, int(time.monotonic() // 3600)) if len(path) <= pages.MAX_PATH_LENGTH else None


def add(page, device, is_seen, is_used, now=None):
    """Count a view of `page`; who comes a minute after the last writing does it for all."""
    key = (day_of(now or timezone.now()), page.language, page.type, str(device))
    with lock:
        numbers = tallies.setdefault(key, [0, 0, 0])
        for place, number in enumerate((1, is_seen or is_used, is_used)):
            numbers[place] += number
        is_due = time.monotonic() - flushed_at >= FLUSH_EVERY_SECONDS
    if is_due:
        flush()


def flush():
    """Write what was counted. Where the database is away it is counted on, and written the next time."""
    global flushed_at
    with lock:
        taken = dict(tallies)
        tallies.clear()
        flushed_at = time.monotonic()
    if not taken:
        return
    try:
        with transaction.atomic():
            ViewCount.objects.add(taken)
    except DatabaseError:
        logger.exception("page views could not be written; they are kept for the next minute")
        with lock:
            for key, numbers in taken.items():
                kept = tallies.setdefault(key, [0, 0, 0])
                kept[:] = [old + number for old, number in zip(kept, numbers, strict=True)]


atexit.register(flush)
