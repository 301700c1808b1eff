"""Names of people, states, sectors and places as a page in one language shows them."""

from django import template
from django.utils.html import format_html
from django.utils.translation import get_language

from icesco.text.direction import direction

register = template.Library()


@register.simple_tag
def name_of(entity):
    """The entity's name in the page's language; one it lacks is shown in a language it has, marked as such."""
    language = get_language()
    if name := entity.name_in(language):
        return format_html("<bdi>{}</bdi>", name)
    other = next(iter(entity.languages), "")
    if not other:
        return format_html("<bdi>{}</bdi>", entity.slug)
    return format_html('<bdi lang="{}" dir="{}">{}</bdi>', other, direction(other), entity.name_in(other))


@register.filter
def in_page_language(entity, field):
    """The value of the translated `field` of `entity` in the page's language, or ''."""
    return getattr(entity, f"{field}_{get_language()}", None) or ""


@register.filter
def has_page(entity):
    """Whether the entity has a page in the page's language: it has a name there."""
    return bool(entity.name_in(get_language()))
