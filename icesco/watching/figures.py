"""What the server's processes count: requests, how long they took, ratings."""

from functools import cache
from http import HTTPStatus

from . import shared_files

shared_files.open_for_this_process()

from prometheus_client import CollectorRegistry, Counter, Histogram  # noqa: E402  (after the line above)

READING, WRITING = {"GET", "HEAD", "OPTIONS"}, {"POST", "PUT", "PATCH", "DELETE"}
SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)

registry = CollectorRegistry()
requests = Counter(
    "icesco_requests", "Requests answered, by kind of page.", ["kind", "method", "status"], registry=registry
)
seconds = Histogram(
    "icesco_request_seconds", "Seconds until an answer began.", ["kind"], buckets=SECONDS, registry=registry
)
conditional = Counter(
    "icesco_conditional_requests",
    "Requests of those who have a copy: unchanged (304, a hit of their cache), or sent anew.",
    ["result"],
    registry=registry,
)
ratings = Counter(
    "icesco_ratings", "Ratings stored, by how they stood when they came.", ["standing"], registry=registry
)
replaced = Counter(
    "icesco_ratings_replaced", "Ratings that a later one of the same visitor took the place of.", [], registry=registry
)


kept_pages = Counter(
    "icesco_kept_pages",
    "Requests for public pages: hit (a page of this second was there), or miss (it had to be drawn).",
    ["result"],
    registry=registry,
)


@cache
def series(kind, method, status):
    """The counter and the histogram of such requests; there are only so many."""
    return requests.labels(kind, method, status), seconds.labels(kind)


@cache
def labelled(counter, result):
    """The part of `counter` for one of its few results."""
    return counter.labels(result)


def count_kept_page(result):
    """result: "hit" or "miss"."""
    labelled(kept_pages, result).inc()


def count_request(kind, request, response, took):
    """Count an answer to `request`, of a kind of KINDS, that took so many seconds."""
    method = "read" if request.method in READING else "write" if request.method in WRITING else "other"
    counter, histogram = series(kind, method, f"{response.status_code // 100}xx")
    counter.inc()
    histogram.observe(took)
    if "HTTP_IF_NONE_MATCH" in request.META or "HTTP_IF_MODIFIED_SINCE" in request.META:
        is_unchanged = response.status_code == HTTPStatus.NOT_MODIFIED
        labelled(conditional, "unchanged" if is_unchanged else "sent").inc()
