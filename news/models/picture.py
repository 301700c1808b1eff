"""Pictures: an original that is never served, and renditions with random names that are."""

from django.core.exceptions import ValidationError
from django.core.files.storage import storages
from django.db import models
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from people.languages import LANGUAGES, column
from people.uploads import checked_upload

from ..pictures.renditions import delete_renditions, make_renditions
from ..pictures.upload import original_path


def originals():
    """The private storage, asked for late so that tests can move it."""
    return storages["originals"]


class Picture(models.Model):
    """An uploaded picture with its rights. Its alt text and caption prefill those that a story's revisions hold."""

    original = models.ImageField(
        _("file"),
        storage=originals,
        upload_to=original_path,
        width_field="width_px",
        height_field="height_px",
        validators=[checked_upload],
        help_text=_("JPEG, PNG, WebP or AVIF, up to 40 megapixels."),
    )
    width_px = models.PositiveIntegerField(editable=False)
    height_px = models.PositiveIntegerField(editable=False)
    # The copies readers get: [{"format": "webp", "width": 480, "height": 320, "name": "…"}], narrowest first.
    renditions = models.JSONField(default=list, editable=False)
    alt = models.CharField(
        _("alt text"),
        max_length=500,
        null=True,
        blank=True,
        help_text=_("What the picture shows, for who can’t see it."),
    )
    caption = models.CharField(_("caption"), max_length=500, null=True, blank=True)
    credit = models.CharField(
        _("credit"), max_length=200, null=True, blank=True, help_text=_("Who made it, as printed under it.")
    )
    rights_holder = models.CharField(_("rights holder"), max_length=200, blank=True)
    licence = models.CharField(_("licence"), max_length=200, blank=True)
    taken_down_at = models.DateTimeField(_("taken down at"), null=True, blank=True, editable=False)
    created_at = models.DateTimeField(_("created at"), default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")

    def __str__(self):
        in_order = (get_language(), *LANGUAGES)
        told = [value(language) for value in (self.alt_in, self.credit_in) for language in in_order]
        return f"{self.pk}: {next(filter(None, told), '')}"

    def clean(self):
        super().clean()
        if not self.languages:
            raise ValidationError(_("Give a credit in at least one language."))

    def save(self, *args, **kwargs):
        """Save; a new original gets new renditions, and the old ones go once that is certain."""
        is_new_file = bool(self.original) and not self.original._committed
        outdated = self.renditions if is_new_file else []
        if is_new_file:
            self.renditions = make_renditions(self.original)
        super().save(*args, **kwargs)
        delete_renditions(outdated)

    def alt_in(self, language):
        return getattr(self, column("alt", language)) or ""

    def caption_in(self, language):
        return getattr(self, column("caption", language)) or ""

    def credit_in(self, language):
        """Whose picture it is, in `language`, or ''."""
        return getattr(self, column("credit", language)) or ""

    @property
    def languages(self):
        """The languages in which there is a credit: a list such as ["ar", "en"]."""
        return [language for language in LANGUAGES if self.credit_in(language)]

    @property
    def is_shown(self):
        return bool(self.renditions) and self.taken_down_at is None

    def take_down(self):
        """Remove the picture everywhere: its public files go, the original stays with the staff."""
        outdated, self.renditions = self.renditions, []
        self.taken_down_at = timezone.now()
        self.save(update_fields=["renditions", "taken_down_at"])
        delete_renditions(outdated)
