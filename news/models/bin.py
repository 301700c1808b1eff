"""The bin: what was never public can be thrown away, is kept for thirty days with all that belongs to it, then goes."""

from datetime import timedelta

from django.conf import settings
from django.db import models, transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ..errors import IsSource, TextThere, WasPublic
from .article import Article
from .edition import Edition
from .preview import Preview
from .publication import Publication
from .revision import Revision
from .transition import Transition

KEPT_FOR = timedelta(days=30)
BINNED = Transition.State.BINNED


class BinnedText(models.Model):
    """One language of a story in the bin: what its edition was. Its revisions stay where they are."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="binned_texts")
    language = models.CharField(_("language"), max_length=8, choices=settings.LANGUAGES)
    newest_revision = models.ForeignKey(Revision, models.PROTECT, related_name="+")
    stage = models.CharField(_("stage"), max_length=10, choices=Edition.Stage)
    slug = models.CharField(_("slug"), max_length=80, blank=True)
    permalink_on = models.DateField(_("day in the address"), null=True)
    binned_at = models.DateTimeField(_("in the bin since"), default=timezone.now, db_index=True)
    binned_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")

    class Meta:
        verbose_name = _("text in the bin")
        verbose_name_plural = _("texts in the bin")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["article", "language"], name="one_binned_text_per_language"),
        ]

    def __str__(self):
        return f"{self.newest_revision.title} ({self.get_language_display()})"

    @property
    def goes_at(self):
        return self.binned_at + KEPT_FOR

    def restore(self, by=None):
        """Make the edition again, with every revision. Raises TextThere when the language was begun anew meanwhile."""
        with transaction.atomic():
            article = Article.objects.select_for_update(of=("self",)).only("id").get(pk=self.article_id)
            if article.editions.filter(language=self.language).exists():
                raise TextThere
            values = ("language", "newest_revision", "stage", "slug", "permalink_on")
            edition = Edition.objects.create(article=article, **{name: getattr(self, name) for name in values})
            Transition.log(edition, Transition.Act.RESTORED, (BINNED, edition.stage), by)
            self.delete()
            article.rework()
        return edition


def bin_text(edition, by=None, now=None):
    """Move one language to the bin; returns the BinnedText.

    Raises WasPublic for what readers have seen, IsSource for the language in which the story was written.
    """
    now = now or timezone.now()
    with transaction.atomic():
        edition = edition.locked()
        if edition.first_public_at:
            raise WasPublic
        if edition.language == edition.article.source_language:
            raise IsSource
        values = ("article", "language", "newest_revision", "stage", "slug", "permalink_on")
        kept = {name: getattr(edition, name) for name in values}
        # An older one in its place has all its revisions in the history of this one.
        BinnedText.objects.filter(article=edition.article, language=edition.language).delete()
        binned = BinnedText.objects.create(**kept, binned_at=now, binned_by=by)
        Transition.log(edition, Transition.Act.BINNED, (edition.stage, BINNED), by, at=now)
        Preview.objects.of(edition.article_id, edition.language).revoke(now)
        # Orders of a text that was never public are called off ones; none was ever applied.
        edition.publications.all().delete()
        edition.delete()
        edition.article.rework()
    return binned


def bin_story(article, by=None, now=None):
    """Move a story to the bin with all its languages, and call off what was scheduled. Raises WasPublic."""
    now = now or timezone.now()
    with transaction.atomic():
        article = Article.objects.select_for_update(of=("self",)).get(pk=article.pk)
        editions = list(article.editions.select_related("newest_revision"))
        if any(edition.first_public_at for edition in editions):
            raise WasPublic
        Publication.objects.pending().filter(edition__article=article).update(cancelled_at=now)
        Preview.objects.of(article).revoke(now)
        article.binned_at, article.binned_by = now, by
        article.save(update_fields=["binned_at", "binned_by"])
        for edition in editions:
            Transition.log(edition, Transition.Act.BINNED, (edition.stage, BINNED), by, at=now)
        article.rework()
    return article


def restore_story(article, by=None):
    """Take a story out of the bin, with all that it had; what was scheduled stays called off."""
    with transaction.atomic():
        article = Article.objects.select_for_update(of=("self",)).get(pk=article.pk)
        if not article.binned_at:
            return article
        article.binned_at = article.binned_by = None
        article.save(update_fields=["binned_at", "binned_by"])
        for edition in article.editions.select_related("newest_revision"):
            Transition.log(edition, Transition.Act.RESTORED, (BINNED, edition.stage), by)
        article.rework()
    return article


def empty_bin(now=None):
    """Delete for good what has been in the bin for thirty days; returns how many stories and texts went."""
    before = (now or timezone.now()) - KEPT_FOR
    stories = list(Article.objects.filter(binned_at__lte=before).values_list("pk", flat=True)[:500])
    for key in stories:
        delete_story(key)
    return len(stories) + delete_texts(before)


@transaction.atomic
def delete_story(key):
    """Delete a story of the bin and every row that leads to it; the log of its steps stays."""
    article = Article.objects.select_for_update(of=("self",)).filter(pk=key, binned_at__isnull=False).first()
    if article is None:
        return
    Publication.objects.filter(edition__article=article).delete()
    BinnedText.objects.filter(article=article).delete()
    article.editions.all().delete()
    revisions = Revision.objects.filter(article=article)
    revisions.update(follows=None)
    revisions.delete()
    article.delete()


def delete_texts(before):
    """Delete the texts that came into the bin before `before`, and their revisions where nothing else needs them."""
    used = Edition.objects.filter(article=OuterRef("article"), language=OuterRef("language"))
    followed = Revision.objects.filter(follows__article=OuterRef("article"), follows__language=OuterRef("language"))
    rows = BinnedText.objects.filter(binned_at__lte=before).annotate(is_used=Exists(used), is_followed=Exists(followed))
    count = 0
    for row in list(rows[:500]):
        with transaction.atomic():
            row.delete()
            if not (row.is_used or row.is_followed):
                Revision.objects.filter(article=row.article_id, language=row.language).delete()
        count += 1
    return count
