"""Which fields of people, states, sectors and places have a column per language."""

from modeltranslation.translator import TranslationOptions, register

from .models import MemberState, Person, Place, Portrait, Sector


@register(Person)
class PersonTranslation(TranslationOptions):
    fields = ("name", "sort_key", "honorific", "office", "organisation", "biography")


@register(MemberState)
class MemberStateTranslation(TranslationOptions):
    fields = ("name", "sort_key", "official_name")


@register(Sector)
class SectorTranslation(TranslationOptions):
    fields = ("name", "sort_key", "description")


@register(Place)
class PlaceTranslation(TranslationOptions):
    fields = ("name", "sort_key")


@register(Portrait)
class PortraitTranslation(TranslationOptions):
    fields = ("credit",)
