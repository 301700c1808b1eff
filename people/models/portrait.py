from django.db import models
from django.utils.translation import gettext_lazy as _

from ..pictures.renditions import SQUARE
from .person import Person
from .rendered_picture import RenderedPicture


class Portrait(RenderedPicture):
    """A picture of a person, square around its focal point. Readers who can't see it are told the person's name."""

    person = models.OneToOneField(Person, models.CASCADE, related_name="portrait")

    crops = (SQUARE,)

    class Meta:
        verbose_name = _("portrait")
        verbose_name_plural = _("portraits")

    def __str__(self):
        return str(self.person)
