"""The roll-ups: how often each score was given, by day and group, split by standing and series."""

import random
from collections import Counter, defaultdict

from django.db import connections, models, transaction
from django.db.models import F, Sum
from django.utils.translation import gettext_lazy as _

from .. import partitions, scale
from ..pages import MAX_KEY_LENGTH, MAX_TYPE_LENGTH
from .rating import Rating, Standing
from .recount import COUNTERS, added_up, counted_from_ratings, put_right

# Writers of one group choose a row of so many by chance, so that they seldom wait for each other's commit.
SLOTS = 8
PAGE_GRAIN = ("rated_on", "language", "page_type", "page_key", "series", "standing", "is_demo")


class CountQuerySet(models.QuerySet):
    def apply(self, changes):
        """Count `changes`, in the transaction that makes them.

        changes: (Rating, Standing, 1 to count it there or −1 to take it out) of each. All changes of a transaction come
        in one call, so that the rows are locked in one order by everybody.
        """
        tallies = defaultdict(Counter)
        for rating, standing, sign in changes:
            tallies[self.model.grain_of(rating, standing)][f"n{rating.score}"] += sign
        slot = random.randrange(SLOTS)  # noqa: S311  (spreads load, hides nothing)
        for values, tally in sorted(tallies.items()):
            key = {**dict(zip(self.model.GRAIN, values, strict=True)), "slot": slot}
            if not self._increase(key, tally):
                # The first rating of its kind that day, unless another writer is just making the row:
                # then the insert waits for it and changes nothing.
                self.bulk_create([self.model(**key)], ignore_conflicts=True)
                self._increase(key, tally)

    def _increase(self, key, tally):
        """Add `tally` ({counter: number}) to the row of `key`. Returns the number of rows found, 0 or 1."""
        return self.filter(**key).update(**{counter: F(counter) + number for counter, number in tally.items()})

    def lock(self):
        """Let writers wait until the transaction ends."""
        connection = connections[self.db]
        if connection.vendor == "postgresql":  # SQLite has one writer at a time anyway
            table = connection.ops.quote_name(self.model._meta.db_table)
            with connection.cursor() as cursor:
                cursor.execute(f"LOCK TABLE {table} IN SHARE ROW EXCLUSIVE MODE")

    def rebuild(self, first, last):
        """Make the counts of the days `first` to `last`, of one month, those of the stored ratings; writers wait."""
        with transaction.atomic(using=self.db):
            self.lock()
            with connections[self.db].cursor() as cursor:
                put_right(cursor, self.model, *self.model.afresh(first, last))

    def sums(self, *names):
        """Rows of `names` and the five sums of their counters, in the order of `names`."""
        # Two steps: sums named within values_list would be taken row by row.
        sums = {f"sum_{counter}": Sum(counter) for counter in COUNTERS}
        return self.order_by(*names).values_list(*names).annotate(**sums)


def count(changes, database=None):
    """Apply `changes` to every roll-up, as CountQuerySet.apply() takes them."""
    changes = list(changes)
    for table in COUNT_TABLES:
        (table.objects.using(database) if database else table.objects).apply(changes)


class Count(models.Model):
    """Five counters of one group of ratings. GRAIN: the names of the columns that tell the groups apart."""

    rated_on = models.DateField(_("day"))
    language = models.CharField(_("language"), max_length=12)
    page_type = models.CharField(_("page type"), max_length=MAX_TYPE_LENGTH)
    series = models.CharField(_("series"), max_length=20, default=scale.series(1, 1, 1))
    standing = models.CharField(_("standing"), max_length=12, choices=Standing, default=Standing.COUNTED)
    is_demo = models.BooleanField(_("demo data"), default=False)
    slot = models.PositiveSmallIntegerField(default=0)
    # A slot may go below zero, since a rating can leave another than the one it came to; their sum can't.
    n1 = models.IntegerField(default=0)
    n2 = models.IntegerField(default=0)
    n3 = models.IntegerField(default=0)
    n4 = models.IntegerField(default=0)
    n5 = models.IntegerField(default=0)

    objects = CountQuerySet.as_manager()
    GRAIN = ()

    class Meta:
        abstract = True

    def __str__(self):
        return f"{self.rated_on} {self.language} {self.page_type}: {sum(self.counts)}"

    @classmethod
    def grain_of(cls, rating, standing):
        """The values of GRAIN for a Rating of `standing`."""
        return tuple(str(standing) if name == "standing" else getattr(rating, name) for name in cls.GRAIN)

    @classmethod
    def afresh(cls, first, last):
        """The query that counts the days `first` to `last` from what is stored, and its parameters."""
        return counted_from_ratings(cls.GRAIN), {"first": first, "last": last}

    @property
    def counts(self):
        """The five counters, from score 1 to score 5."""
        return tuple(getattr(self, counter) for counter in COUNTERS)


class DailyCount(Count):
    """By day, language, page type, device and channel: what the dashboard reads."""

    device = models.CharField(_("device"), max_length=12, choices=Rating.Device, default=Rating.Device.UNKNOWN)
    channel = models.CharField(_("channel"), max_length=12, choices=Rating.Channel, default=Rating.Channel.FORM)

    GRAIN = ("rated_on", "language", "page_type", "device", "channel", "series", "standing", "is_demo")

    class Meta:
        verbose_name = _("daily count")
        verbose_name_plural = _("daily counts")
        constraints = [
            models.UniqueConstraint(
                fields=[
                    *("rated_on", "language", "page_type", "device", "channel", "series", "standing", "is_demo"),
                    "slot",
                ],
                name="one_count_per_group_and_slot",
            )
        ]


class CountOfPage(Count):
    """One of the roll-ups that tell pages apart."""

    page_key = models.CharField(_("page key"), max_length=MAX_KEY_LENGTH)

    GRAIN = PAGE_GRAIN

    class Meta:
        abstract = True


class PageCount(CountOfPage):
    """By day and page: what the table of pages reads at both ends of a period."""

    class Meta:
        verbose_name = _("daily count of a page")
        verbose_name_plural = _("daily counts of pages")
        constraints = [
            models.UniqueConstraint(
                fields=[*PAGE_GRAIN, "slot"],
                name="one_page_count_per_group_and_slot",
            )
        ]
        indexes = [models.Index(fields=["page_key", "rated_on"], name="page_count_by_page")]


class PageMonthCount(CountOfPage):
    """By month and page: what the table of pages reads of whole months. `rated_on` is the first day of the month."""

    class Meta:
        verbose_name = _("monthly count of a page")
        verbose_name_plural = _("monthly counts of pages")
        constraints = [
            models.UniqueConstraint(
                fields=[*PAGE_GRAIN, "slot"],
                name="one_month_count_per_group_and_slot",
            )
        ]
        indexes = [models.Index(fields=["page_key", "rated_on"], name="month_count_by_page")]

    @classmethod
    def grain_of(cls, rating, standing):
        day, *rest = super().grain_of(rating, standing)
        return day.replace(day=1), *rest

    @classmethod
    def afresh(cls, first, last):
        """Added up from the days: those of the month whose ratings are gone stay counted."""
        month = partitions.first_of(first)
        days = {"first": month, "last": partitions.last_of(first), "month": month}
        return added_up(PageCount._meta.db_table, cls.GRAIN), days


COUNT_TABLES = (DailyCount, PageCount, PageMonthCount)
