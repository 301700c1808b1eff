"""Releases: languages of a story that become public together, at one instant, or not at all."""

from uuid import uuid4

from django.conf import settings
from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .article import Article
from .edition import Edition
from .publication import Publication
from .revision import Revision


class ReleaseQuerySet(models.QuerySet):
    def open(self):
        """Those still to come, also when they failed at their hour and wait for somebody to act."""
        return self.filter(cancelled_at__isnull=True, released_at__isnull=True)

    def waiting(self):
        """Those that go by themselves."""
        return self.open().filter(failed_at__isnull=True)

    def due(self, now):
        """Those whose hour has come, and those that go as soon as all their languages are approved."""
        return self.waiting().filter(Q(due_at__isnull=True) | Q(due_at__lte=now)).order_by("due_at", "created_at")


class Release(models.Model):
    """The order to make several languages of a story public together. Each is approved on its own.

    news.releasing carries it out; the publications it makes carry its key as their `release`.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    article = models.ForeignKey(Article, models.CASCADE, related_name="releases")
    # None: as soon as all its languages are approved.
    due_at = models.DateTimeField(_("due at"), null=True, blank=True)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    created_at = models.DateTimeField(_("created at"), default=timezone.now)
    cancelled_at = models.DateTimeField(_("called off at"), null=True, blank=True)
    released_at = models.DateTimeField(_("released at"), null=True, blank=True)
    failed_at = models.DateTimeField(_("failed at"), null=True, blank=True)
    failure = models.JSONField(default=list, blank=True)  # see news.failures

    objects = ReleaseQuerySet.as_manager()

    class Meta:
        verbose_name = _("release")
        verbose_name_plural = _("releases")
        constraints = [
            models.CheckConstraint(
                condition=Q(cancelled_at__isnull=True) | Q(released_at__isnull=True), name="released_or_called_off"
            ),
            models.UniqueConstraint(
                fields=["article"],
                condition=Q(cancelled_at__isnull=True, released_at__isnull=True),
                name="one_open_release_per_article",
            ),
        ]
        indexes = [
            models.Index(
                fields=["due_at"],
                condition=Q(cancelled_at__isnull=True, released_at__isnull=True),
                name="release_open",
            )
        ]

    def __str__(self):
        return f"{self.article_id} · {self.pk}"

    @classmethod
    def arrange(cls, article, languages, due_at, by=None, now=None):
        """Mark `languages` to go together at `due_at` (aware; None: once all are approved); the open Release.

        Changes the article's open release where there is one. What was scheduled alone in these languages is called
        off. A text that is approved already is taken as it stands. The caller has checked the rights.
        """
        now = now or timezone.now()
        with transaction.atomic():
            Article.objects.select_for_update(of=("self",)).only("id").get(pk=article.pk)
            release = cls.objects.open().filter(article=article).first() or cls(article=article, created_by=by)
            release.due_at, release.failed_at, release.failure = due_at, None, []
            release.save()
            release.parts.exclude(language__in=languages).delete()
            for language in languages:
                ReleasePart.objects.get_or_create(release=release, language=language)
            marked = Edition.objects.filter(article=article, language__in=languages)
            Publication.objects.pending().filter(edition__in=marked).update(cancelled_at=now)
            release.take_up()
            article.rework()
        return release

    def call_off(self, now=None):
        """Nothing of it goes; nothing is withdrawn. Returns whether it was still to come."""
        with transaction.atomic():
            was_open = bool(Release.objects.open().filter(pk=self.pk).update(cancelled_at=now or timezone.now()))
            self.article.rework()
        return was_open

    @property
    def is_open(self):
        return self.cancelled_at is None and self.released_at is None

    # What goes

    def editions(self):
        """{language: Edition} of the story, read now, with what is newest and what is public."""
        found = Edition.objects.filter(article=self.article_id)
        found = found.select_related("article", "newest_revision__follows", "live_revision")
        return {edition.language: edition for edition in found}

    def take_up(self, editions=None):
        """Take the newest text of each marked language that is approved, unless it is what readers see already."""
        editions = self.editions() if editions is None else editions
        for part in self.parts.all():
            edition = editions.get(part.language)
            if edition and goes_as_it_stands(edition) and part.revision_id != edition.newest_revision_id:
                part.revision = edition.newest_revision
                part.save(update_fields=["revision"])

    def in_order(self):
        """Its parts with `revision`, each after the one whose words it translates: a list of ReleasePart."""
        # What is followed was written before, so the order of writing does; those without a text come last.
        parts = self.parts.select_related("revision__follows").order_by("language")
        return sorted(parts, key=lambda part: (part.revision_id is None, part.revision_id or 0))

    def obstacles(self, editions=None):
        """[(language, sentences)] of the parts that keep it from going, in the language that is active now."""
        editions = self.editions() if editions is None else editions
        parts = self.in_order()
        together = [part.revision for part in parts if part.revision]
        found = [(part.language, part.obstacles(editions.get(part.language), together)) for part in parts]
        return [(language, sentences) for language, sentences in found if sentences]


def goes_as_it_stands(edition):
    """Whether the newest text of `edition` is approved and something else than readers see."""
    is_public = edition.is_live() and edition.live_revision_id == edition.newest_revision_id
    return edition.stage == Edition.Stage.APPROVED and not is_public


class ReleasePartQuerySet(models.QuerySet):
    def open(self):
        return self.filter(release__cancelled_at__isnull=True, release__released_at__isnull=True)

    def marking(self, edition):
        """Parts of an open release that mark this edition: one or none."""
        return self.open().filter(release__article=edition.article_id, language=edition.language)

    def scheduled(self):
        """Approved parts of releases that go at an hour to come."""
        return self.open().filter(
            release__failed_at__isnull=True, release__due_at__isnull=False, revision__isnull=False
        )

    def follow_stage(self, edition):
        """Keep the parts of open releases in step with how far the newest text of `edition` is.

        Approved, it is what goes. An approval taken back leaves nothing to go; a newer draft leaves the approved one.
        """
        parts = self.marking(edition)
        if goes_as_it_stands(edition):
            parts.update(revision=edition.newest_revision_id)
        elif edition.stage != Edition.Stage.APPROVED:
            parts.filter(revision=edition.newest_revision_id).update(revision=None)


class ReleasePart(models.Model):
    """A language marked in a release, and the revision that was approved to go with it, or None."""

    release = models.ForeignKey(Release, models.CASCADE, related_name="parts")
    language = models.CharField(_("language"), max_length=8, choices=settings.LANGUAGES)
    revision = models.ForeignKey(Revision, models.PROTECT, null=True, blank=True, related_name="+")

    objects = ReleasePartQuerySet.as_manager()

    class Meta:
        verbose_name = _("language of a release")
        verbose_name_plural = _("languages of a release")
        constraints = [models.UniqueConstraint(fields=["release", "language"], name="one_part_per_language")]

    def __str__(self):
        return f"{self.release_id} · {self.language}"

    def obstacles(self, edition, together):
        """Sentences that say why this part can't go with the revisions `together`; [] when it can."""
        if edition is None:
            return [_("There is no text yet.")]
        if self.revision is None:
            newest = {"number": edition.newest_revision.number}
            if edition.is_live() and edition.live_revision_id == edition.newest_revision_id:
                return [_("There is nothing new to publish: revision %(number)s is public already.") % newest]
            return [_("Revision %(number)s is not approved yet.") % newest]
        self.revision.article = edition.article
        return edition.blockers(self.revision, together=together, release=self.release_id)
