from django.db import models
from django.utils.translation import gettext_lazy as _

from ..languages import LANGUAGES, column
from ..pictures.renditions import SQUARE
from .person import Person
from .rendered_picture import RenderedPicture


class Portrait(RenderedPicture):
    """A picture of a person, square around its focal point. Readers who can't see it are told the person's name."""

    person = models.OneToOneField(Person, models.CASCADE, related_name="portrait")
    credit = models.CharField(
        _("credit"), max_length=200, null=True, blank=True, help_text=_("Who made it, as printed under it.")
    )
    rights_holder = models.CharField(_("rights holder"), max_length=200, blank=True)
    licence = models.CharField(_("licence"), max_length=200, blank=True)

    crops = (SQUARE,)

    class Meta:
        verbose_name = _("portrait")
        verbose_name_plural = _("portraits")

    def __str__(self):
        return str(self.person)

    def credit_in(self, language):
        """Whose picture it is, in `language`, or ''."""
        return getattr(self, column("credit", language)) or ""

    @property
    def languages(self):
        """The languages in which there is a credit: a list such as ["ar", "en"]."""
        return [language for language in LANGUAGES if self.credit_in(language)]
