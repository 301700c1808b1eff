"""The log of what became of a text: who took which step, when, and why. Rows are added and never changed."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from ..errors import AppendOnly
from .article import Article


class TransitionQuerySet(models.QuerySet):
    def update(self, **kwargs):
        raise AppendOnly

    def delete(self):
        raise AppendOnly

    def newest_first(self):
        return self.order_by("-at", "-pk")


class Transition(models.Model):
    """One step of one language of a story, from one state to another.

    Article, language and number of the revision are plain values, so that the row outlives what it tells of.
    """

    class Act(models.TextChoices):
        BEGUN = "begun", _("begun")
        REWRITTEN = "rewritten", _("written anew")
        SUBMITTED = "submitted", _("sent to review")
        CHANGES_REQUESTED = "changes_requested", _("changes requested")
        APPROVED = "approved", pgettext_lazy("a step", "approved")
        PUBLISHED = "published", _("published")
        MINOR = "minor", _("published as a minor edit")
        STILL_RIGHT = "still_right", _("said to be still right")
        WITHDRAWN = "withdrawn", pgettext_lazy("a step", "withdrawn")
        BINNED = "binned", _("moved to the bin")
        RESTORED = "restored", _("taken out of the bin")

    class State(models.TextChoices):
        """Stages and visibilities by their own names, and the bin."""

        DRAFT = "draft", _("draft")
        IN_REVIEW = "in_review", _("in review")
        APPROVED = "approved", _("approved")
        UNPUBLISHED = "unpublished", _("unpublished")
        PUBLIC = "public", _("public")
        WITHDRAWN = "withdrawn", _("withdrawn")
        BINNED = "binned", _("in the bin")

    article = models.ForeignKey(
        Article, models.DO_NOTHING, db_constraint=False, related_name="transitions", verbose_name=_("article")
    )
    language = models.CharField(_("language"), max_length=8, choices=settings.LANGUAGES)
    act = models.CharField(_("step"), max_length=20, choices=Act)
    # Nothing before a text is begun.
    from_state = models.CharField(_("from"), max_length=12, choices=State, blank=True)
    to_state = models.CharField(_("to"), max_length=12, choices=State)
    revision_number = models.PositiveIntegerField(_("revision"))
    reason = models.CharField(_("reason"), max_length=500, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("by")
    )
    at = models.DateTimeField(_("at"), default=timezone.now)

    objects = TransitionQuerySet.as_manager()

    class Meta:
        verbose_name = _("step of a text")
        verbose_name_plural = _("steps of texts")
        default_permissions = ("view",)
        indexes = [
            models.Index(fields=["article", "language", "-id"], name="transition_of_a_text"),
            models.Index(fields=["-at", "-id"], name="transition_newest_first"),
        ]

    def __str__(self):
        return f"{self.get_language_display()} {self.revision_number}: {self.get_act_display()}"

    @classmethod
    def log(cls, edition, act, states, by=None, revision=None, reason="", at=None):
        """Add the row that `edition` went from states[0] to states[1] by `act`; to be called in its transaction.

        revision: the Revision it is about (default: the newest).
        """
        revision = revision or edition.newest_revision
        return cls.objects.create(
            article_id=edition.article_id,
            language=edition.language,
            act=act,
            from_state=states[0],
            to_state=states[1],
            revision_number=revision.number,
            reason=reason,
            by=by,
            at=at or timezone.now(),
        )

    def save(self, *args, **kwargs):
        if not self._state.adding:
            raise AppendOnly
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        raise AppendOnly
