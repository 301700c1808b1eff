"""Publications: orders to make revisions public, and how what is due is applied."""

import logging
from datetime import timedelta

from django.conf import settings
from django.db import models, transaction
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .. import failures
from .address import Address
from .article import Article
from .edition import Edition
from .revision import Revision
from .transition import Transition

logger = logging.getLogger(__name__)


class PublicationQuerySet(models.QuerySet):
    def ordered(self):
        """Applied or still to come: not called off."""
        return self.filter(cancelled_at__isnull=True)

    def standing(self):
        """Applied, or going by themselves at their hour."""
        return self.ordered().filter(failed_at__isnull=True)

    def pending(self):
        """Neither applied nor called off; among them those that failed and wait for somebody to act."""
        return self.filter(applied_at__isnull=True, cancelled_at__isnull=True)

    def to_come(self):
        """Those that go by themselves at their hour."""
        return self.pending().filter(failed_at__isnull=True)

    def due(self, now):
        return self.to_come().filter(due_at__lte=now).order_by("due_at", "pk")

    def overdue(self, now, seconds=60):
        """Those that should have been applied more than `seconds` ago: run_due isn't running."""
        return self.due(now - timedelta(seconds=seconds))


class Publication(models.Model):
    """The order to make a revision public, now or at a set time, alone or with others of its release."""

    edition = models.ForeignKey(Edition, models.PROTECT, related_name="publications")
    revision = models.ForeignKey(Revision, models.PROTECT, related_name="publications")
    due_at = models.DateTimeField(_("due at"))
    applied_at = models.DateTimeField(_("applied at"), null=True, blank=True)
    cancelled_at = models.DateTimeField(_("called off at"), null=True, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("by")
    )
    is_minor = models.BooleanField(
        _("minor edit"),
        default=False,
        help_text=_("Nothing that translations should follow: a comma, a misprint. It makes no translation behind."),
    )
    note = models.CharField(_("note"), max_length=500, blank=True)
    # Publications of one release become public together or not at all.
    release = models.UUIDField(_("release"), null=True, blank=True)
    # Refused by the checks at its hour: not tried again until somebody acts.
    failed_at = models.DateTimeField(_("failed at"), null=True, blank=True)
    failure = models.JSONField(default=list, blank=True)  # see news.failures

    objects = PublicationQuerySet.as_manager()

    class Meta:
        verbose_name = _("publication")
        verbose_name_plural = _("publications")
        constraints = [
            models.CheckConstraint(
                condition=Q(applied_at__isnull=True) | Q(cancelled_at__isnull=True), name="applied_or_called_off"
            ),
            models.CheckConstraint(
                condition=Q(applied_at__isnull=True) | Q(applied_at__gte=F("due_at")), name="never_applied_early"
            ),
        ]
        indexes = [
            models.Index(
                fields=["due_at"],
                condition=Q(applied_at__isnull=True, cancelled_at__isnull=True),
                name="publication_pending",
            ),
            # Whoever keeps a copy of our stories asks what changed since.
            models.Index(fields=["applied_at", "id"], name="publication_by_applied_at"),
        ]

    def __str__(self):
        return f"{self.revision} · {timezone.localtime(self.due_at):%Y-%m-%d %H:%M}"

    def cancel(self, now=None):
        """Call off an order that is still to come; nothing is withdrawn. Returns whether it was still to come."""
        with transaction.atomic():
            article = Article.objects.select_for_update(of=("self",)).only("id").get(editions=self.edition_id)
            pending = Publication.objects.pending().filter(pk=self.pk)
            was_to_come = bool(pending.update(cancelled_at=now or timezone.now()))
            article.rework()
        return was_to_come

    def is_superseded(self):
        """Whether a newer revision became public meanwhile."""
        live = self.edition.live_revision
        return bool(live and live.number > self.revision.number)

    def apply(self, now):
        """Make the revision public at `now`. The caller holds a transaction and the lock on the edition."""
        from .task import Task

        edition = self.edition
        if self.is_superseded():
            # A newer one became public meanwhile: numbers never go down.
            self.cancelled_at = now
            self.save(update_fields=["cancelled_at"])
            edition.article.rework()
            return
        if not edition.first_public_at:
            edition.first_public_at = now
            edition.permalink_on = edition.permalink_on or timezone.localdate(self.due_at)
            Address.keep_free(edition)
        before = edition.visibility
        if not (self.is_minor and edition.is_live(now)):
            # To readers and to copies, a text that comes back is news, however little of it changed.
            edition.changed_at = now
        edition.visibility, edition.withdrawn_at = Edition.Visibility.PUBLIC, None
        if edition.expires_at and edition.expires_at <= now:
            edition.expires_at = None
        edition.live_revision = self.revision
        if edition.newest_revision_id == self.revision_id and edition.asks_approval:
            states = (edition.stage, Edition.Stage.APPROVED)
            Transition.log(edition, Transition.Act.APPROVED, states, self.by, at=now)
            edition.stage = Edition.Stage.APPROVED
        edition.save()
        act = Transition.Act.MINOR if self.is_minor else Transition.Act.PUBLISHED
        states = (before, Edition.Visibility.PUBLIC)
        Transition.log(edition, act, states, self.by, revision=self.revision, reason=self.note, at=now)
        if before == Edition.Visibility.WITHDRAWN:
            caused = {"article": edition.article_id, "from_language": edition.language}
            Task.objects.close_withdrawals(Task.Outcome.PUBLIC_AGAIN, self.by, now, **caused)
        edition.article.put_words(edition.language, self.revision)
        edition.relist()
        self.applied_at = now
        self.save(update_fields=["applied_at"])
        edition.article.rework()
        edition.remember(self.revision)


