"""Who gets the weekly mail of the figures, in which language, and the last week it was sent for."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class DigestSubscription(models.Model):
    """sent_for: the Monday of the last week whose figures were sent, so that nobody gets a week twice."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    language = models.CharField(_("language"), max_length=12, choices=settings.LANGUAGES)
    sent_for = models.DateField(null=True)

    class Meta:
        verbose_name = _("weekly mail")
        verbose_name_plural = _("weekly mails")
        default_permissions = ()

    def __str__(self):
        return f"{self.user} ({self.language})"
