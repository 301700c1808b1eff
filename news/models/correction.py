"""A dated note to readers of one edition on what it said wrongly: added, never rewritten, at most taken back."""

from django.conf import settings
from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from icesco.text.characters import refuse_unsafe

from ..errors import KeptForEver, NotPublicYet, StaleRevision, TakenBackAlready
from .edition import Edition

TAKEN_BACK = {"taken_back_at", "taken_back_by"}


class CorrectionQuerySet(models.QuerySet):
    def update(self, **values):
        if not values.keys() <= TAKEN_BACK:
            raise KeptForEver
        return super().update(**values)

    def delete(self):
        raise KeptForEver

    def standing(self):
        """Those that weren't taken back, oldest first."""
        return self.filter(taken_back_at__isnull=True).order_by("at", "pk")

    def shown(self, *editions):
        """Those that readers of these editions see; the caller has made sure that the editions are live."""
        return self.standing().filter(edition__in=editions).only("edition_id", "text", "at")


class Correction(models.Model):
    """What readers of one edition are told was wrong, in the language of the edition, as plain text.

    of: the first correction of the same matter, in another language; None when this is the first.
    """

    edition = models.ForeignKey(
        Edition, models.PROTECT, related_name="corrections", verbose_name=_("edition"), editable=False
    )
    text = models.CharField(_("note to readers"), max_length=1000)
    at = models.DateTimeField(_("at"), default=timezone.now)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("by")
    )
    of = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="others", verbose_name=_("same matter as")
    )
    taken_back_at = models.DateTimeField(_("taken back at"), null=True, blank=True)
    taken_back_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("taken back by"),
    )

    objects = CorrectionQuerySet.as_manager()

    class Meta:
        verbose_name = _("correction")
        verbose_name_plural = _("corrections")
        default_permissions = ()
        constraints = [
            models.CheckConstraint(
                condition=Q(taken_back_by__isnull=True) | Q(taken_back_at__isnull=False),
                name="taken_back_by_somebody_at_some_time",
            ),
            models.CheckConstraint(condition=~Q(text=""), name="a_correction_says_something"),
        ]
        indexes = [models.Index(fields=["-at", "-id"], name="correction_newest_first")]

    def __str__(self):
        return f"{timezone.localdate(self.at)} · {self.text[:60]}"

    @property
    def matter(self):
        """The first correction of the same matter: this one, or the one that it follows into another language."""
        return self.of or self

    def save(self, *args, **kwargs):
        if not self._state.adding:
            raise KeptForEver
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        raise KeptForEver

    @classmethod
    def add(cls, edition, text, by=None, task=None, publish=None, now=None):
        """Put a note on the public `edition`, publishing the newer revision `publish` with it where one is given.

        task: the open Task that this answers; without one, and for every language that has none of this matter yet, a
        task is opened. One transaction. Returns the Correction. Raises NotPublicYet, NotPublishable, OwnText,
        StaleRevision when `publish` is not the newest any more, UnsafeCharacter, ValidationError on a bad text.
        """
        from .task import Task

        now = now or timezone.now()
        refuse_unsafe(text)
        with transaction.atomic():
            held = edition.locked()
            if not held.is_live(now):
                raise NotPublicYet
            if publish:
                if publish.pk != held.newest_revision_id:
                    raise StaleRevision(held.newest_revision)
                held.publish(publish, by=by, now=now)
            of = task.correction if task else None
            correction = cls(edition=held, text=text.strip(), at=now, by=by, of=of)
            correction.full_clean()
            correction.save()
            held.show_change(now)
            if task:
                task.close(Task.Outcome.CORRECTED, by, now=now)
            Task.open_for_correction(correction)
        edition.refresh_from_db()
        return correction

    def take_back(self, by=None, now=None):
        """Show the note no more and keep its record; the tasks it opened are closed. Raises TakenBackAlready."""
        from .task import Task

        now = now or timezone.now()
        with transaction.atomic():
            edition = self.edition.locked()
            standing = Correction.objects.filter(pk=self.pk, taken_back_at__isnull=True)
            if not standing.update(taken_back_at=now, taken_back_by=by):
                raise TakenBackAlready
            if edition.is_live(now):
                # Whoever keeps a copy of the note must hear that it is gone.
                edition.show_change(now)
            for task in Task.objects.open().filter(correction=self):
                task.close(Task.Outcome.TAKEN_BACK, by, now=now)
        self.refresh_from_db()
