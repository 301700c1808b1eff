"""What people, member states, sectors and places share: a slug, a name per language, a way to be found and sorted."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import F, Q
from django.utils import translation
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from icesco.text.characters import without_invisible
from icesco.text.folding import fold
from icesco.text.slugs import EmptySlug, ascii_slug
from icesco.text.sorting import sort_key

from ..languages import LANGUAGES, column, columns
from .redirect import Redirect


class EntityQuerySet(models.QuerySet):
    def named_in(self, language):
        """Those that have a name in `language`: the languages in which an entity has a page."""
        name = column("name", language)
        return self.exclude(Q(**{f"{name}__isnull": True}) | Q(**{name: ""}))

    def in_order(self, language):
        """Alphabetical in `language`: accents folded, Arabic article skipped; the nameless last."""
        return self.order_by(F(column("sort_key", language)).asc(nulls_last=True), "pk")

    def found_by(self, words):
        """Those whose names, in any language or spelling, hold every one of `words` (a str, folded here)."""
        found = self
        for word in fold(words).split():
            found = found.filter(search_text__contains=word)
        return found


class Entity(models.Model):
    """Something a story is linked to, known by one language-neutral ASCII slug and a name per language."""

    slug = models.SlugField(
        _("address"),
        max_length=80,
        unique=True,
        blank=True,
        help_text=_(
            "The last part of the page’s address, the same in all languages: small Latin letters, digits and hyphens."
        ),
    )
    name = models.CharField(_("name"), max_length=200, null=True, blank=True)
    sort_key = models.CharField(max_length=200, null=True, blank=True, editable=False)
    # All names in all languages and spellings, folded, one a line: what autocompletes look in.
    search_text = models.TextField(editable=False, default="")

    objects = EntityQuerySet.as_manager()

    class Meta:
        abstract = True

    def __str__(self):
        return self.name_in(get_language()) or next(filter(None, map(self.name_in, LANGUAGES)), self.slug)

    def name_in(self, language):
        """The name in `language`, or '' where there is none."""
        return getattr(self, column("name", language), None) or "" if language in LANGUAGES else ""

    @property
    def languages(self):
        """The languages in which there is a name, so a page: a list such as ["ar", "en"]."""
        return [language for language in LANGUAGES if self.name_in(language)]

    def clean(self):
        super().clean()
        if not self.languages:
            raise ValidationError(_("Give a name in at least one language."))

    def save(self, *args, **kwargs):
        for language in LANGUAGES:
            name = without_invisible(self.name_in(language)).strip()
            setattr(self, column("name", language), self.name_in(language).strip() or None)
            setattr(self, column("sort_key", language), sort_key(name, language)[:200] or None)
        self.slug = self.slug or self.free_slug()
        self.search_text = self.folded_names()
        if kwargs.get("update_fields") is not None:
            kwargs["update_fields"] = {*kwargs["update_fields"], "search_text", *columns("sort_key")}
        # The base column takes the active language's value at each save: pin it, so that it stays put.
        with transaction.atomic(), translation.override(settings.MODELTRANSLATION_DEFAULT_LANGUAGE):
            if self.pk:
                self.redirect_old_slug()
            super().save(*args, **kwargs)

    def free_slug(self):
        """An ASCII slug made of the English, French or Arabic name that no other row or redirect has."""
        name = self.name_in("en") or self.name_in("fr") or self.name_in("ar")
        try:
            stem = ascii_slug(name)[:70].rstrip("-")
        except EmptySlug:  # a script that isn't transliterated
            stem = self._meta.model_name
        slug, number = stem, 1
        while self.slug_is_taken(slug):
            number += 1
            slug = f"{stem}-{number}"
        return slug

    def slug_is_taken(self, slug):
        rows = type(self)._base_manager.filter(slug=slug).exclude(pk=self.pk)
        return rows.exists() or Redirect.objects.filter(kind=self._meta.model_name, old_slug=slug).exists()

    def redirect_old_slug(self):
        """Keep the address this row had before working."""
        old = type(self)._base_manager.filter(pk=self.pk).values_list("slug", flat=True).first()
        if old and old != self.slug:
            Redirect.lead(self._meta.model_name, old, self.slug)

    def folded_names(self):
        """Every name and other spelling, folded, one a line, with markers so that words can't run together."""
        names = [self.name_in(language) for language in LANGUAGES]
        if self.pk:
            names += self.other_names.values_list("form", flat=True)
        return "\n".join(dict.fromkeys(filter(None, map(fold, names))))


class OtherName(models.Model):
    """Another form by which texts call an entity: a spelling, a script, an adjective."""

    language = models.CharField(_("language"), max_length=8, choices=settings.LANGUAGES)
    form = models.CharField(_("form"), max_length=200)
    is_ambiguous = models.BooleanField(
        _("may mean something else"),
        default=False,
        help_text=_("A text that has only this form gets a proposal to review, never a link."),
    )

    class Meta:
        abstract = True

    def __str__(self):
        return self.form

    def save(self, *args, **kwargs):
        with transaction.atomic():
            super().save(*args, **kwargs)
            self.refresh_search_text()

    def delete(self, *args, **kwargs):
        with transaction.atomic():
            answer = super().delete(*args, **kwargs)
            self.refresh_search_text()
        return answer

    def refresh_search_text(self):
        entity = self.entity
        type(entity)._base_manager.filter(pk=entity.pk).update(search_text=entity.folded_names())
