"""What decides whether a page may have changed: the site version, and the times that pass without anybody writing."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Subquery
from django.utils import timezone

from news.models import Edition, LeadPin

from .version_row import SiteVersion


@dataclass(frozen=True)
class SiteMoment:
    """The site as it stands at `at`. number: the site version. passed: the last time at which something ended by
    itself, such as an edition; comes: the next such time; both aware datetimes or None. day: in Rabat, since pages say
    who holds an office today.
    """

    number: int
    passed: datetime | None
    comes: datetime | None
    day: date
    at: datetime

    def seconds_left(self, most):
        """For how many whole seconds, at most `most`, nothing will end by itself."""
        if self.comes is None:
            return most
        return max(0, min(most, int((self.comes - self.at).total_seconds())))


def site_moment(at=None):
    """The SiteMoment at `at`, an aware datetime (default: now), in one query.

    Ask before the page is read: a tag made from an older moment than the page's words is replaced at the next request;
    one from a newer moment would keep old words alive.
    """
    now = at or timezone.now()
    ends = {"edition": (Edition, "expires_at"), "pin": (LeadPin, "ends_at")}
    asked = {}
    for name, (model, column) in ends.items():
        asked[f"{name}_passed"] = first(model.objects.filter(**{f"{column}__lte": now}), f"-{column}")
        asked[f"{name}_comes"] = first(model.objects.filter(**{f"{column}__gt": now}), column)
    row = SiteVersion.objects.filter(pk=SiteVersion.ONLY).annotate(**asked).values().first() or {}
    passed = [row[f"{name}_passed"] for name in ends if row.get(f"{name}_passed")]
    comes = [row[f"{name}_comes"] for name in ends if row.get(f"{name}_comes")]
    return SiteMoment(
        row.get("number", 0), max(passed, default=None), min(comes, default=None), timezone.localdate(now), now
    )


def first(rows, order):
    """The time by which `rows` are ordered, of the first of them, as an expression."""
    return Subquery(rows.order_by(order).values(order.lstrip("-"))[:1])
