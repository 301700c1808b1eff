"""What each member of staff wants of the desk: the language of their mails, and whether they want any."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from people.languages import LANGUAGES


class DeskPreference(models.Model):
    """One person's choices. Whoever made none is written to: see usual_language()."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="desk_preference")
    language = models.CharField(_("language of the mails"), max_length=8, choices=settings.LANGUAGES)
    wants_digest = models.BooleanField(_("send me a daily mail about what waits for me"), default=True)
    # When the newest mail went out: at most one goes out a day, however often the command runs.
    digest_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        verbose_name = _("preference")
        verbose_name_plural = _("preferences")

    def __str__(self):
        return f"{self.user}: {self.language}"

    @classmethod
    def of(cls, user):
        """The preferences of `user`, unsaved when they never chose."""
        return cls.objects.filter(user=user).first() or cls(user=user, language=usual_language(user))

    def take_day(self, now):
        """Whether the mail of the day of `now` is this caller's to send: true once a day, of however many that ask."""
        unsent = DeskPreference.objects.filter(
            Q(digest_at__isnull=True) | Q(digest_at__lt=start_of_day(now)), pk=self.pk
        )
        return bool(unsent.update(digest_at=now))

    def give_day_back(self):
        """The mail could not be sent: the next run tries again."""
        DeskPreference.objects.filter(pk=self.pk).update(digest_at=self.digest_at)

    def has_had_mail(self, now):
        """Whether the mail of the day of `now` went out already."""
        return self.digest_at is not None and self.digest_at >= start_of_day(now)


def start_of_day(now):
    """The beginning, in Rabat, of the day of `now`."""
    return timezone.localtime(now).replace(hour=0, minute=0, second=0, microsecond=0)


def usual_language(user):
    """The one language that `user` has a right in, else the site's."""
    rights = ("write", "review", "publish")
    own = [code for code in LANGUAGES if any(user.has_perm(f"news.{right}_{code}") for right in rights)]
    return own[0] if len(own) == 1 else settings.LANGUAGE_CODE
