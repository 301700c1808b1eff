"""A revision: what one language of a story said at one time, and where those words come from."""

from hashlib import sha256

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from icesco.text.characters import UnsafeCharacter, refuse_unsafe

from ..body import clean_body, picture_texts, without_figures
from ..errors import Immutable
from .article import WORDS, Article
from .body_picture import BodyPicture
from .gallery import gallery_blockers
from .picture import Picture
from .video import video_blockers

TRANSLATES_UNPUBLISHED = _(
    "It translates words that are not public yet: publish the text it follows first, or release both together."
)


class Revision(models.Model):
    """An immutable snapshot of one language's words. Restoring an older one makes a new one."""

    class Origin(models.TextChoices):
        ORIGINAL = "original", _("Original text")
        STAFF = "staff", _("Translated by staff")
        AGENCY = "agency", _("Translated by an agency")
        MACHINE_REVISED = "machine_revised", _("Machine draft revised by a person")
        IMPORTED = "imported", _("Imported from the former site")

    article = models.ForeignKey(Article, models.PROTECT, related_name="revisions")
    language = models.CharField(_("language"), max_length=8, choices=settings.LANGUAGES)
    number = models.PositiveIntegerField(_("number"))
    title = models.CharField(_("title"), max_length=250, blank=True)
    summary = models.TextField(_("summary"), max_length=1000, blank=True)
    body = models.TextField(_("body"), max_length=200_000, blank=True)
    lead_alt = models.CharField(_("alt text of the lead picture"), max_length=500, blank=True)
    lead_caption = models.CharField(_("caption of the lead picture"), max_length=500, blank=True)
    follows = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="followers", verbose_name=_("follows")
    )
    origin = models.CharField(_("where the text comes from"), max_length=20, choices=Origin)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("author")
    )
    created_at = models.DateTimeField(_("created at"), default=timezone.now)
    note = models.CharField(_("note"), max_length=500, blank=True)
    # Digest of title, summary and body without figures: tells whether two revisions say the same
    # without reading their bodies.
    words_digest = models.CharField(max_length=64, editable=False)

    class Meta:
        verbose_name = _("revision")
        verbose_name_plural = _("revisions")
        ordering = ["article", "language", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["article", "language", "number"], name="one_revision_per_number"),
        ]

    def __str__(self):
        return _("%(language)s, revision %(number)s") % {
            "language": self.get_language_display(),
            "number": self.number,
        }

    @classmethod
    def after(cls, newest, article, language, words, origin, follows):
        """An unsaved revision of `language` after `newest` (or None), with `words` over what that one said."""
        said = {field: getattr(newest, field) for field in WORDS} if newest else {}
        revision = cls(article=article, language=language, number=newest.number + 1 if newest else 1)
        for field in WORDS:
            setattr(revision, field, (words.get(field, said.get(field)) or "").strip())
        revision.origin = origin or (newest.origin if newest else "")
        revision.follows = follows
        revision.tidy()
        return revision

    def tidy(self):
        """Refuse what no text may hold and keep the body to the allowed markup, on every way of writing.

        Raises UnsafeCharacter.
        """
        for field in WORDS:
            refuse_unsafe(getattr(self, field))
        self.body = clean_body(self.body)
        said = "\0".join([self.title, self.summary, without_figures(self.body)])
        self.words_digest = sha256(said.encode()).hexdigest()

    def says_the_same_as(self, other):
        """Whether a save would add nothing: same words, same revision followed, same origin."""
        compared = (*WORDS, "follows_id", "origin")
        return all(getattr(self, field) == getattr(other, field) for field in compared)

    def clean(self):
        super().clean()
        if self.follows and (self.follows.article_id != self.article_id or self.follows.language == self.language):
            raise ValidationError(
                {"follows": _("A translation follows a revision of the same story in another language.")}
            )
        if self.follows and self.origin == self.Origin.ORIGINAL:
            raise ValidationError({"origin": _("An original text follows no other.")})

    def save(self, *args, **kwargs):
        if not self._state.adding:
            raise Immutable
        self.tidy()
        with transaction.atomic():
            super().save(*args, **kwargs)
            BodyPicture.keep(self, {key for key, _alt in picture_texts(self.body)})

    def delete(self, *args, **kwargs):
        raise Immutable

    def blockers(self, together=()):
        """Sentences that say why this revision can't be public: an empty list when it can.

        together: the revisions of other languages that become public at the same instant.
        """
        found = []
        if not self.title:
            found.append(_("The title is missing."))
        if not without_figures(self.body).strip():
            found.append(_("The body is missing."))
        if not self.origin:
            found.append(_("Say where the text comes from."))
        if self.article.lead_picture_id and not self.lead_alt and not self.article.lead_picture.is_decorative:
            found.append(_("The lead picture has no alt text in this language."))
        if self.lacks_alt_in_body():
            found.append(_("A picture in the body has no alt text."))
        if self.translates_unpublished(together):
            found.append(TRANSLATES_UNPUBLISHED)
        return found + gallery_blockers(self.article, self.language) + video_blockers(self.article, self.language)

    def translates_unpublished(self, together=()):
        """Whether it follows words that no reader ever saw and that don't become public with the revisions `together`.

        A source that was public and is withdrawn is none: readers of the translation are told that it is gone.
        """
        from .publication import Publication

        followed = self.follows
        if followed is None:
            return False
        if any((r.language, r.words_digest) == (followed.language, followed.words_digest) for r in together):
            return False
        applied = Publication.objects.filter(
            applied_at__isnull=False, edition__article=self.article_id, edition__language=followed.language
        )
        return not applied.filter(revision__words_digest=followed.words_digest).exists()

    def lacks_alt_in_body(self):
        """Whether a picture in the body, not a decorative one, has no alt text."""
        keys = {key for key, alt in picture_texts(self.body) if not alt.strip()}
        return bool(keys) and Picture.objects.filter(pk__in=keys, is_decorative=True).count() < len(keys)


__all__ = ["Revision", "UnsafeCharacter"]
