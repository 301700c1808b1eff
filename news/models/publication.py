"""Publications: orders to make revisions public, and how what is due is applied."""

import logging
from datetime import timedelta

from django.conf import settings
from django.db import models, transaction
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .address import Address
from .article import Article
from .edition import Edition
from .revision import Revision

logger = logging.getLogger(__name__)


class PublicationQuerySet(models.QuerySet):
    def ordered(self):
        """Applied or still to come: not called off."""
        return self.filter(cancelled_at__isnull=True)

    def pending(self):
        return self.filter(applied_at__isnull=True, cancelled_at__isnull=True)

    def due(self, now):
        return self.pending().filter(due_at__lte=now).order_by("due_at", "pk")

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
        return bool(Publication.objects.pending().filter(pk=self.pk).update(cancelled_at=now or timezone.now()))

    def apply(self, now):
        """Make the revision public at `now`. The caller holds a transaction and the lock on the edition."""
        edition = self.edition
        live = edition.live_revision
        if live and live.number > self.revision.number:
            # A newer one became public meanwhile: numbers never go down.
            self.cancelled_at = now
            self.save(update_fields=["cancelled_at"])
            return
        if not edition.first_public_at:
            edition.first_public_at = now
            edition.permalink_on = edition.permalink_on or timezone.localdate(self.due_at)
            Address.keep_free(edition)
        edition.visibility, edition.withdrawn_at = Edition.Visibility.PUBLIC, None
        if edition.expires_at and edition.expires_at <= now:
            edition.expires_at = None
        edition.live_revision = self.revision
        if edition.newest_revision_id == self.revision_id:
            edition.stage = Edition.Stage.APPROVED
        edition.save()
        edition.article.put_words(edition.language, self.revision)
        edition.relist()
        self.applied_at = now
        self.save(update_fields=["applied_at"])
        edition.remember(self.revision)


def apply_due(now=None):
    """Apply every publication due at `now` (default: now), a whole release or none of it.

    Each release, or each single publication, is one transaction; one that fails leaves the others alone and is
    tried again at the next run. Returns (applied, failed): counts of publications. Safe to run twice at once.
    """
    now = now or timezone.now()
    applied = failed = 0
    for group in due_groups(now):
        try:
            applied += apply_group(group, now)
        except Exception:
            failed += len(group)
            logger.exception("Publications %s could not be applied", group)
    return applied, failed


def due_groups(now):
    """Keys of due publications, those of one release together: a list of lists in the order they were due."""
    groups = {}
    for pk, release in Publication.objects.due(now).values_list("pk", "release"):
        groups.setdefault(release or pk, []).append(pk)
    return list(groups.values())


@transaction.atomic
def apply_group(keys, now):
    """Apply the publications with these keys that are still pending; returns how many were."""
    # Locked in one order everywhere, articles before editions, so that two runs wait for each other instead of dying.
    articles = Article.objects.filter(editions__publications__in=keys).values("pk")
    list(Article.objects.select_for_update().filter(pk__in=articles).only("id").order_by("pk"))
    editions = Edition.objects.filter(publications__in=keys).values("pk")
    list(Edition.objects.select_for_update().filter(pk__in=editions).only("id").order_by("pk"))
    pending = Publication.objects.pending().filter(pk__in=keys).order_by("due_at", "pk")
    publications = list(pending.select_related("edition__article", "edition__live_revision", "revision"))
    for publication in publications:
        publication.edition.refresh_from_db()
        publication.apply(now)
    return len(publications)
