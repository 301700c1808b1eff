"""The translation memory: sentences of approved texts, and what they were translated as."""

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from .article import Article
from .edition import Edition
from .revision import Revision


class MemorySentence(models.Model):
    """A sentence that was translated at least once, as it is compared: folded, each only once per language.

    Its keys and its sketch, by which sentences alike are found, lie in a form of each database's own: see
    news.memory.stores. Rows stay when their last unit goes; then they are found and nothing is offered for them.
    """

    language = models.CharField(_("language"), max_length=8, choices=settings.LANGUAGES)
    digest = models.CharField(max_length=32, editable=False)
    folded = models.TextField(editable=False)
    size = models.PositiveIntegerField(editable=False)  # how many trigrams it has

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["language", "digest"], name="one_memory_sentence_per_digest"),
        ]

    def __str__(self):
        return f"{self.language}: {self.folded}"


class MemoryUnitQuerySet(models.QuerySet):
    def offered(self):
        """Those to show to translators: nothing of what was withdrawn or lies in the bin."""
        withdrawn = Edition.objects.filter(
            Q(language=OuterRef("target_language")) | Q(language=OuterRef("sentence__language")),
            article=OuterRef("article"),
            visibility=Edition.Visibility.WITHDRAWN,
        )
        return self.filter(~Exists(withdrawn), article__binned_at__isnull=True)

    def newest_first(self):
        # By the column: by the relation would be the order that revisions have of their own.
        return self.order_by("-revision_id", "-pk")


class MemoryUnit(models.Model):
    """A sentence and its translation in the newest approved or published text of an article in one language."""

    sentence = models.ForeignKey(MemorySentence, models.CASCADE, related_name="units", db_index=False)
    target_language = models.CharField(_("language"), max_length=8, choices=settings.LANGUAGES)
    source_text = models.TextField()
    target_text = models.TextField()
    article = models.ForeignKey(Article, models.CASCADE, related_name="memory_units", db_index=False)
    # Nothing remembered keeps a story from being deleted.
    revision = models.ForeignKey(Revision, models.CASCADE, related_name="memory_units")
    source_revision = models.ForeignKey(Revision, models.CASCADE, related_name="+")
    position = models.PositiveSmallIntegerField()

    objects = MemoryUnitQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["article", "target_language", "position"], name="one_memory_unit_per_position"
            ),
        ]
        indexes = [
            models.Index(fields=["sentence", "target_language", "-revision", "-id"], name="memory_unit_newest"),
        ]

    def __str__(self):
        return f"{self.source_text} → {self.target_text}"
