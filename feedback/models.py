from collections import Counter, defaultdict

from django.db import connections, models, transaction
from django.db.models import Count, F, Q, Sum
from django.db.models.functions import Length
from django.db.models.lookups import LessThanOrEqual
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from . import scale
from .pages import MAX_KEY_LENGTH, MAX_TYPE_LENGTH

COUNTERS = ("n1", "n2", "n3", "n4", "n5")
GRAIN = ("rated_on", "language", "page_type", "is_demo")


class RatingIsFinal(TypeError):
    """Somebody tried to change or delete a rating that is stored."""


def day_of(moment):
    """The day of `moment`, an aware datetime, in the time zone of the setting TIME_ZONE (Rabat)."""
    return moment.astimezone(timezone.get_default_timezone()).date()


class RatingQuerySet(models.QuerySet):
    def bulk_create(self, ratings, batch_size=None, **options):
        """Store `ratings` and count them, in one transaction. Raises TypeError on Django's conflict options."""
        if any(options.values()):
            raise TypeError("Ratings are only ever added: bulk_create takes no conflict options.")
        ratings = list(ratings)
        for rating in ratings:
            rating.rated_on = day_of(rating.created_at)
        with transaction.atomic(using=self.db):
            stored = super().bulk_create(ratings, batch_size=batch_size)
            DailyCount.objects.using(self.db).add(ratings)
        return stored

    def update(self, **changes):
        raise RatingIsFinal("A rating's answer never changes.")

    def bulk_update(self, ratings, fields, batch_size=None):
        raise RatingIsFinal("A rating's answer never changes.")

    def delete(self):
        raise RatingIsFinal("Ratings leave by retention only.")


class Rating(models.Model):
    """One visitor's answer on one page. It never changes; what is thought of it later belongs in rows of its own."""

    class Channel(models.TextChoices):
        FORM = "form", _("Form")

    score = models.PositiveSmallIntegerField(_("score"), choices=scale.LABELS)
    comment = models.TextField(_("comment"), blank=True, default="", max_length=scale.COMMENT_MAX_LENGTH)
    language = models.CharField(_("language"), max_length=12)
    page_type = models.CharField(_("page type"), max_length=MAX_TYPE_LENGTH)
    page_key = models.CharField(_("page key"), max_length=MAX_KEY_LENGTH)
    created_at = models.DateTimeField(_("time"), default=timezone.now)
    # Stored, not computed: the rules of a time zone change, the day a rating was counted on does not.
    rated_on = models.DateField(_("day"))
    channel = models.CharField(_("channel"), max_length=12, choices=Channel, default=Channel.FORM)
    label_version = models.PositiveSmallIntegerField(_("version of the labels"), default=scale.LABEL_VERSION)
    scale_order = models.PositiveSmallIntegerField(_("order of the scale"), default=scale.NEGATIVE_FIRST)
    widget_version = models.PositiveSmallIntegerField(_("version of the form"), default=scale.WIDGET_VERSION)
    is_demo = models.BooleanField(_("demo data"), default=False)

    objects = RatingQuerySet.as_manager()

    class Meta:
        verbose_name = _("rating")
        verbose_name_plural = _("ratings")
        permissions = [
            ("view_dashboard", _("Can read the feedback dashboard")),
            ("export_ratings", _("Can download the ratings one by one")),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(score__range=(1, 5)), name="score_is_1_to_5"),
            models.CheckConstraint(
                condition=LessThanOrEqual(Length("comment"), scale.COMMENT_MAX_LENGTH), name="comment_is_bounded"
            ),
        ]
        indexes = [models.Index(fields=["rated_on"], name="rating_by_day")]

    def __str__(self):
        return f"{self.score} – {self.page_key} ({self.language})"

    def save(self, *args, **kwargs):
        """Store and count this rating, in one transaction. Raises RatingIsFinal on one that is stored already."""
        if not self._state.adding:
            raise RatingIsFinal("A rating's answer never changes.")
        self.rated_on = day_of(self.created_at)
        with transaction.atomic():
            super().save(*args, **{**kwargs, "force_insert": True})
            # Last, because every rating of the day waits here until the one before it is committed.
            DailyCount.objects.add([self])

    def delete(self, *args, **kwargs):
        raise RatingIsFinal("Ratings leave by retention only.")


class DailyCountQuerySet(models.QuerySet):
    def add(self, ratings):
        """Count `ratings`, in the transaction that stores them."""
        tallies = defaultdict(Counter)
        for rating in ratings:
            tallies[tuple(getattr(rating, name) for name in GRAIN)][f"n{rating.score}"] += 1
        # In one order for everybody: two writers of several rows can't wait for each other.
        for values, tally in sorted(tallies.items()):
            key = dict(zip(GRAIN, values, strict=True))
            if not self._increase(key, tally):
                # The first rating of its kind that day, unless another writer is just making the row:
                # then the insert waits for it and changes nothing.
                self.bulk_create([self.model(**key)], ignore_conflicts=True)
                self._increase(key, tally)

    def _increase(self, key, tally):
        """Add `tally` ({counter: number}) to the row of `key`. Returns the number of rows found, 0 or 1."""
        return self.filter(**key).update(**{counter: F(counter) + number for counter, number in tally.items()})

    def rebuild(self):
        """Count all stored ratings afresh, while writers wait. Returns the number of rows."""
        tallies = {f"n{score}": Count("pk", filter=Q(score=score)) for score in scale.SCORES}
        with transaction.atomic(using=self.db):
            connection = connections[self.db]
            if connection.vendor == "postgresql":  # SQLite has one writer at a time anyway
                table = connection.ops.quote_name(self.model._meta.db_table)
                with connection.cursor() as cursor:
                    cursor.execute(f"LOCK TABLE {table} IN SHARE ROW EXCLUSIVE MODE")
            self.all().delete()
            rows = Rating.objects.using(self.db).order_by().values(*GRAIN).annotate(**tallies)
            return len(self.bulk_create([self.model(**row) for row in rows], batch_size=1000))

    def sums(self, *names):
        """Rows of `names` and the five sums of their counters, in the order of `names`."""
        # Two steps: sums named within values_list would be taken row by row.
        sums = {f"sum_{counter}": Sum(counter) for counter in COUNTERS}
        return self.order_by(*names).values_list(*names).annotate(**sums)


class DailyCount(models.Model):
    """How often each score was given on one day in one language on one type of page: what the dashboard reads."""

    rated_on = models.DateField(_("day"))
    language = models.CharField(_("language"), max_length=12)
    page_type = models.CharField(_("page type"), max_length=MAX_TYPE_LENGTH)
    is_demo = models.BooleanField(_("demo data"), default=False)
    n1 = models.PositiveIntegerField(default=0)
    n2 = models.PositiveIntegerField(default=0)
    n3 = models.PositiveIntegerField(default=0)
    n4 = models.PositiveIntegerField(default=0)
    n5 = models.PositiveIntegerField(default=0)

    objects = DailyCountQuerySet.as_manager()

    class Meta:
        verbose_name = _("daily count")
        verbose_name_plural = _("daily counts")
        constraints = [models.UniqueConstraint(fields=GRAIN, name="one_count_per_day_language_type")]

    def __str__(self):
        return f"{self.rated_on} {self.language} {self.page_type}: {sum(self.counts)}"

    @property
    def counts(self):
        """The five counters, from score 1 to score 5."""
        return tuple(getattr(self, counter) for counter in COUNTERS)
