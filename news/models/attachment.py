"""Attachments: PDF documents of a story, kept apart from public files and served while the story is public."""

from secrets import token_hex

from django.conf import settings
from django.core.validators import RegexValidator
from django.db import models, transaction
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from people.languages import LANGUAGES, column
from people.pictures.files import keep_if_committed, remove_when_committed
from people.uploads import originals

from ..pdf import checked_pdf
from .article import Article


def attachment_path(_row, _filename):
    """A random name: what somebody's computer called the file is nobody's business."""
    return f"attachments/{token_hex(16)}.pdf"


def new_token():
    return token_hex(16)


class Attachment(models.Model):
    """A PDF of a story, in one language, with a title in each in which it is to be offered by name."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="attachments")
    file = models.FileField(
        _("file"),
        storage=originals,
        upload_to=attachment_path,
        validators=[checked_pdf],
        help_text=_("PDF up to 20 MB, without a password, scripts or embedded files."),
    )
    size_bytes = models.PositiveIntegerField(editable=False)
    # The last part of its address: it says nothing, so nobody can guess one.
    token = models.CharField(
        max_length=32, unique=True, default=new_token, editable=False, validators=[RegexValidator(r"\A[0-9a-f]{32}\Z")]
    )
    language = models.CharField(_("language of the document"), max_length=8, choices=settings.LANGUAGES)
    title = models.CharField(_("title"), max_length=250, null=True, blank=True)
    position = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("attachment")
        verbose_name_plural = _("attachments")
        ordering = ["position", "pk"]

    def __str__(self):
        return next(filter(None, map(self.title_in, (self.language, *LANGUAGES))), self.token)

    def get_absolute_url(self):
        return reverse("news:attachment", args=[self.token])

    def title_in(self, language):
        """The title in `language`, or ''."""
        return getattr(self, column("title", language)) or ""

    @property
    def languages(self):
        """The languages in which there is a title, that of the document first."""
        in_order = dict.fromkeys((self.language, *LANGUAGES))
        return [language for language in in_order if self.title_in(language)]

    def save(self, *args, **kwargs):
        """Save; a new file takes the place of the old one, which goes once that is certain."""
        with transaction.atomic():
            if self.file and not self.file._committed:
                old = type(self)._base_manager.filter(pk=self.pk).values_list("file", flat=True).first()
                self.size_bytes = self.file.size
                self.file.save(self.file.name, self.file.file, save=False)
                keep_if_committed(self.file.storage, self.file.name)
                remove_when_committed(self.file.storage, old)
            super().save(*args, **kwargs)

    def remove_files(self):
        """The row is gone: so is its file, once that is certain."""
        remove_when_committed(self.file.storage, self.file.name)
