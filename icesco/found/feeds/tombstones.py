"""What is gone from a feed's stories, without a word of it, so that readers and copies drop it (RFC 6721)."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils import timezone

from news.models import Edition

from .identity import entry_id

MOST_TOMBSTONES = 30
KEPT = timedelta(days=30)
# Kind of subject: how its stories are found by their facts, since what is gone is in no listing.
FACTS = {
    "person": "article__people",
    "member_state": "article__member_states",
    "sector": "article__sectors",
    "tag": "article__tags",
}


@dataclass(frozen=True)
class Tombstone:
    """id: that of the entry that was. gone_at: since when, an aware datetime."""

    id: str
    gone_at: datetime


def tombstones(language, kind=None, subject=None):
    """The editions of a feed that went within 30 days, the last first: a list of at most 30 Tombstone. One query."""
    now = timezone.now()
    gone = Edition.objects.gone_since(language, now - KEPT, now)
    if kind:
        gone = gone.filter(**{FACTS[kind]: subject})
    rows = gone.only("language", "article_id").order_by("-went_at", "-pk")[:MOST_TOMBSTONES]
    return [Tombstone(entry_id(edition), edition.went_at) for edition in rows]
