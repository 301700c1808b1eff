"""Links to other sites, asked on demand: all at once, for a bounded time, and only of the public internet."""

from concurrent.futures import ThreadPoolExecutor, wait
from dataclasses import dataclass
from threading import BoundedSemaphore

from . import guard
from .links import MOST_LINKS
from .visit import Outcome, Visit

EACH_SECONDS = 5
OVERALL_SECONDS = 15
AT_ONCE = 10
# Each check holds a worker of the server and some threads for a while: two people at most.
CHECKING = BoundedSemaphore(2)


class Busy(Exception):
    """Others are checking links just now."""


@dataclass(frozen=True)
class Answer:
    """What came of asking `url`: an Outcome, and the HTTP status where there was one."""

    url: str
    outcome: Outcome
    status: int | None = None

    @property
    def is_well(self):
        return self.outcome == Outcome.ANSWERS


def check_links(urls, each=EACH_SECONDS, overall=OVERALL_SECONDS, may_connect=None):
    """An Answer for each of `urls`, http or https, in their order: the first MOST_LINKS of them.

    Takes at most `overall` seconds; one that took longer than that is silent. may_connect: what may be asked, instead
    of guard.may_connect. Raises Busy. Hold no transaction meanwhile.
    """
    visits = [Visit(url, each, may_connect or guard.may_connect) for url in urls[:MOST_LINKS]]
    if not visits:
        return []
    if not CHECKING.acquire(blocking=False):
        raise Busy
    executor = ThreadPoolExecutor(min(AT_ONCE, len(visits)), "links")
    try:
        futures = [executor.submit(visit.outcome) for visit in visits]
        wait(futures, timeout=overall)
        outcomes = [future.result() if future.done() else (Outcome.SILENT, None) for future in futures]
    finally:
        for visit in visits:
            visit.give_up()
        executor.shutdown(wait=False, cancel_futures=True)
        CHECKING.release()
    return [Answer(visit.url, *outcome) for visit, outcome in zip(visits, outcomes, strict=True)]
