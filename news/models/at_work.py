"""Who has which text open, and what they have typed and not saved yet."""

from datetime import timedelta

from django.conf import settings
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ..body import clean_body
from .article import WORDS, Article
from .revision import Revision

# The form tells every half minute that it is open; who hasn't for this long has closed it.
OPEN_FOR = timedelta(seconds=100)


class OpenText(models.Model):
    """A text that somebody has open in a form, since when, and when that was last heard."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="open_texts")
    language = models.CharField(_("language"), max_length=8, choices=settings.LANGUAGES)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    opened_at = models.DateTimeField(default=timezone.now)
    seen_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("open text")
        verbose_name_plural = _("open texts")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["article", "language", "user"], name="one_open_text_per_person"),
        ]

    def __str__(self):
        return f"{self.user} {self.language}"

    @classmethod
    def heard(cls, article, language, user, now=None):
        """Note that `user` has the text open at `now`, since now unless they had it open a moment ago."""
        now = now or timezone.now()
        with transaction.atomic():
            row, is_new = cls.objects.select_for_update().get_or_create(
                article_id=article.pk, language=language, user=user, defaults={"opened_at": now, "seen_at": now}
            )
            if is_new:
                cls.objects.filter(article=article.pk, seen_at__lt=now - timedelta(days=1)).delete()
            else:
                row.opened_at = now if row.seen_at < now - OPEN_FOR else row.opened_at
                row.seen_at = now
                row.save(update_fields=["opened_at", "seen_at"])
        return row

    @classmethod
    def others(cls, article, user, now=None):
        """Who else has a text of `article` open: rows with their users, the first to open one first."""
        rows = cls.objects.filter(article=article.pk, seen_at__gte=(now or timezone.now()) - OPEN_FOR)
        return rows.exclude(user=user).select_related("user").order_by("opened_at", "pk")


class TypedText(models.Model):
    """The words that somebody typed in one language and hasn't saved: one row a person and text, no revision.

    article: None while a new story has not been saved at all.
    """

    article = models.ForeignKey(Article, models.CASCADE, null=True, related_name="typed_texts")
    language = models.CharField(_("language"), max_length=8, choices=settings.LANGUAGES)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    # The revision that the form was loaded from, so that a conflict is found however late the words come back.
    based_on = models.ForeignKey(Revision, models.CASCADE, null=True, related_name="+")
    words = models.JSONField()
    typed_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("typed text")
        verbose_name_plural = _("typed texts")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["article", "language", "user"],
                name="one_typed_text_per_person",
                condition=models.Q(article__isnull=False),
            ),
            models.UniqueConstraint(
                fields=["language", "user"],
                name="one_new_typed_text_per_person",
                condition=models.Q(article__isnull=True),
            ),
        ]

    def __str__(self):
        return f"{self.user} {self.language}"

    @classmethod
    def by(cls, user, article):
        """What `user` typed and didn't save of `article` (one not saved yet: of a new story), a queryset."""
        whose = {"article": article.pk} if article.pk else {"article__isnull": True}
        return cls.objects.filter(**whose, user=user)

    @classmethod
    def of(cls, article, language, user):
        """The row of one text, in a queryset: see by()."""
        return cls.by(user, article).filter(language=language)

    @classmethod
    def keep(cls, article, language, user, words, based_on=None, now=None):
        """Keep `words` (a dict with WORDS) in place of what `user` typed before; returns the row.

        Words that say what the revision `based_on` does, or nothing, need no keeping: None.
        """
        words = {**{word: words.get(word, "") for word in WORDS}, "body": clean_body(words.get("body", ""))}
        if words == {word: getattr(based_on, word, "") for word in WORDS}:
            cls.of(article, language, user).delete()
            return None
        values = {"words": words, "based_on": based_on, "typed_at": now or timezone.now()}
        row, _is_new = cls.objects.update_or_create(
            article_id=article.pk, language=language, user=user, defaults=values
        )
        return row