def apply_due(now=None):
    """Apply every publication and release due at `now` (default: now), a whole release or none of it.

    Each release, or each single publication, is one transaction; one that breaks down leaves the others alone and is
    tried again at the next run. One whose text may not be public (any more) is marked as failed, its owners are told,
    and it waits for somebody to act. Returns (applied, failed): counts of publications that became public and of
    those (a release counts once) that broke down. Safe to run twice at once.
    """
    from ..releasing import release_due

    now = now or timezone.now()
    applied = failed = 0
    for group in due_groups(now):
        try:
            applied += apply_group(group, now)
        except Exception:
            failed += len(group)
            logger.exception("Publications %s could not be applied", group)
    # After the single ones: what a release translates may have been due at the same hour.
    released, broken = release_due(now)
    return applied + released, failed + broken


def due_groups(now):
    """Keys of due publications, those of one release together: a list of lists in the order they were due."""
    groups = {}
    for pk, release in Publication.objects.due(now).values_list("pk", "release"):
        groups.setdefault(release or pk, []).append(pk)
    return list(groups.values())


@transaction.atomic
def apply_group(keys, now):
    """Apply the publications with these keys that are still to come, or mark them as failed; how many were applied."""
    # Locked in one order everywhere, articles before editions, so that two runs wait for each other instead of dying.
    articles = Article.objects.filter(editions__publications__in=keys).values("pk")
    list(Article.objects.select_for_update().filter(pk__in=articles).only("id").order_by("pk"))
    editions = Edition.objects.filter(publications__in=keys).values("pk")
    list(Edition.objects.select_for_update().filter(pk__in=editions).only("id").order_by("pk"))
    to_come = Publication.objects.to_come().filter(pk__in=keys).order_by("due_at", "pk")
    publications = list(to_come.select_related("edition__article", "edition__live_revision", "revision__follows", "by"))
    for publication in publications:
        publication.edition.refresh_from_db()
        publication.revision.article = publication.edition.article
    if obstacles(publications):
        fail_group(publications, now)
        return 0
    for publication in publications:
        publication.edition.refresh_from_db()
        publication.apply(now)
    return len(publications)


def obstacles(publications):
    """[(language, sentences)] of those whose text may not be public, in the language that is active now.

    The texts were sound when they were ordered; a picture, its alt text or the source may be gone since.
    """
    together = [publication.revision for publication in publications]
    found = [(p.revision.language, p.revision.blockers(together)) for p in publications if not p.is_superseded()]
    return [(language, sentences) for language, sentences in found if sentences]


def fail_group(publications, now):
    """Keep why these didn't go, so that they aren't tried each minute, and tell their owners."""
    failure = failures.written_down(lambda: obstacles(publications))
    for publication in publications:
        publication.failed_at, publication.failure = now, failure
        publication.save(update_fields=["failed_at", "failure"])
        publication.edition.article.rework()
    first, revisions = publications[0], [publication.revision for publication in publications]
    logger.warning("Publications %s did not go: %s", [p.pk for p in publications], [r.language for r in revisions])
    users = failures.owners(first.by, revisions, [revision.language for revision in revisions])
    failures.tell_owners(first.edition.article, failure, first.due_at, users)
