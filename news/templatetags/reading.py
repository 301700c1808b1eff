"""What helps to read a story and to hand it on."""

from urllib.parse import unquote

from django import template
from django.conf import settings
from django.utils.translation import ngettext, override, pgettext

from icesco.text.direction import direction
from icesco.text.hijri import hijri_words
from news.reading_time import reading_minutes
from news.sharing import share_links

register = template.Library()


@register.filter
def reading_time(edition):
    """How long the text takes to read, in words."""
    minutes = reading_minutes(edition.body, edition.language)
    return ngettext("Reading time: %(count)s minute", "Reading time: %(count)s minutes", minutes) % {"count": minutes}


@register.filter
def hijri(day, language):
    """The Hijri date of `day` in words for an Arabic page, '' for others, and where the setting HIJRI is off."""
    return hijri_words(day) if settings.HIJRI and language == "ar" else ""


@register.inclusion_tag("news/_also_in.html")
def also_in(edition, alternates):
    """Links to the story in its other live languages, each said in that language. alternates: {language: address}."""
    others = [code for code in alternates if code != edition.language]
    return {"others": [other_language(code, alternates[code]) for code in others]}


def other_language(code, url):
    with override(code):
        words = pgettext("each language names itself", "Read this story in English")
    return {"code": code, "direction": direction(code), "url": url, "words": words}


@register.inclusion_tag("news/_share.html")
def share(edition):
    """Ways to hand on the story: links, its address, and buttons where scripts run."""
    url = settings.SITE_ORIGIN + edition.get_absolute_url()
    # Readers see letters, not their codes; what is sent and copied is the encoded form, which nothing cuts short.
    return {"links": share_links(edition.title, url), "url": url, "readable_url": unquote(url)}
