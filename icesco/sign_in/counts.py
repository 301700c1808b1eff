"""What the limits on guessing remember, shared by all workers: no name, no address, no password."""

from django.db import models


class SignInCount(models.Model):
    """How often something was tried since its window began; after `until` the row says nothing any more."""

    key = models.CharField(primary_key=True, max_length=64)  # a keyed digest of what is counted
    count = models.PositiveIntegerField(default=0)
    until = models.DateTimeField(db_index=True)

    class Meta:
        app_label = "icesco"
        default_permissions = ()

    def __str__(self):
        return self.key
