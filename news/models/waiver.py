"""A check of a translation that somebody looked at and found in order, and why."""

from hashlib import sha256

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .article import Article


def passage_digest(text):
    """What a Waiver knows a passage of the source by: 64 hexadecimal digits."""
    return sha256(text.encode()).hexdigest()


class Waiver(models.Model):
    """One finding of one text waived. It holds as long as the passage of the source says the same.

    kind, detail: as in news.translation_checks.Finding; passage: the passage_digest() of the source's.
    """

    article = models.ForeignKey(Article, models.CASCADE, related_name="waivers")
    language = models.CharField(_("language"), max_length=8, choices=settings.LANGUAGES)
    kind = models.CharField(max_length=20)
    detail = models.CharField(max_length=500)
    passage = models.CharField(max_length=64)
    reason = models.CharField(_("why it is in order"), max_length=500)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("waived check")
        verbose_name_plural = _("waived checks")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["article", "language", "kind", "detail", "passage"], name="one_waiver_per_finding"
            )
        ]

    def __str__(self):
        return self.reason
