"""Tokens with which programs of analysts read ratings and figures, each for what it was made for, for a while."""

import re
import secrets
from datetime import timedelta

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from .rating import day_of

LONGEST = timedelta(days=365)
MOST_CALLS = 60  # of one token in a minute
TOKEN_BYTES = 32  # 256 bits: not to be guessed
TOKEN = re.compile(r"feedback_[0-9a-f]{64}")  # its beginning lets those who look for lost secrets know it
EXPORT, READ, DASHBOARD = "feedback.export_ratings", "feedback.view_rating", "feedback.view_dashboard"


class Scope(models.TextChoices):
    """What a token is for."""

    FIGURES = "figures", _("Figures, of the whole site and by page")
    RATINGS = "ratings", _("Ratings one by one, without comments, times cut to the hour")
    COMMENTS = "comments", _("With ratings: comments, personal data masked")
    TIMES = "times", _("With ratings: exact times")


# What the owner must be allowed at every call. Nobody makes a token without the right to export.
RIGHTS = {
    Scope.FIGURES: {EXPORT, DASHBOARD},
    Scope.RATINGS: {EXPORT},
    Scope.COMMENTS: {EXPORT, READ},
    Scope.TIMES: {EXPORT},
}


def digest(token):
    """What is kept of a token: 64 hexadecimal digits, keyed with SECRET_KEY, from which it can't be had back."""
    return salted_hmac("feedback.ApiToken", token, algorithm="sha256").hexdigest()


def check_scopes(value):
    """Raises ValidationError unless `value` is a list of different Scopes, one at least."""
    known = set(Scope.values)
    if not (isinstance(value, list) and value and len(set(value)) == len(value) and set(value) <= known):
        raise ValidationError(_("Choose what the token is for."))


class ApiTokenQuerySet(models.QuerySet):
    def live(self, today=None):
        """Those that open on `today`, a day in Rabat: neither expired nor revoked, the owner's account open."""
        today = today or day_of(timezone.now())
        return self.filter(
            revoked_at__isnull=True, expires_on__gte=today, owner__is_active=True, owner__is_staff=True
        ).select_related("owner")

    def for_token(self, token):
        """The live ApiToken whose token is `token`, or None."""
        if not TOKEN.fullmatch(token):
            return None
        return self.live().filter(token_digest=digest(token)).first()


class ApiToken(models.Model):
    """expires_on: the last day on which it opens. minute, calls: how often it was used in the last minute of use."""

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", verbose_name=_("owner"))
    name = models.CharField(_("name"), max_length=80)
    token_digest = models.CharField(max_length=64, unique=True, editable=False)
    scopes = models.JSONField(_("what it is for"))
    created_at = models.DateTimeField(_("made on"), default=timezone.now)
    expires_on = models.DateField(_("good until"))
    last_used_on = models.DateField(_("last used"), null=True)
    revoked_at = models.DateTimeField(_("revoked at"), null=True)
    minute = models.DateTimeField(null=True)
    calls = models.PositiveIntegerField(default=0)

    objects = ApiTokenQuerySet.as_manager()

    class Meta:
        verbose_name = _("token")
        verbose_name_plural = _("tokens")
        default_permissions = ()
        permissions = [("manage_tokens", _("Can see and revoke the tokens of everybody"))]

    def __str__(self):
        return self.name

    @classmethod
    def make(cls, owner, name, scopes, expires_on, now=None):
        """A new token of `owner`, good until the day `expires_on`: (ApiToken, the token itself, told here only).

        Raises ValueError on a day that is over or more than a year off, and on comments or times without ratings;
        ValidationError on scopes that are none.
        """
        now = now or timezone.now()
        if not timedelta() <= expires_on - day_of(now) <= LONGEST:
            raise ValueError("A token is good for a year at most.")
        if Scope.RATINGS not in scopes and {Scope.COMMENTS, Scope.TIMES} & set(scopes):
            raise ValueError("Comments and times come with ratings.")
        token = f"feedback_{secrets.token_hex(TOKEN_BYTES)}"
        made = cls(
            owner=owner,
            name=name,
            scopes=[str(scope) for scope in scopes],
            token_digest=digest(token),
            created_at=now,
            expires_on=expires_on,
        )
        check_scopes(made.scopes)
        made.save()
        return made, token

    @property
    def scope_labels(self):
        return [Scope(scope).label for scope in self.scopes]

    def opens(self, scope):
        """Whether it was made for `scope`, and its owner may still do what that takes."""
        return scope in self.scopes and self.owner.has_perms(RIGHTS[Scope(scope)])

    def count_call(self, now=None):
        """Note that it is used; whether it may be: False once it was used too often in this minute. Two queries."""
        now = now or timezone.now()
        minute, row = now.replace(second=0, microsecond=0), ApiToken.objects.filter(pk=self.pk)
        if row.filter(minute=minute).update(calls=F("calls") + 1):
            return row.filter(calls__lte=MOST_CALLS).exists()
        # The first call of the minute, unless another process is just making it: then this one goes uncounted.
        row.update(minute=minute, calls=1, last_used_on=day_of(now))
        return True

    def revoke(self, now=None):
        """End it for good; one that is ended keeps its time."""
        ApiToken.objects.filter(pk=self.pk, revoked_at__isnull=True).update(revoked_at=now or timezone.now())
