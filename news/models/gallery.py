"""The gallery of a story: pictures in an order, facts of the story, each with its words per language."""

from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from people.languages import LANGUAGES, column

from .article import Article
from .picture import Picture


class DescribedPicture(models.Model):
    """A use of a picture with an alt text of its own per language, prefilled from the picture."""

    alt = models.CharField(_("alt text"), max_length=500, null=True, blank=True)

    prefilled = ("alt",)

    class Meta:
        abstract = True

    def alt_in(self, language):
        return getattr(self, column("alt", language)) or ""

    def prefill(self):
        """Take over the texts of the picture where none were written."""
        for field in self.prefilled:
            for language in LANGUAGES:
                name = column(field, language)
                setattr(self, name, getattr(self, name) or getattr(self.shown_picture, name))

    def lacks_alt(self, language):
        return not (self.alt_in(language).strip() or self.shown_picture.is_decorative)


class GalleryPicture(DescribedPicture):
    """A picture in a story's gallery."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="gallery")
    picture = models.ForeignKey(Picture, models.PROTECT, related_name="in_galleries", verbose_name=_("picture"))
    position = models.PositiveSmallIntegerField(_("order"), default=0)
    caption = models.CharField(_("caption"), max_length=500, null=True, blank=True)

    prefilled = ("alt", "caption")

    class Meta:
        verbose_name = _("picture in the gallery")
        verbose_name_plural = _("gallery")
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["article", "picture"], name="one_place_per_picture_in_a_gallery")
        ]

    def __str__(self):
        return str(self.picture)

    @property
    def shown_picture(self):
        return self.picture

    def caption_in(self, language):
        """The caption in `language`, or ''."""
        return getattr(self, column("caption", language)) or ""


class Blocker(str):
    """A sentence that says why a text can't be published. `mended_in`: the id of the form's input that mends it."""

    mended_in = ""


def blocker(sentence, mended_in):
    made = Blocker(sentence)
    made.mended_in = mended_in
    return made


def gallery_blockers(article, language):
    """Sentences on the pictures of the gallery that have no alt text in `language`: a list of Blocker."""
    if article.pk is None:
        return []
    rows = article.gallery.select_related("picture")
    sentence = gettext("Picture %(number)s of the gallery has no alt text in this language.")
    return [
        blocker(sentence % {"number": number + 1}, f"id_gallery-{number}-{column('alt', language)}")
        for number, row in enumerate(rows)
        if row.lacks_alt(language)
    ]
