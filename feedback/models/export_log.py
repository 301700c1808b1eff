"""Who took which answers away: a row for each export, written when it is finished."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class ExportLog(models.Model):
    """request: as exports.request.Export.described(); sha256: of the file, or of the list of its parts' digests."""

    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("by")
    )
    at = models.DateTimeField(_("time"), default=timezone.now)
    request = models.JSONField(_("what was asked for"))
    rows = models.PositiveBigIntegerField(_("rows"))
    sha256 = models.CharField(max_length=64)

    class Meta:
        verbose_name = _("export")
        verbose_name_plural = _("exports")
        default_permissions = ("view",)

    def __str__(self):
        return f"{self.at:%Y-%m-%d %H:%M} {self.rows}"
