"""The row that changes, in the same transaction, with anything that readers see."""

from django.db import models


class SiteVersion(models.Model):
    """One row, of key ONLY. The database raises `number` itself: see triggers.py."""

    ONLY = 1

    number = models.BigIntegerField(default=0)  # microseconds of the epoch at the last change, or a little more

    class Meta:
        app_label = "icesco"
        default_permissions = ()

    def __str__(self):
        return str(self.number)
