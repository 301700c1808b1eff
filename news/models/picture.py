"""Pictures of the library: their rights, and the texts that prefill those of each use."""

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from people.languages import LANGUAGES, column
from people.models import RenderedPicture
from people.pictures.renditions import CARD, SHARE, WHOLE
from people.uploads import originals

# What showing a picture takes: names for only(), beside its credits.
SHOWN = ("renditions", "taken_down_at", "is_decorative")


class Picture(RenderedPicture):
    """An uploaded picture with its rights. Its alt text and caption prefill those that a story's revisions hold."""

    alt = models.CharField(
        _("alt text"),
        max_length=500,
        null=True,
        blank=True,
        help_text=_("What the picture shows, for who can’t see it."),
    )
    caption = models.CharField(_("caption"), max_length=500, null=True, blank=True)
    is_decorative = models.BooleanField(
        _("decorative"),
        default=False,
        help_text=_("It tells nothing that the text doesn’t: it needs no alt text, and screen readers pass over it."),
    )
    taken_down_at = models.DateTimeField(_("taken down at"), null=True, blank=True, editable=False)
    created_at = models.DateTimeField(_("created at"), default=timezone.now, editable=False)

    crops = (WHOLE, CARD, SHARE)
    kept = ("renditions", "taken_down_at")

    class Meta:
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")

    def __str__(self):
        # The log is written without a language.
        in_order = [language for language in (get_language(), *LANGUAGES) if language in LANGUAGES]
        told = [value(language) for value in (self.alt_in, self.credit_in) for language in in_order]
        return f"{self.pk}: {next(filter(None, told), '')}"

    def clean(self):
        super().clean()
        if not self.languages:
            raise ValidationError(_("Give a credit in at least one language."))

    def alt_in(self, language):
        return getattr(self, column("alt", language)) or ""

    def caption_in(self, language):
        return getattr(self, column("caption", language)) or ""

    @property
    def is_shown(self):
        return bool(self.renditions) and self.taken_down_at is None

    @property
    def may_be_shown(self):
        return self.taken_down_at is None

    def take_down(self):
        """Remove the picture everywhere: its public files go, the original stays with the staff.

        Returns whether it was shown until now: somebody else may have been faster.
        """
        with transaction.atomic():
            self.hold()
            if self.taken_down_at is not None:
                return False
            self.remove_public_files()
            self.taken_down_at = timezone.now()
            self.save_kept()
        return True

    def put_back(self):
        """Show the picture again wherever it is used; returns whether it was taken down until now.

        Raises ValidationError and OSError when its original can't be read.
        """
        with transaction.atomic():
            self.hold()
            if self.taken_down_at is None:
                return False
            self.taken_down_at = None
            self.remake()
            self.save_kept()
        return True


__all__ = ["SHOWN", "Picture", "originals"]
