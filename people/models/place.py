from django.db import models
from django.utils.translation import gettext_lazy as _

from .entity import Entity, OtherName
from .member_state import MemberState


class Place(Entity):
    """A town that stories are reported from: the dateline, and a way to know which state a text speaks of."""

    member_state = models.ForeignKey(
        MemberState,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="places",
        verbose_name=_("member state"),
        help_text=_("Empty for a place outside the member states."),
    )

    class Meta:
        verbose_name = _("place")
        verbose_name_plural = _("places")


class PlaceName(OtherName):
    """Another form of a place's name."""

    place = models.ForeignKey(Place, models.CASCADE, related_name="other_names")

    class Meta:
        verbose_name = _("other form")
        verbose_name_plural = _("other forms")
        constraints = [
            models.UniqueConstraint(fields=["place", "language", "form"], name="one_row_per_form_of_a_place")
        ]

    @property
    def entity(self):
        return self.place
