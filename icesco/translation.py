"""Which fields of the site's own models have a column per language."""

from modeltranslation.translator import TranslationOptions, register

from .models import PressContact


@register(PressContact)
class PressContactTranslation(TranslationOptions):
    fields = ("name", "role")
