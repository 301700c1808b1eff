"""Links that were found in a text, by an import or for an editor: a person accepts or dismisses each."""

from functools import reduce
from operator import or_

from django.conf import settings
from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from people.languages import column
from people.models import MemberState, Person, Sector

from ..errors import NewsError
from .article import Appearance, Article
from .tag import Tag


class AlreadyDecided(NewsError):
    message = _("Somebody has decided on this proposal already.")


class LinkProposalQuerySet(models.QuerySet):
    def open(self):
        """Those that nobody has decided on."""
        return self.filter(state=LinkProposal.State.OPEN)


TARGETS = ("member_state", "sector", "person", "tag")


def only(target):
    """That `target`, a name of TARGETS or "new_name", and nothing else is set: a Q."""
    is_new = Q(new_name="") if target != "new_name" else ~Q(new_name="")
    return is_new & Q(**{f"{name}__isnull": name != target for name in TARGETS})


class LinkProposal(models.Model):
    """What an article may speak of: a member state, sector, person or tag, or a person whom nobody knows yet.

    `words` is what its text says. Exactly one of TARGETS and new_name is set. accept() makes the link, dismiss()
    doesn't.
    """

    class State(models.TextChoices):
        OPEN = "open", _("to review")
        ACCEPTED = "accepted", _("accepted")
        DISMISSED = "dismissed", _("dismissed")

    article = models.ForeignKey(Article, models.CASCADE, related_name="link_proposals")
    member_state = models.ForeignKey(
        MemberState, models.CASCADE, null=True, blank=True, related_name="+", verbose_name=_("member state")
    )
    sector = models.ForeignKey(
        Sector, models.CASCADE, null=True, blank=True, related_name="+", verbose_name=_("sector")
    )
    person = models.ForeignKey(
        Person, models.CASCADE, null=True, blank=True, related_name="+", verbose_name=_("person")
    )
    tag = models.ForeignKey(Tag, models.CASCADE, null=True, blank=True, related_name="+", verbose_name=_("tag"))
    # Of somebody who isn't in the database: the name, in `language`.
    new_name = models.CharField(_("name of a new person"), max_length=200, blank=True, default="")
    language = models.CharField(_("language"), max_length=8, choices=settings.LANGUAGES)
    words = models.CharField(_("words of the text"), max_length=250)
    # Of a person: what the story says of them, kept for the appearance that accepting makes.
    honorific = models.CharField(_("honorific that day"), max_length=60, blank=True, default="")
    role = models.CharField(_("role that day"), max_length=250, blank=True, default="")
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.OPEN, editable=False)
    created_at = models.DateTimeField(_("created at"), default=timezone.now, editable=False)
    decided_at = models.DateTimeField(_("decided at"), null=True, editable=False)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=_("decided by"),
    )

    objects = LinkProposalQuerySet.as_manager()

    class Meta:
        verbose_name = _("proposed link")
        verbose_name_plural = _("proposed links")
        ordering = ["article", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=reduce(or_, (only(target) for target in (*TARGETS, "new_name"))),
                name="proposal_is_of_one_thing",
            ),
            models.UniqueConstraint(
                fields=["article", "member_state"],
                condition=Q(member_state__isnull=False),
                name="one_proposal_per_article_and_state",
            ),
            models.UniqueConstraint(
                fields=["article", "sector"],
                condition=Q(sector__isnull=False),
                name="one_proposal_per_article_and_sector",
            ),
            models.UniqueConstraint(
                fields=["article", "person"],
                condition=Q(person__isnull=False),
                name="one_proposal_per_article_and_person",
            ),
            models.UniqueConstraint(
                fields=["article", "tag"], condition=Q(tag__isnull=False), name="one_proposal_per_article_and_tag"
            ),
            models.UniqueConstraint(
                fields=["article", "new_name"], condition=~Q(new_name=""), name="one_proposal_per_article_and_new_name"
            ),
        ]

    def __str__(self):
        return f"{self.target} ({self.words})"

    @property
    def target(self):
        """The row that is proposed, or the name of the new person."""
        return self.member_state or self.sector or self.person or self.tag or self.new_name

    def accept(self, by=None, now=None):
        """Link the article to the target, a new person being made first. Returns the target; raises AlreadyDecided.

        Where the article has a live edition the link is public at once: asking the right for that is the caller's.
        """
        with transaction.atomic():
            Article.objects.select_for_update(of=("self",)).only("id").get(pk=self.article_id)
            self._decide(self.State.ACCEPTED, by, now)
            if self.member_state:
                self.article.member_states.add(self.member_state)
            elif self.sector:
                self.article.sectors.add(self.sector)
            elif self.tag:
                self.article.tags.add(self.tag)
            else:
                self._add_appearance(self.person or self._make_person())
        return self.target

    def dismiss(self, by=None, now=None):
        """Say that the text doesn't speak of the target. Raises AlreadyDecided."""
        with transaction.atomic():
            self._decide(self.State.DISMISSED, by, now)

    def _decide(self, state, by, now):
        # One statement, so that of two people who decide at the same time one is told.
        decided_at = now or timezone.now()
        changed = LinkProposal.objects.filter(pk=self.pk, state=self.State.OPEN).update(
            state=state, decided_by=by, decided_at=decided_at
        )
        if not changed:
            raise AlreadyDecided
        self.state, self.decided_by, self.decided_at = state, by, decided_at

    def _make_person(self):
        """The new person, in the language of the text only, not public until somebody has reviewed them."""
        told = {
            column("name", self.language): self.new_name,
            column("honorific", self.language): self.honorific or None,
        }
        return Person.objects.create(is_public=False, **told)

    def _add_appearance(self, person):
        last = self.article.appearances.order_by("-position").first()
        Appearance.objects.get_or_create(
            article=self.article,
            person=person,
            defaults={
                "position": last.position + 1 if last else 0,
                column("honorific", self.language): self.honorific or None,
                column("role", self.language): self.role or None,
            },
        )
