"""Addresses: every one that was ever public, kept for ever."""

from django.conf import settings
from django.db import IntegrityError, models, transaction
from django.utils.translation import gettext_lazy as _

from ..errors import AddressTaken

MOST_ATTEMPTS = 20


class Address(models.Model):
    """A language, day and slug at which an edition was ever public. Never deleted, never given to another."""

    language = models.CharField(max_length=8, choices=settings.LANGUAGES)
    day = models.DateField()
    slug = models.CharField(max_length=80)
    edition = models.ForeignKey("news.Edition", models.PROTECT, related_name="addresses")
    is_current = models.BooleanField(default=True)

    class Meta:
        verbose_name = _("address")
        verbose_name_plural = _("addresses")
        constraints = [
            models.UniqueConstraint(fields=["language", "day", "slug"], name="one_edition_per_address"),
            models.UniqueConstraint(
                fields=["edition"], condition=models.Q(is_current=True), name="one_current_address_per_edition"
            ),
        ]
        indexes = [models.Index(fields=["slug"], name="address_by_slug")]

    def __str__(self):
        return f"/{self.language}/{self.day:%Y/%m/%d}/{self.slug}/"

    @classmethod
    def is_taken(cls, language, day, slug, edition):
        """Whether another edition is, was, or is about to be at this address."""
        used = cls.objects.filter(language=language, day=day, slug=slug).exclude(edition=edition)
        chosen = type(edition).objects.filter(language=language, permalink_on=day, slug=slug).exclude(pk=edition.pk)
        return used.exists() or chosen.exists()

    @classmethod
    def free_slug(cls, edition):
        """The edition's slug, with -2, -3 … where another story of its day has it."""
        slug, number = edition.slug, 1
        while cls.is_taken(edition.language, edition.permalink_on, slug, edition):
            number += 1
            ending = f"-{number}"
            slug = edition.slug[: 80 - len(ending)].rstrip("-") + ending
        return slug

    @classmethod
    def keep(cls, edition):
        """Write the edition's present address down as its current one.

        Raises AddressTaken when another edition has it, perhaps since a moment ago.
        """
        cls.objects.filter(edition=edition, is_current=True).exclude(
            language=edition.language, day=edition.permalink_on, slug=edition.slug
        ).update(is_current=False)
        place = {"language": edition.language, "day": edition.permalink_on, "slug": edition.slug}
        if cls.objects.filter(edition=edition, **place).update(is_current=True):
            return
        try:
            with transaction.atomic():
                cls.objects.create(edition=edition, **place)
        except IntegrityError as error:
            raise AddressTaken from error

    @classmethod
    def keep_free(cls, edition):
        """Write down the first address of an edition that was never public, with the first free slug of its day."""
        wanted = edition.slug
        for _attempt in range(MOST_ATTEMPTS):
            edition.slug = wanted
            edition.slug = cls.free_slug(edition)
            try:
                return cls.keep(edition)
            except AddressTaken:
                continue  # published in this very moment: seen as taken from now on
        raise AddressTaken
