"""How stories are shown: their pictures, counts and what they say of people and subjects."""

from django import template
from django.utils.formats import number_format
from django.utils.translation import get_language, gettext, ngettext

from news.paging import MOST_COUNTED
from people.languages import column
from people.pictures.showing import picture_context
from people.templatetags.people import marked

register = template.Library()


@register.inclusion_tag("people/_picture.html")
def picture(shown, alt, sizes, is_eager=False, crop=""):
    """The renditions of a Picture, or nothing when it is missing or taken down.

    sizes: how wide the page shows it. crop: "card" for the part around the focal point, else the whole picture.
    """
    return picture_context(shown, alt, sizes, is_eager, crop) or {}


@register.filter
def stories(counted):
    """A number of stories in words; one above 1,000 is not counted on."""
    if counted > MOST_COUNTED:
        return gettext("More than %(count)s stories") % {"count": number_format(MOST_COUNTED, 0, force_grouping=True)}
    return ngettext("%(count)s story", "%(count)s stories", counted) % {
        "count": number_format(counted, 0, force_grouping=True)
    }


@register.simple_tag
def credit_of(picture):
    """Whose picture it is, in the page's language or marked as in another."""
    return marked(picture.credit_in, picture.languages)


@register.filter
def label(tag):
    """A tag's label in the page's language."""
    return tag.label_in(get_language())


@register.filter
def that_day(appearance, field):
    """The `honorific` or `role` of an Appearance in the page's language, or ''."""
    return getattr(appearance, column(field, get_language())) or ""
