"""What every page's frame needs: navigation, the way to the page, the language switch, names of languages."""

from django import template
from django.templatetags.static import static
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import get_language, gettext

from icesco.breadcrumbs import trail
from icesco.context import OWN_NAMES, site_languages
from icesco.found.links import absolute, in_every_language
from icesco.integrity import integrity_of
from icesco.stylesheets import page_stylesheet
from icesco.text.direction import direction

register = template.Library()


@register.simple_block_tag
def stylesheet_of(content):
    """The address of the one style sheet of the kind of page named inside: see icesco/stylesheets.py."""
    return static(page_stylesheet(content.strip()))


@register.simple_tag
def preload_font():
    """The link by which the face of the page's own script is asked for before the style sheet names it."""
    script = "arabic" if direction(get_language()) == "rtl" else "latin"
    # Asked for as the style sheet does, without credentials: else the browser would fetch it twice.
    return format_html(
        '<link rel="preload" href="{}" as="font" type="font/woff2" crossorigin>',
        static(f"fonts/newsroom-{script}.woff2"),
    )


@register.simple_tag
def script(name):
    """The script `name` below static/: run once the page is read, and only if every byte is ours."""
    return format_html('<script src="{}" integrity="{}" defer></script>', static(name), integrity_of(name))


@register.inclusion_tag("icesco/_navigation.html", takes_context=True)
def navigation(context):
    """Links to the main parts of the site; the one that the page belongs to is marked."""
    places = [
        ("news:edition_list", gettext("News")),
        ("news:person_list", gettext("People")),
        ("news:member_state_list", gettext("Member states")),
        ("news:sector_list", gettext("Sectors")),
    ]
    path = context["request"].path
    return {"places": [place(reverse(name), label, path) for name, label in places]}


def place(url, label, path):
    current = "page" if path == url else "true" if path.startswith(url) else ""
    return {"url": url, "label": label, "current": current}


@register.inclusion_tag("icesco/_breadcrumbs.html", takes_context=True)
def breadcrumbs(context):
    """The way from the front page to this one; no query."""
    return {"trail": trail(context["request"], context)}


@register.inclusion_tag("icesco/_language_switch.html", takes_context=True)
def language_switch(context, to="here"):
    """Links to this page in the languages that `alternates` ({language: address}) names, this one marked.

    A page that gives no alternates is at the same address under another language's prefix; to="home" leads to the
    front pages, from where there is no page.
    """
    alternates = context.get("alternates")
    if to == "home":
        alternates = {code: f"/{code}/" for code in OWN_NAMES}
    elif alternates is None:
        alternates = in_every_language(context["request"].path)
    return {
        "choices": [
            {**language, "url": alternates[language["code"]], "is_current": language["code"] == get_language()}
            for language in site_languages()
            if language["code"] in alternates
        ]
    }


register.simple_tag(absolute)


@register.filter
def own_name(language):
    """A language's name for itself."""
    return OWN_NAMES.get(language, language)


@register.filter
def direction_of(language):
    """Which way a language is written: "rtl" or "ltr"."""
    return direction(language)
