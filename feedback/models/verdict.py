"""What was thought of a rating after it came: appended, never changed."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .rating import Rating, Standing


class Verdict(models.Model):
    """The newest one of a rating says whether it is counted; a rating without any is.

    reason: a code, see REASONS. by: who judged, None for the site itself.
    """

    # Without a constraint: on PostgreSQL the key of the parted table holds its day as well.
    rating = models.ForeignKey(Rating, models.DO_NOTHING, db_constraint=False, related_name="verdicts")
    rated_on = models.DateField()
    standing = models.CharField(_("standing"), max_length=12, choices=Standing)
    reason = models.CharField(_("reason"), max_length=40)
    note = models.CharField(_("note"), max_length=500, blank=True, default="")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    at = models.DateTimeField(_("time"), default=timezone.now)

    class Meta:
        verbose_name = _("verdict")
        verbose_name_plural = _("verdicts")
        default_permissions = ()
        indexes = [models.Index(fields=["rated_on"], name="verdict_by_day")]

    def __str__(self):
        return f"{self.get_standing_display()}: {REASONS.get(self.reason, self.reason)}"


# Why a rating was judged. Those of the site's own rules are in abuse.py, which has the rules.
REASONS = {
    "answered_again": _("The same visitor answered again on the same page that day."),
    "honeypot": _("A field was filled in that people don’t see."),
    "too_fast": _("It came sooner than anybody can read and answer."),
    "replay": _("It repeats an answer that was sent before."),
    "burst": _("Too many came at once from one network."),
    "flood": _("Too many came that day from one network."),
    "odd_client": _("No browser sends such a request."),
    "same_words": _("The same comment came again and again."),
    "one_sided": _("One person gave the same score on page after page."),
    "one_mind": _("The same score came from one network on page after page."),
    "one_browser": _("One browser sent more than a person does."),
    "staff": _("Somebody of the staff judged it."),
}
