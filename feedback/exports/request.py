"""What an export is about, and its rows as of one moment."""

from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta

from django.db.models import CharField, OuterRef, Subquery, Value
from django.db.models.functions import Coalesce
from django.utils import timezone

from .. import partitions
from ..filters import Filters
from ..masking import masked
from ..models import Rating, Standing, Verdict
from .columns import columns
from .dialects import DIALECTS, PARQUET, RAW

# An answer has its time before it is committed: so long a moment has to lie back to be over.
SETTLED = timedelta(minutes=5)
MASKED, WHOLE = "masked", "whole"


@dataclass(frozen=True)
class Export:
    """as_of: an aware datetime; two exports of one moment are the same, byte by byte, whatever came in between.

    comments: "", MASKED or WHOLE. Raises ValueError on a dialect that isn't one, and on a moment not over yet.
    """

    filters: Filters
    as_of: datetime
    dialect: str = RAW
    comments: str = ""
    has_exact_times: bool = False

    def __post_init__(self):
        if self.dialect not in (*DIALECTS, PARQUET):
            raise ValueError(f"{self.dialect!r} is none of {', '.join((*DIALECTS, PARQUET))}")
        if self.as_of > timezone.now() - SETTLED + timedelta(seconds=1):
            raise ValueError("the moment of an export has to lie five minutes back, so that all of it is there")

    @property
    def columns(self):
        return columns(bool(self.comments))

    @property
    def names(self):
        return [column.name for column in self.columns]

    @property
    def suffix(self):
        """Of the names of its files."""
        return "parquet" if self.dialect == PARQUET else "csv"

    def described(self):
        """The export as a dict for manifests and logs."""
        filters = {
            name: str(value) if name in ("start", "end") else value for name, value in asdict(self.filters).items()
        }
        filters.pop("is_pooled")
        return {
            "filters": filters,
            "as_of": iso(self.as_of),
            "dialect": self.dialect,
            "comments": self.comments or "left out",
            "times": "exact" if self.has_exact_times else "cut to the hour",
        }

    def months(self):
        """(first day, last day) of each month of the period that may hold answers, cut to the period."""
        filters = self.filters
        for first in partitions.months(filters.start, filters.end):
            yield max(first, filters.start), min(partitions.last_of(first), filters.end)

    def ratings(self, first, last):
        """The Ratings from day `first` to `last` that this export holds, by key, with their standing at the moment."""
        newest = Verdict.objects.filter(rating=OuterRef("pk"), at__lte=self.as_of).order_by("-pk").values("standing")
        standing = Coalesce(Subquery(newest[:1]), Value(Standing.COUNTED), output_field=CharField())
        chosen = self.filters.narrow(Rating.objects.all()).filter(rated_on__range=(first, last))
        return chosen.filter(created_at__lte=self.as_of).annotate(standing=standing).order_by("pk")

    def records(self, first, last):
        """The rows of one part as lists of values in the order of `names`, read as they are asked for.

        created_at is an aware datetime in UTC, cut to the hour unless exact times were asked for.
        """
        return self.told(self.ratings(first, last).values_list(*self.names).iterator(chunk_size=2000))

    def page(self, after, limit):
        """At most `limit` rows as records() gives them, those with keys above `after`, of the whole period."""
        found = self.ratings(self.filters.start, self.filters.end).filter(pk__gt=after)
        return list(self.told(found.values_list(*self.names)[:limit]))

    def told(self, rows):
        """`rows` of stored values as this export tells them."""
        time, comment = self.names.index("created_at"), len(self.names) - 1
        for values in rows:
            row = list(values)
            row[time] = self.time(row[time])
            if self.comments == MASKED:
                row[comment] = masked(row[comment])
            yield row

    def time(self, moment):
        moment = moment.astimezone(UTC)
        return moment if self.has_exact_times else to_the_hour(moment)

    def rows(self, first, last):
        """The rows of one part as lists of cells of a CSV file."""
        time, demo = self.names.index("created_at"), self.names.index("is_demo")
        for row in self.records(first, last):
            row[time] = iso(row[time])
            row[demo] = "true" if row[demo] else "false"
            yield row


def to_the_hour(moment):
    return moment.replace(minute=0, second=0, microsecond=0)


def iso(moment):
    """`moment` in UTC, such as 2026-03-09T14:05:30Z; with six decimals where it has a fraction of a second."""
    text = f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%S}"
    return f"{text}.{moment.microsecond:06}Z" if moment.microsecond else f"{text}Z"


def settled_moment():
    """The newest moment of which an export can be made, on a full second."""
    return (timezone.now() - SETTLED).replace(microsecond=0)
