"""The institution's pages in the frame, and its contacts."""

from django import template
from django.urls import reverse
from django.utils.translation import gettext

from icesco.models import InstitutionPage
from people.languages import language_name, listed
from people.templatetags.people import marked

register = template.Library()


@register.inclusion_tag("icesco/_institution_links.html")
def institution_links():
    """Links to the institution's pages; no query: one that was taken out of a language says where it can be read."""
    links = [(reverse(f"about_{name}"), label) for name, label in InstitutionPage.Name.choices]
    return {"links": [*links, (reverse("api_guide"), gettext("For partners: the API"))]}


@register.simple_tag
def contact_name(contact):
    """A press contact's name in the page's language, or one in another, marked as such."""
    return marked(contact.name_in, contact.languages)


@register.simple_tag
def spoken_languages(contact):
    """The names of the languages that a press contact speaks: "Arabic, French"."""
    return listed(language_name(language) for language in contact.spoken)
