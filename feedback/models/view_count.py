"""What response rates are shares of: how often pages with the question were looked at, and the question was seen."""

from django.db import models
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from ..pages import MAX_TYPE_LENGTH
from .rating import Rating

GRAIN = ("viewed_on", "language", "page_type", "device")
DENOMINATORS = ("offered", "seen", "used")


class ViewCountQuerySet(models.QuerySet):
    def add(self, tallies):
        """Add `tallies`, {values of GRAIN: [offered, seen, used]}, each in one order for everybody."""
        for values, numbers in sorted(tallies.items()):
            key = dict(zip(GRAIN, values, strict=True))
            changes = {name: F(name) + number for name, number in zip(DENOMINATORS, numbers, strict=True)}
            if not self.filter(**key).update(**changes):
                self.bulk_create([self.model(**key)], ignore_conflicts=True)
                self.filter(**key).update(**changes)


class ViewCount(models.Model):
    """Page views of one day, language, type of page and device, told by browsers with scripts.

    offered: pages with the question that were opened; seen: those on which half of it came into view; used: those on
    which an answer was chosen, sent or not.
    """

    viewed_on = models.DateField(_("day"))
    language = models.CharField(_("language"), max_length=12)
    page_type = models.CharField(_("page type"), max_length=MAX_TYPE_LENGTH)
    device = models.CharField(_("device"), max_length=12, choices=Rating.Device, default=Rating.Device.UNKNOWN)
    offered = models.PositiveIntegerField(default=0)
    seen = models.PositiveIntegerField(default=0)
    used = models.PositiveIntegerField(default=0)

    objects = ViewCountQuerySet.as_manager()

    class Meta:
        verbose_name = _("count of page views")
        verbose_name_plural = _("counts of page views")
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=GRAIN, name="one_view_count_per_group")]

    def __str__(self):
        return f"{self.viewed_on} {self.language} {self.page_type}: {self.offered}"
