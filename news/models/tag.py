"""Tags: taggit's key, with a label and an address per language."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.urls import reverse
from django.utils import translation
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from taggit.managers import _TaggableManager
from taggit.models import ItemBase, TagBase

from icesco.text.characters import has_letter
from icesco.text.folding import fold
from icesco.text.slugs import EmptySlug, ascii_slug, make_slug
from people.languages import LANGUAGES, column, columns

from ..errors import TagAddressTaken
from .tag_redirect import TagRedirect


class TagQuerySet(models.QuerySet):
    def found_by(self, words):
        """Those whose labels, in any language, hold every one of `words` (a str, folded here)."""
        found = self
        for word in fold(words).split():
            found = found.filter(search_text__contains=word)
        return found


class Tag(TagBase):
    """A subject of stories. `name` and `slug` are its untranslated key; readers see `label` and `path`."""

    label = models.CharField(_("label"), max_length=80, null=True, blank=True)
    path = models.CharField(_("address"), max_length=80, null=True, blank=True, editable=False)
    search_text = models.TextField(editable=False, default="")

    objects = TagQuerySet.as_manager()

    class Meta:
        verbose_name = _("tag")
        verbose_name_plural = _("tags")
        constraints = [
            models.UniqueConstraint(fields=[f"path_{language}"], name=f"one_tag_per_path_{language}")
            for language in LANGUAGES
        ]

    def __str__(self):
        return self.label_in(get_language()) or next(filter(None, map(self.label_in, LANGUAGES)), self.name)

    def label_in(self, language):
        """The label in `language`, or '' where there is none."""
        return getattr(self, column("label", language), None) or "" if language in LANGUAGES else ""

    def get_absolute_url(self):
        """The tag's page in the active language; '' where it has no label, so no page."""
        path = getattr(self, column("path", get_language()))
        return reverse("news:tag_detail", args=[path]) if path else ""

    def url_in(self, language):
        with translation.override(language):
            return self.get_absolute_url()

    def clean(self):
        super().clean()
        labels = {name: label for name in columns("label") if (label := getattr(self, name))}
        if not labels:
            raise ValidationError(_("Give a label in at least one language."))
        for name, label in labels.items():
            if not Tag.can_be_read(label):
                raise ValidationError({name: _("A tag needs a letter or a digit.")})
            same = Tag.reading_like(label)
            if same and same.pk != self.pk:
                raise ValidationError({name: self.unique_error_message(type(self), (name,))})

    def save(self, *args, **kwargs):
        labels = {language: self.label_in(language).strip() for language in LANGUAGES}
        self.name = self.name or labels["en"] or labels["fr"] or labels["ar"]
        for language, label in labels.items():
            setattr(self, column("label", language), label or None)
            setattr(self, column("path", language), self.free_path(language, label))
        self.search_text = "\n".join(dict.fromkeys(map(fold, filter(None, [self.name, *labels.values()]))))
        if kwargs.get("update_fields") is not None:
            kwargs["update_fields"] = {*kwargs["update_fields"], "search_text", *columns("label", "path")}
        with transaction.atomic(), translation.override(settings.MODELTRANSLATION_DEFAULT_LANGUAGE):
            if self.pk:
                self.keep_former_paths()
            super().save(*args, **kwargs)

    def keep_former_paths(self):
        """Make the paths that are about to be given up lead here: other sites link to them."""
        before = Tag._base_manager.filter(pk=self.pk).values(*columns("path")).first() or {}
        for language in LANGUAGES:
            old, new = before.get(column("path", language)), getattr(self, column("path", language))
            if old and old != new:
                TagRedirect.lead(language, old, self)
            if new and old != new:
                TagRedirect.release(language, new, self)

    def set_path(self, language, text):
        """Take the slug of `text` as the address in `language`, to be saved; the old one then leads to it.

        Raises TagAddressTaken, and EmptySlug for a text without a letter.
        """
        path = make_slug(text)
        if self.path_is_taken(language, path):
            raise TagAddressTaken
        setattr(self, column("path", language), path)

    def path_is_taken(self, language, path):
        """Whether `path` is, or was, another tag's address in `language`."""
        used = Tag._base_manager.filter(**{column("path", language): path}).exclude(pk=self.pk)
        return (
            used.exists() or TagRedirect.objects.filter(language=language, old_path=path).exclude(tag=self.pk).exists()
        )

    def free_path(self, language, label):
        """The slug of `label` that is no other tag's in `language`, or None without a label.

        A path once given stays while there is a label: other sites link to it.
        """
        if not label:
            return None
        if path := getattr(self, column("path", language)):
            return path
        try:
            stem = make_slug(label)
        except EmptySlug:
            stem = "tag"
        path, number = stem, 1
        while self.path_is_taken(language, path):
            number += 1
            path = f"{stem[:70].rstrip('-')}-{number}"
        return path

    def slugify(self, tag, i=None):
        try:
            stem = ascii_slug(tag)
        except EmptySlug:  # a script that isn't transliterated
            stem = "tag"
        return stem if i is None else f"{stem}_{i}"

    @staticmethod
    def can_be_read(label):
        """Whether `label` has a letter or digit that is left when it is folded: without one no tag is found again."""
        return has_letter(fold(label))

    @classmethod
    def reading_like(cls, label):
        """The tag whose label or key reads like `label` in any language, or None."""
        folded = fold(label)
        found = cls.objects.filter(search_text__contains=folded).order_by("pk") if folded else ()
        return next((tag for tag in found if folded in tag.search_text.split("\n")), None)

    @classmethod
    def named(cls, label, language):
        """The tag whose label or key reads like `label` in any language, else a new one with that label.

        Spelling variants (case, accents, tashkeel, spaces) are one tag.
        """
        if tag := cls.reading_like(label):
            return tag
        try:
            with transaction.atomic():
                return cls.objects.create(**{column("label", language): label})
        except IntegrityError:
            # Somebody made it in this very moment.
            if made := cls.reading_like(label):
                return made
            raise


class TaggedArticle(ItemBase):
    """A tag on an article."""

    tag = models.ForeignKey(Tag, models.CASCADE, related_name="tagged")
    content_object = models.ForeignKey("news.Article", models.CASCADE, related_name="tagged")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["tag", "content_object"], name="one_row_per_tag_and_article")]


class ArticleTags(_TaggableManager):
    """article.tags. taggit removes what reads like str(tag); ours reads like a label, and its key is the name."""

    def remove(self, *tags):
        super().remove(*(tag.name if isinstance(tag, Tag) else tag for tag in tags))
