"""What one language still has to do because another was corrected or withdrawn."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ..errors import ClosedTask
from .article import Article
from .correction import Correction
from .edition import Edition


class TaskQuerySet(models.QuerySet):
    def open(self, language=None):
        """Those that nobody has closed, oldest first; of any language by default."""
        tasks = self.filter(closed_at__isnull=True).order_by("created_at", "pk")
        return tasks.filter(language=language) if language else tasks

    def on_form(self, article):
        """The open tasks of `article` with what its form tells of them."""
        return self.open().filter(article=article).select_related("correction__edition")

    def close_withdrawals(self, outcome, by, now, **which):
        """Close the open withdrawal tasks among `which`: a language's own, or those that it caused."""
        open_ones = self.open().filter(kind=Task.Kind.WITHDRAWAL, **which)
        return open_ones.order_by().update(closed_at=now, closed_by=by, outcome=outcome)


class Task(models.Model):
    """One thing to do in `language`, since `from_language` of the same story was corrected or withdrawn."""

    class Kind(models.TextChoices):
        CORRECTION = "correction", _("correction")
        WITHDRAWAL = "withdrawal", _("withdrawal")

    class Outcome(models.TextChoices):
        CORRECTED = "corrected", _("corrected too")
        NOTHING_TO_CORRECT = "nothing_to_correct", _("nothing to correct")
        WITHDRAWN = "withdrawn", _("withdrawn too")
        KEPT = "kept", _("stays public")
        TAKEN_BACK = "taken_back", _("the correction was taken back")
        PUBLIC_AGAIN = "public_again", _("the withdrawn text is public again")

    article = models.ForeignKey(Article, models.CASCADE, related_name="tasks", verbose_name=_("article"))
    language = models.CharField(_("language"), max_length=8, choices=settings.LANGUAGES)
    from_language = models.CharField(_("because of"), max_length=8, choices=settings.LANGUAGES)
    kind = models.CharField(_("kind"), max_length=12, choices=Kind)
    # The first correction of its matter; None for a withdrawal.
    correction = models.ForeignKey(
        Correction, models.PROTECT, null=True, blank=True, related_name="tasks", verbose_name=_("correction")
    )
    created_at = models.DateTimeField(_("created at"), default=timezone.now)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("by")
    )
    closed_at = models.DateTimeField(_("closed at"), null=True, blank=True)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("closed by")
    )
    outcome = models.CharField(_("outcome"), max_length=20, choices=Outcome, blank=True)
    reason = models.CharField(_("reason"), max_length=500, blank=True)

    objects = TaskQuerySet.as_manager()

    class Meta:
        verbose_name = _("task")
        verbose_name_plural = _("tasks")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["correction", "language"], name="one_task_per_correction_and_language"),
            models.UniqueConstraint(
                fields=["article", "language"],
                condition=Q(kind="withdrawal", closed_at__isnull=True),
                name="one_open_withdrawal_task_per_language",
            ),
            models.CheckConstraint(
                condition=Q(kind="correction", correction__isnull=False)
                | Q(kind="withdrawal", correction__isnull=True),
                name="a_correction_task_has_a_correction",
            ),
            models.CheckConstraint(
                condition=Q(closed_at__isnull=True, outcome="") | (Q(closed_at__isnull=False) & ~Q(outcome="")),
                name="a_closed_task_has_an_outcome",
            ),
        ]
        indexes = [
            models.Index(fields=["created_at", "id"], condition=Q(closed_at__isnull=True), name="task_open"),
            models.Index(
                fields=["language", "created_at", "id"],
                condition=Q(closed_at__isnull=True),
                name="task_open_in_a_language",
            ),
        ]

    def __str__(self):
        return f"{self.article_id} · {self.get_language_display()} · {self.get_kind_display()}"

    @property
    def age_days(self):
        return (timezone.now() - self.created_at).days

    def close(self, outcome, by=None, reason="", now=None):
        """Close it, once, with what came of it. Raises ClosedTask when somebody else did."""
        values = {"closed_at": now or timezone.now(), "closed_by": by, "outcome": outcome, "reason": reason}
        if not Task.objects.open().filter(pk=self.pk).order_by().update(**values):
            raise ClosedTask
        self.refresh_from_db()

    @classmethod
    def open_for_correction(cls, correction):
        """A task for each other language that is or was public and has heard nothing of this matter yet."""
        edition, matter = correction.edition, correction.matter
        told = set(cls.objects.filter(correction=matter).values_list("language", flat=True))
        told |= {matter.edition.language, edition.language}
        others = once_public(edition.article_id).exclude(language__in=told)
        rows = {"kind": cls.Kind.CORRECTION, "correction": matter, "created_at": correction.at, "by": correction.by}
        return cls._open(others, edition, rows)

    @classmethod
    def open_for_withdrawal(cls, edition, by, now):
        """A task for each other language that is still public, unless one of this kind is open there."""
        waiting = cls.objects.open().filter(article=edition.article_id, kind=cls.Kind.WITHDRAWAL)
        others = once_public(edition.article_id).filter(visibility=Edition.Visibility.PUBLIC)
        others = others.exclude(language=edition.language).exclude(language__in=waiting.order_by().values("language"))
        return cls._open(others, edition, {"kind": cls.Kind.WITHDRAWAL, "created_at": now, "by": by})

    @classmethod
    def _open(cls, editions, cause, values):
        languages = editions.order_by("language").values_list("language", flat=True)
        common = {"article_id": cause.article_id, "from_language": cause.language, **values}
        return cls.objects.bulk_create([cls(language=language, **common) for language in languages])


def once_public(article_key):
    """The editions of an article that are or were public."""
    return Edition.objects.filter(article=article_key, first_public_at__isnull=False)
