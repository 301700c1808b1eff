"""Which stories of the former site's listings were imported, so that a second run makes nothing twice."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .article import Article


class ImportedStory(models.Model):
    """A story of a listing, remembered by digests of its folded title and of its folded words.

    Without its article when that has been removed since: the story is not brought back.
    """

    article = models.ForeignKey(Article, models.SET_NULL, null=True, related_name="imported_from")
    language = models.CharField(_("language"), max_length=8, choices=settings.LANGUAGES)
    title_digest = models.CharField(max_length=64)
    content_digest = models.CharField(max_length=64)
    # The day printed with it, else the first day of what it tells: two stories may have one title.
    day = models.DateField(null=True)
    imported_at = models.DateTimeField(_("imported at"), default=timezone.now)

    class Meta:
        verbose_name = _("imported story")
        verbose_name_plural = _("imported stories")
        constraints = [
            models.UniqueConstraint(
                fields=["language", "title_digest", "content_digest"], name="one_row_per_imported_story"
            )
        ]

    def __str__(self):
        return f"{self.language} {self.title_digest[:8]} {self.imported_at:%Y-%m-%d}"
