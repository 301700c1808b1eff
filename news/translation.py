"""Which fields of news have a column per language."""

from modeltranslation.translator import TranslationOptions, register

from .models import Appearance, Article, Picture, Tag
from .models.article import WORDS


@register(Article)
class ArticleTranslation(TranslationOptions):
    fields = WORDS


@register(Appearance)
class AppearanceTranslation(TranslationOptions):
    fields = ("honorific", "role")


@register(Tag)
class TagTranslation(TranslationOptions):
    # taggit's own name and slug stay untranslated: translating them loses tags silently.
    fields = ("label", "path")


@register(Picture)
class PictureTranslation(TranslationOptions):
    fields = ("alt", "caption", "credit")
