"""Assignments: who does the work that waits in one language of a story, and till when."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from .article import Article


class Step(models.TextChoices):
    """The steps of a text, named for the right that each takes."""

    WRITE = "write", pgettext_lazy("step of a text", "writing")
    REVIEW = "review", pgettext_lazy("step of a text", "review")
    PUBLISH = "publish", pgettext_lazy("step of a text", "publication")


class Assignment(models.Model):
    """One language of a story in somebody's hands, for one step.

    While the text is at another step the assignment sleeps: a writer whose text comes back from review has it still.
    It ends when the text is past that (see ends_at()), when it is handed back, or when somebody takes the next step.
    """

    article = models.ForeignKey(Article, models.CASCADE, related_name="assignments", db_index=False)
    language = models.CharField(_("language"), max_length=8, choices=settings.LANGUAGES)
    step = models.CharField(_("step"), max_length=10, choices=Step)
    assignee = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="assignments", verbose_name=_("assigned to")
    )
    due_on = models.DateField(_("due on"), null=True, blank=True, db_index=True)
    note = models.CharField(_("note"), max_length=250, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("assigned by")
    )
    at = models.DateTimeField(_("assigned at"), default=timezone.now)

    class Meta:
        verbose_name = _("assignment")
        verbose_name_plural = _("assignments")
        constraints = [models.UniqueConstraint(fields=["article", "language"], name="one_assignment_per_language")]

    def __str__(self):
        return f"{self.article_id} {self.language}: {self.assignee}"

    def is_overdue(self, today=None):
        return self.due_on is not None and self.due_on < (today or timezone.localdate())

    def ends_at(self, step):
        """Whether it is over when the text has come to `step` ('': nothing waits any more).

        Writing and review are over with the approval; publication is over once the text isn't waiting for it.
        """
        return not step or (self.step == Step.PUBLISH) != (step == Step.PUBLISH)
