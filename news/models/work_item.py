"""What waits to be done with each language of a story: narrow rows, derived and never written by hand."""

from django.conf import settings
from django.db import models, transaction
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from ..errors import AlreadyAssigned, MayNotDoThis, NothingWaits
from .article import Article
from .assignment import Assignment, Step


class WorkItemQuerySet(models.QuerySet):
    def waiting(self, language, kind):
        """Rows of one kind of work in `language`."""
        return self.filter(language=language, kind=kind)

    def held(self, **conditions):
        """Those that somebody has for the step they are at; conditions: on the Assignment."""
        return self.filter(Exists(holding(**conditions)))

    def not_held(self, **conditions):
        return self.filter(~Exists(holding(**conditions)))

    def not_held_by_others(self, user):
        return self.filter(~Exists(holding().exclude(assignee=user)))


def holding(**conditions):
    """The outer WorkItem's assignment for the step it is at: one of an earlier step sleeps until it is back there."""
    return Assignment.objects.filter(
        article=OuterRef("article"), language=OuterRef("language"), step=OuterRef("step"), **conditions
    )


class WorkItem(models.Model):
    """How one language of a story stands and what waits there; `news.queue.rule` says which rows there are.

    A row for each edition, and for each language without one while the story is public in another.
    """

    class Kind(models.TextChoices):
        TRANSLATE = "translate", pgettext_lazy("kind of work", "to translate")
        WRITE = "write", pgettext_lazy("kind of work", "to finish writing")
        UPDATE = "update", pgettext_lazy("kind of work", "to bring up to date")
        REVIEW = "review", pgettext_lazy("kind of work", "to review")
        PUBLISH = "publish", pgettext_lazy("kind of work", "to publish")

    class State(models.TextChoices):
        MISSING = "missing", pgettext_lazy("state of a language", "missing")
        IN_WORK = "in_work", pgettext_lazy("state of a language", "in work")
        BEHIND = "behind", pgettext_lazy("state of a language", "behind")
        CURRENT = "current", pgettext_lazy("state of a language", "current")
        DOWN = "down", pgettext_lazy("state of a language", "taken down")

    article = models.ForeignKey(Article, models.CASCADE, related_name="work", db_index=False)
    language = models.CharField(_("language"), max_length=8, choices=settings.LANGUAGES)
    kind = models.CharField(max_length=10, choices=Kind, blank=True)  # "": nothing waits
    step = models.CharField(max_length=10, choices=Step, blank=True)  # the right that the kind takes
    state = models.CharField(max_length=10, choices=State)
    is_behind = models.BooleanField(default=False)  # the newest text is; so may be one that is in work
    is_live = models.BooleanField(default=False)  # readers see a text in this language
    since = models.DateTimeField()  # of the event that brought it to this state
    month = models.DateField()  # the first day of the month of the story's day
    recheck_at = models.DateTimeField(null=True)  # when its edition expires: the row is then derived anew

    objects = WorkItemQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["article", "language"], name="one_work_item_per_language")]
        indexes = [
            models.Index(fields=["language", "kind", "since", "id"], name="work_by_age"),
            # All that the board counts, so that it reads the index alone.
            models.Index(fields=["month", "language", "state", "article", "since"], name="work_by_month"),
            models.Index(fields=["language", "state", "article"], name="work_by_state"),
            models.Index(fields=["language", "article"], condition=Q(is_behind=True), name="work_behind"),
            models.Index(fields=["recheck_at"], condition=Q(recheck_at__isnull=False), name="work_to_recheck"),
        ]

    def __str__(self):
        return f"{self.article_id} {self.language} {self.kind or self.state}"

    def may_do(self, user):
        """Whether `user` has the right that this work takes, in its language."""
        return bool(self.step) and user.has_perm(f"news.{self.step}_{self.language}")

    def may_assign(self, user):
        """Whether `user` may give this work to others: reviewers and publishers of the language may."""
        return any(user.has_perm(f"news.{right}_{self.language}") for right in ("review", "publish"))

    def may_hand_back(self, user):
        holder = self.holder()
        return holder is not None and (holder.assignee_id == user.pk or self.may_assign(user))

    def holder(self):
        """The Assignment for the step that the work is at, or None."""
        found = Assignment.objects.filter(article=self.article_id, language=self.language, step=self.step)
        return found.select_related("assignee").first()

    def locked(self):
        """This row as it is now, its article locked: what is decided on it stays true.

        Raises NothingWaits when nothing is left to do.
        """
        Article.objects.select_for_update(of=("self",)).only("id").get(pk=self.article_id)
        item = WorkItem.objects.filter(article=self.article_id, language=self.language).exclude(kind="").first()
        if item is None:
            raise NothingWaits
        return item

    @transaction.atomic
    def claim(self, user, now=None):
        """Take the work for oneself. Raises NothingWaits, MayNotDoThis, AlreadyAssigned when somebody has it."""
        item = self.locked()
        if not item.may_do(user):
            raise MayNotDoThis(user)
        holder = item.holder()
        if holder and holder.assignee_id != user.pk:
            raise AlreadyAssigned(holder.assignee)
        if not holder:
            item.give(user, by=user, now=now)
        return item

    @transaction.atomic
    def assign(self, assignee, by, due_on=None, note="", seen=None, now=None):
        """Give the work to `assignee`, due on a day or none. seen: key of the assignee whom `by` saw, or None.

        Raises NothingWaits, MayNotDoThis for an assignee without the right, AlreadyAssigned when another has it than
        was seen.
        """
        item = self.locked()
        holder = item.holder()
        if holder and holder.assignee_id not in {seen, assignee.pk}:
            raise AlreadyAssigned(holder.assignee)
        if not (assignee.is_active and item.may_do(assignee)):
            raise MayNotDoThis(assignee)
        item.give(assignee, by=by, due_on=due_on, note=note, now=now)
        return item

    @transaction.atomic
    def hand_back(self, by):
        """Leave the work to whoever comes; returns who had it. Raises NothingWaits, MayNotDoThis."""
        item = self.locked()
        holder = item.holder()
        if holder is None:
            raise NothingWaits
        if not item.may_hand_back(by):
            raise MayNotDoThis(by)
        holder.delete()
        return holder.assignee

    def give(self, assignee, by, due_on=None, note="", now=None):
        values = {"step": self.step, "assignee": assignee, "due_on": due_on, "note": note, "by": by}
        Assignment.objects.update_or_create(
            article_id=self.article_id, language=self.language, defaults={**values, "at": now or timezone.now()}
        )
