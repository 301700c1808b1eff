"""Names of people, states, sectors and places as a page in one language shows them."""

from django import template
from django.utils.html import format_html
from django.utils.translation import get_language

from icesco.text.direction import direction
from people.pictures.showing import picture_context

register = template.Library()


@register.simple_tag
def name_of(entity):
    """The entity's name in the page's language; one it lacks is shown in a language it has, marked as such."""
    return marked(entity.name_in, entity.languages, entity.slug)


def marked(value_in, languages, otherwise=""):
    """A text in the page's language, else in the first of `languages`, marked as such, else `otherwise`.

    value_in: a function of a language that returns the text or ''.
    """
    if value := value_in(get_language()):
        return format_html("<bdi>{}</bdi>", value)
    other = next(iter(languages), "")
    if not other:
        return format_html("<bdi>{}</bdi>", otherwise)
    return format_html('<bdi lang="{}" dir="{}">{}</bdi>', other, direction(other), value_in(other))


@register.filter
def in_page_language(entity, field):
    """The value of the translated `field` of `entity` in the page's language, or ''."""
    return getattr(entity, f"{field}_{get_language()}", None) or ""


@register.filter
def has_page(entity):
    """Whether the entity has a page in the page's language: it has a name there."""
    return bool(entity.name_in(get_language()))


@register.inclusion_tag("people/_portrait.html")
def portrait(person, sizes="12rem", is_small=False):
    """The portrait of a Person, named as they are, with its credit; nothing without one. is_small: without credit.

    The people should have been read with select_related("portrait").
    """
    shown = getattr(person, "portrait", None)
    name = person.name_in(get_language()) or str(person)
    # Beside the name itself, as in a list, the picture has nothing to add.
    context = picture_context(shown, "" if is_small else name, sizes, crop="square") or {}
    if context and not is_small and shown.languages:
        context["credit"] = marked(shown.credit_in, shown.languages)
    return context
