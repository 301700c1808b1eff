from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from .entity import Entity, OtherName


class Sector(Entity):
    """A field of the organisation's work: a sector, a specialised centre or an office."""

    class Kind(models.TextChoices):
        SECTOR = "sector", _("sector")
        CENTRE = "centre", _("centre")
        OFFICE = "office", pgettext_lazy("kind of body", "office")

    kind = models.CharField(_("kind"), max_length=10, choices=Kind, default=Kind.SECTOR)
    description = models.TextField(_("description"), max_length=1000, null=True, blank=True)
    ended_on = models.DateField(_("ended on"), null=True, blank=True)
    successor = models.ForeignKey(
        "self", models.SET_NULL, null=True, blank=True, related_name="predecessors", verbose_name=_("successor")
    )
    source = models.TextField(_("source of the wording"), blank=True, default="")

    class Meta:
        verbose_name = _("sector")
        verbose_name_plural = _("sectors")

    def get_absolute_url(self):
        return reverse("news:sector_detail", args=[self.slug])


class SectorName(OtherName):
    """Another form of a sector's name, such as "Sector of Education"."""

    sector = models.ForeignKey(Sector, models.CASCADE, related_name="other_names")

    class Meta:
        verbose_name = _("other form")
        verbose_name_plural = _("other forms")
        constraints = [
            models.UniqueConstraint(fields=["sector", "language", "form"], name="one_row_per_form_of_a_sector")
        ]

    @property
    def entity(self):
        return self.sector
