"""How the newsroom stands, asked when somebody looks: editions, publications, the newest backup."""

import json
import logging
import threading
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime

from django.conf import settings
from django.db import connection
from django.db.models import Count, Q
from django.utils import timezone
from prometheus_client.core import GaugeMetricFamily

from news.models import Publication, Release, WorkItem
from people.languages import LANGUAGES

logger = logging.getLogger(__name__)
KEPT_SECONDS = 30  # so often at most the database is asked, however often somebody looks


@dataclass(frozen=True)
class Standings:
    """live, behind: {language: editions}; the rest counts publications and releases. overdue_seconds: of the oldest."""

    live: dict = field(default_factory=dict)
    behind: dict = field(default_factory=dict)
    to_come: int = 0
    overdue: int = 0
    overdue_seconds: float = 0.0


def standings(now=None):
    """The Standings at `now`; two queries. Raises DatabaseError.

    Behind is counted as the desk counts it, off the rows of the queue: the newest text of a live edition follows
    one that has moved on.
    """
    now = now or timezone.now()
    rows = WorkItem.objects.filter(is_live=True).order_by().values_list("language")
    counts = rows.annotate(live=Count("pk"), behind=Count("pk", filter=Q(is_behind=True)))
    counted = {language: (live, behind) for language, live, behind in counts}
    releases = Release.objects.waiting().filter(due_at__isnull=False).order_by().values_list("due_at")
    orders = Publication.objects.to_come().order_by().values_list("due_at").union(releases, all=True)
    hours = [due_at for (due_at,) in orders]
    late = [(now - due_at).total_seconds() for due_at in hours if due_at <= now]
    return Standings(
        live={language: counted.get(language, (0, 0))[0] for language in LANGUAGES},
        behind={language: counted.get(language, (0, 0))[1] for language in LANGUAGES},
        to_come=len(hours) - len(late),
        overdue=len(late),
        overdue_seconds=max(late, default=0.0),
    )


def backup_age(now=None):
    """Seconds since the newest backup was made, or None: what made it says so in last-backup.json."""
    try:
        told = json.loads((settings.VAR_DIR / "last-backup.json").read_text(encoding="utf-8"))
        made_at = datetime.fromisoformat(told["made_at"])
    except (OSError, ValueError, TypeError, KeyError):
        return None
    if made_at.tzinfo is None:
        made_at = made_at.replace(tzinfo=UTC)
    return ((now or timezone.now()) - made_at).total_seconds()


class NewsroomCollector:
    """The Standings as metrics for prometheus_client. Without a database one of them says so, the others are gone."""

    def __init__(self):
        self.lock, self.known, self.asked_at = threading.Lock(), None, None

    def describe(self):
        return []  # asked when it is registered: that must not ask the database

    def collect(self):
        yield from families(self.current(), backup_age())

    def current(self):
        """The Standings, not older than KEPT_SECONDS, or None while the database doesn't answer."""
        with self.lock:
            if self.asked_at is None or time.monotonic() - self.asked_at >= KEPT_SECONDS:
                self.known, self.asked_at = self.ask(), time.monotonic()
            return self.known

    def ask(self):
        try:
            return standings()
        except Exception:
            # What was counted is shown whatever fails here.
            logger.exception("The newsroom's standings can't be read")
            return None
        finally:
            if not connection.in_atomic_block:
                connection.close()  # each scrape is a thread of its own, and ends with it


def families(known, age):
    """The metrics of Standings or None, and of a backup's age in seconds or None."""
    yield GaugeMetricFamily("icesco_database_up", "Whether the database answers, 1 or 0.", known is not None)
    if age is not None:
        yield GaugeMetricFamily("icesco_backup_age_seconds", "Since the newest backup was made.", age)
    if known is None:
        return
    yield by_language("icesco_editions_live", "Editions that readers see.", known.live)
    yield by_language("icesco_editions_behind", "Live editions whose source has moved on.", known.behind)
    yield GaugeMetricFamily("icesco_publications_to_come", "Publications and releases scheduled.", known.to_come)
    yield GaugeMetricFamily("icesco_publications_overdue", "Those whose hour is past: run_due is late.", known.overdue)
    yield GaugeMetricFamily(
        "icesco_publication_overdue_seconds", "How late the oldest of them is; 0 without.", known.overdue_seconds
    )


def by_language(name, description, counts):
    family = GaugeMetricFamily(name, description, labels=["language"])
    for language, count in counts.items():
        family.add_metric([language], count)
    return family
