"""What pictures of the library and portraits share: a private original, a focal point, public renditions."""

from django.core.files.storage import default_storage
from django.core.validators import MaxValueValidator
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from ..languages import LANGUAGES, column
from ..pictures.files import keep_if_committed, remove_when_committed
from ..pictures.renditions import make_renditions
from ..uploads import checked_upload, original_path, originals

PERCENT = {"default": 50, "validators": [MaxValueValidator(100)]}


class RenderedPicture(models.Model):
    """An uploaded picture: an original that is never served, and renditions with random names that are.

    Every change of files belongs to the transaction: new ones go if it fails, old ones once it has committed.
    """

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
    # The copies readers get: [{"crop": "", "format": "webp", "width": 480, "height": 320, "name": "…"}], by crop,
    # narrowest first. Rows of early releases have neither "crop" nor AVIF.
    renditions = models.JSONField(default=list, editable=False)
    focal_x = models.PositiveSmallIntegerField(
        _("focal point, from the left (%)"), help_text=_("What crops keep in view: 50 is the middle."), **PERCENT
    )
    focal_y = models.PositiveSmallIntegerField(
        _("focal point, from the top (%)"), help_text=_("What crops keep in view: 50 is the middle."), **PERCENT
    )

    credit = models.CharField(
        _("credit"), max_length=200, null=True, blank=True, help_text=_("Who made it, as printed under it.")
    )
    rights_holder = models.CharField(_("rights holder"), max_length=200, blank=True)
    licence = models.CharField(_("licence"), max_length=200, blank=True)

    crops = ()
    # What no form edits: a row that is saved has these as the database has them, so that a form that was opened, or a
    # row that was read, before somebody replaced or took down the picture brings nothing back.
    kept = ("renditions",)

    class Meta:
        abstract = True

    def credit_in(self, language):
        """Whose picture it is, in `language`, or ''."""
        return getattr(self, column("credit", language)) or ""

    @property
    def languages(self):
        """The languages in which there is a credit: a list such as ["ar", "en"]."""
        return [language for language in LANGUAGES if self.credit_in(language)]

    @property
    def focal(self):
        return self.focal_x, self.focal_y

    @property
    def is_shown(self):
        return bool(self.renditions)

    @property
    def has_all_renditions(self):
        """Whether there is a copy in each crop and format; rows of earlier releases may lack some."""
        there = {(rendition.get("crop", ""), rendition["format"]) for rendition in self.renditions}
        return there >= {(crop.name, form) for crop in self.crops for form in crop.formats}

    @property
    def may_be_shown(self):
        """Whether the picture is to have public files at all."""
        return True

    def save(self, *args, update_fields=None, **kwargs):
        """Save; a new original gets new renditions, a new focal point new crops, and the old files go.

        Raises ValidationError on an original that may not be let in.
        """
        with transaction.atomic():
            stored = self.hold()
            if self.original and not self.original._committed:
                self.take_original(stored)
            elif stored and self.renditions and (stored.focal_x, stored.focal_y) != self.focal:
                self.remake([crop for crop in self.crops if crop.ratio])
            if update_fields is not None:
                update_fields = {*update_fields, "renditions"}
            super().save(*args, update_fields=update_fields, **kwargs)

    def hold(self):
        """Lock the row until the transaction ends and take over its files; returns it as stored, None before it is."""
        if self._state.adding:
            return None
        names = ("original", "width_px", "height_px", "focal_x", "focal_y", *self.kept)
        stored = type(self)._base_manager.select_for_update(of=("self",)).only(*names).filter(pk=self.pk).first()
        if stored is None:
            return None
        for name in self.kept:
            setattr(self, name, getattr(stored, name))
        if self.original._committed:
            # By its name: Django would open a file that is set, to measure it.
            self.original.name = stored.original.name
            self.width_px, self.height_px = stored.width_px, stored.height_px
        return stored

    def save_kept(self):
        """Save what was done to the files of a row that is held."""
        super().save(update_fields=self.kept)

    def remake_files(self):
        """Make all renditions anew, if there are to be any. Raises ValidationError, OSError on a file it can't read."""
        with transaction.atomic():
            self.hold()
            if self.may_be_shown:
                self.remake()
                self.save_kept()

    def take_original(self, stored):
        """Keep the file that was uploaded, with its renditions; the ones of the row `stored` go."""
        upload = self.original.file
        self.renditions = make_renditions(upload, self.crops, self.focal) if self.may_be_shown else []
        self.original.save(self.original.name, upload, save=False)
        keep_if_committed(self.original.storage, self.original.name)
        if stored:
            remove_renditions(stored.renditions)
            remove_when_committed(self.original.storage, stored.original.name)

    def remake(self, crops=None):
        """Make the renditions in the shapes `crops` (default: all) anew from the original. Not saved yet.

        To be called in a transaction. Raises ValidationError when the original can't be read any more.
        """
        crops = self.crops if crops is None else crops
        with self.original.storage.open(self.original.name) as file:
            made = make_renditions(file, crops, self.focal)
        names = {crop.name for crop in crops}
        outdated = [rendition for rendition in self.renditions if rendition.get("crop", "") in names]
        kept = [rendition for rendition in self.renditions if rendition not in outdated]
        self.renditions = kept + made
        remove_renditions(outdated)

    def remove_public_files(self):
        """Leave no renditions. Not saved yet."""
        remove_renditions(self.renditions)
        self.renditions = []

    def remove_files(self):
        """The row is gone: so are its files, once that is certain."""
        remove_renditions(self.renditions)
        remove_when_committed(self.original.storage, self.original.name)


def remove_renditions(renditions):
    remove_when_committed(default_storage, *(rendition["name"] for rendition in renditions))
