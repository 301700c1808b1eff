"""One visitor's answer on one page, and where it stands in the figures."""

from django.db import models, transaction
from django.db.models import Q
from django.db.models.functions import Length
from django.db.models.lookups import LessThanOrEqual
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .. import partitions, scale
from ..pages import MAX_KEY_LENGTH, MAX_TYPE_LENGTH

LONGEST_SECONDS = 24 * 60 * 60


class RatingIsFinal(TypeError):
    """Somebody tried to change or delete a rating that is stored."""


class Standing(models.TextChoices):
    """Whether a rating is in the figures."""

    COUNTED = "counted", _("Counted")
    QUARANTINED = "quarantined", _("Set apart")
    REPLACED = "replaced", _("Replaced by a later answer")


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
            if ratings:
                days = [rating.rated_on for rating in ratings]
                partitions.ensure(min(days), max(days), self.db)
            stored = super().bulk_create(ratings, batch_size=batch_size)
            count(((rating, Standing.COUNTED, 1) for rating in ratings), self.db)
        return stored

    def update(self, **changes):
        raise RatingIsFinal("A rating's answer never changes.")

    def bulk_update(self, ratings, fields, batch_size=None):
        raise RatingIsFinal("A rating's answer never changes.")

    def delete(self):
        raise RatingIsFinal("Ratings leave by retention only.")

    def with_standing(self):
        """Each with `standing`, a Standing: what the newest verdict says, counted without one."""
        from .verdict import Verdict

        newest = Verdict.objects.filter(rating=models.OuterRef("pk")).order_by("-pk").values("standing")[:1]
        standing = models.functions.Coalesce(models.Subquery(newest), models.Value(Standing.COUNTED))
        return self.annotate(standing=standing)


class Rating(models.Model):
    """One visitor's answer on one page. It never changes; what is thought of it later is in its verdicts.

    On PostgreSQL the table is parted by month of `rated_on` (see partitions.py); `id` is the key all the same.
    """

    class Channel(models.TextChoices):
        FORM = "form", _("Form")
        SCRIPT = "script", _("Script")

    class Device(models.TextChoices):
        PHONE = "phone", _("Phone")
        TABLET = "tablet", _("Tablet")
        COMPUTER = "computer", _("Computer")
        UNKNOWN = "unknown", _("Unknown device")

    score = models.PositiveSmallIntegerField(_("score"), choices=scale.LABELS)
    comment = models.TextField(_("comment"), blank=True, default="", max_length=scale.COMMENT_MAX_LENGTH)
    language = models.CharField(_("language"), max_length=12)
    page_type = models.CharField(_("page type"), max_length=MAX_TYPE_LENGTH)
    page_key = models.CharField(_("page key"), max_length=MAX_KEY_LENGTH)
    created_at = models.DateTimeField(_("time"), default=timezone.now)
    # Stored, not computed: the rules of a time zone change, the day a rating was counted on does not.
    rated_on = models.DateField(_("day"))
    device = models.CharField(_("device"), max_length=12, choices=Device, default=Device.UNKNOWN)
    channel = models.CharField(_("channel"), max_length=12, choices=Channel, default=Channel.FORM)
    placement = models.PositiveSmallIntegerField(
        _("place on the page"), choices=scale.PLACEMENTS, default=scale.BEFORE_FOOTER
    )
    label_version = models.PositiveSmallIntegerField(_("version of the labels"), default=scale.LABEL_VERSION)
    scale_order = models.PositiveSmallIntegerField(_("order of the scale"), default=scale.NEGATIVE_FIRST)
    widget_version = models.PositiveSmallIntegerField(_("version of the form"), default=scale.WIDGET_VERSION)
    seconds = models.PositiveIntegerField(_("seconds to answer"), null=True, blank=True)
    is_demo = models.BooleanField(_("demo data"), default=False)

    objects = RatingQuerySet.as_manager()

    class Meta:
        verbose_name = _("rating")
        verbose_name_plural = _("ratings")
        permissions = [
            ("view_dashboard", _("Can read the feedback dashboard")),
            ("export_ratings", _("Can download the ratings one by one")),
            ("judge_ratings", _("Can set ratings apart and count them again")),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(score__range=(1, 5)), name="score_is_1_to_5"),
            models.CheckConstraint(
                condition=LessThanOrEqual(Length("comment"), scale.COMMENT_MAX_LENGTH), name="comment_is_bounded"
            ),
        ]
        indexes = [
            models.Index(fields=["rated_on"], name="rating_by_day"),
            # The newest comments of a language or page, among millions of answers without one.
            models.Index(
                fields=["-id", "language", "page_type", "page_key"],
                condition=~Q(comment=""),
                name="rating_with_comment",
            ),
        ]

    def __str__(self):
        return f"{self.score} – {self.page_key} ({self.language})"

    @property
    def series(self):
        return scale.series(self.label_version, self.scale_order, self.placement)

    def save(self, *args, **kwargs):
        """Store and count this rating, in one transaction. Raises RatingIsFinal on one that is stored already."""
        with transaction.atomic():
            # Counted last, because ratings of the day may wait there until the one before them is committed.
            count(self.store(*args, **kwargs))

    def store(self, *args, standing=Standing.COUNTED, reason="", **kwargs):
        """Store it, with a first verdict where it isn't simply counted; returns the changes that counting it makes.

        The caller holds the transaction and applies them (see counts.count) at its end. Raises as save().
        """
        if not self._state.adding:
            raise RatingIsFinal("A rating's answer never changes.")
        self.rated_on = day_of(self.created_at)
        super().save(*args, **{**kwargs, "force_insert": True})
        if standing != Standing.COUNTED:
            self.verdicts.create(rated_on=self.rated_on, standing=standing, reason=reason)
        return [(self, standing, 1)]

    def delete(self, *args, **kwargs):
        raise RatingIsFinal("Ratings leave by retention only.")

    def current_standing(self):
        """What the newest verdict says: a Standing."""
        newest = self.verdicts.order_by("-pk").values_list("standing", flat=True).first()
        return Standing(newest or Standing.COUNTED)

    def judge(self, standing, reason, by=None, note=""):
        """Append a verdict and move the rating in the figures; whether it stood otherwise before."""
        with transaction.atomic():
            changes = self.give_verdict(standing, reason, by, note)
            count(changes)
            return bool(changes)

    def give_verdict(self, standing, reason, by=None, note=""):
        """Append a verdict; returns the changes that counting it makes, none where it stands so already.

        The caller holds the transaction and applies them at its end, as those of store().
        """
        # Held until the end, so that of two people who judge it one comes after the other.
        Rating.objects.select_for_update().only("pk").get(pk=self.pk, rated_on=self.rated_on)
        before = self.current_standing()
        if before == standing:
            return []
        self.verdicts.create(rated_on=self.rated_on, standing=standing, reason=reason, by=by, note=note)
        return [(self, before, -1), (self, standing, 1)]


def count(changes, database=None):
    """Apply `changes` to the roll-ups, see counts.count()."""
    from .counts import count as count_in_roll_ups

    count_in_roll_ups(changes, database)
