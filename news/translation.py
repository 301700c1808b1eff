"""Which fields of news have a column per language."""

from modeltranslation.translator import TranslationOptions, register

from .models import Appearance, Article, Attachment, GalleryPicture, Picture, Tag, Video
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


@register(GalleryPicture)
class GalleryPictureTranslation(TranslationOptions):
    fields = ("alt", "caption")


@register(Video)
class VideoTranslation(TranslationOptions):
    fields = ("title", "alt")


@register(Attachment)
class AttachmentTranslation(TranslationOptions):
    fields = ("title",)
