"""Previews: links by which somebody outside the newsroom reads a revision as it would look, for a while."""

import secrets
from datetime import timedelta
from hashlib import sha256

from django.conf import settings
from django.db import models
from django.db.models.lookups import LessThanOrEqual
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .edition import Edition
from .elapsed import Days
from .revision import Revision

LONGEST = timedelta(days=7)
TOKEN_BYTES = 32  # 256 bits: not to be guessed


def digest(token):
    """What is kept of a token: 64 hexadecimal digits, from which it can't be had back."""
    return sha256(token.encode()).hexdigest()


class PreviewQuerySet(models.QuerySet):
    def live(self, at=None):
        """Links that open at `at`, an aware datetime (default: now): not expired, revoked or of a text in the bin."""
        editions = Edition.objects.filter(
            article=models.OuterRef("revision__article"), language=models.OuterRef("revision__language")
        )
        return self.filter(
            models.Exists(editions),
            revoked_at__isnull=True,
            expires_at__gt=at or timezone.now(),
            revision__article__binned_at__isnull=True,
        )

    def of(self, article, language=None):
        """Those of the revisions of `article` (or its key), in `language` if one is given."""
        previews = self.filter(revision__article=article)
        return previews.filter(revision__language=language) if language else previews

    def with_token(self, token):
        return self.filter(token_digest=digest(token))

    def revoke(self, now=None):
        """End those that aren't ended yet, for good; returns how many."""
        return self.filter(revoked_at__isnull=True).update(revoked_at=now or timezone.now())


class Preview(models.Model):
    """A link to one revision, so to one language of one story, that ends by itself. Its token is not kept."""

    revision = models.ForeignKey(Revision, models.CASCADE, related_name="previews")
    token_digest = models.CharField(max_length=64, unique=True, editable=False)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    created_at = models.DateTimeField(_("created at"), default=timezone.now)
    expires_at = models.DateTimeField(_("good until"))
    revoked_at = models.DateTimeField(_("revoked at"), null=True)

    objects = PreviewQuerySet.as_manager()

    class Meta:
        verbose_name = _("preview link")
        verbose_name_plural = _("preview links")
        default_permissions = ()
        constraints = [
            # A few milliseconds more, for the rounding of fractions of a day.
            models.CheckConstraint(
                condition=LessThanOrEqual(Days("expires_at", "created_at"), 7.0000001),
                name="preview_ends_within_seven_days",
            ),
        ]

    def __str__(self):
        return f"{self.revision_id} · {timezone.localtime(self.expires_at):%Y-%m-%d %H:%M}"

    @classmethod
    def make(cls, revision, lasts, by=None, now=None):
        """A new link to `revision` for `lasts`, a timedelta of seven days at most: (Preview, its token).

        The token is told here and nowhere again. Raises ValueError on a longer or an empty time.
        """
        if not timedelta() < lasts <= LONGEST:
            raise ValueError("A preview lasts seven days at most.")
        token, now = secrets.token_hex(TOKEN_BYTES), now or timezone.now()
        preview = cls.objects.create(
            revision=revision, token_digest=digest(token), created_by=by, created_at=now, expires_at=now + lasts
        )
        return preview, token
