"""Who took which answers away: a row for each export, written when it is finished; of programs, one a day."""

from hashlib import sha256

from django.conf import settings
from django.db import models, transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .api_token import ApiToken
from .rating import day_of


class ExportLog(models.Model):
    """request: as exports.request.Export.described(); sha256: of the file, or of the list of its parts' digests.

    token: with which a program took them. Its calls of one day that ask for the same are one row: calls, how many;
    rows, of all of them; sha256 of the first is its answer's, then of the one so far and the next answer's.
    """

    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("by")
    )
    token = models.ForeignKey(
        ApiToken, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("token")
    )
    calls = models.PositiveIntegerField(_("calls"), default=1)
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

    @classmethod
    def note_call(cls, token, request, rows, body):
        """Note that a program with the ApiToken `token` was given `rows` rows in `body`, bytes."""
        found, now = sha256(body).hexdigest(), timezone.now()
        with transaction.atomic():
            log = cls.objects.select_for_update().filter(token=token, request=request).order_by("-pk").first()
            if log is None or day_of(log.at) != day_of(now):
                cls.objects.create(by=token.owner, token=token, at=now, request=request, rows=rows, sha256=found)
                return
            chained = sha256(f"{log.sha256}{found}".encode()).hexdigest()
            cls.objects.filter(pk=log.pk).update(rows=F("rows") + rows, calls=F("calls") + 1, sha256=chained)
