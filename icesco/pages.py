"""What page an address is, for feedback: the function that the setting FEEDBACK_PAGE names, and names of page types."""

from datetime import date

from django.urls import Resolver404, resolve
from django.utils import translation
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from feedback.pages import Page
from news.addresses import live_edition_at
from news.visibility import tag_in, visible_people
from people.languages import LANGUAGES
from people.models import MemberState, Sector

from .institution.published import published_texts

# Types are named as the views are, but a story is rated whatever its languages: `article`.
TYPES = {
    "home": _("Home"),
    "edition_list": _("List of news"),
    "year_archive": _("Year of news"),
    "month_archive": _("Month of news"),
    "article": _("Story"),
    "person_list": _("List of people"),
    "person_detail": _("Person"),
    "member_state_list": _("List of member states"),
    "member_state_detail": _("Member state"),
    "sector_list": _("List of sectors"),
    "sector_detail": _("Sector"),
    "tag_detail": _("Tag"),
    "search": pgettext_lazy("page", "Search"),
    "about_translations": _("About our translations"),
    "about_privacy": _("Privacy"),
    "about_accessibility": _("Accessibility"),
    "about_reuse": _("Reuse"),
    "about_contact": _("Contact"),
    "api_guide": _("For partners: the API"),
}
SINGLE = {"home", "api_guide", "search", "edition_list", "person_list", "member_state_list", "sector_list"}


def feedback_page(path):
    """The Page at `path`, a decoded address without query such as "/ar/news/", or None when no public page is there.

    Its key is the same in every language. One query at most.
    """
    language = path.split("/", 2)[1] if path.startswith("/") else ""
    if language not in LANGUAGES:
        return None
    with translation.override(language):
        try:
            match = resolve(path)
        except Resolver404:
            return None
    name = match.view_name.removeprefix("news:")
    if name in SINGLE:
        return Page(type=name, key=name, language=language)
    if name.startswith("about_"):
        is_there = language in published_texts(match.kwargs["name"], language)
        return Page(type=name, key=name, language=language) if is_there else None
    kind = "article" if name == "edition_detail" else name
    key = FINDERS[kind](language, **match.kwargs) if kind in FINDERS else None
    return Page(type=kind, key=f"{kind}:{key}", language=language) if key else None


def article_key(language, year, month, day, slug):
    try:
        editions = live_edition_at(language, date(year, month, day), slug)
    except ValueError:
        return None
    return editions.values_list("article_id", flat=True).first()


def year_key(language, year):
    return f"{year:04}"


def month_key(language, year, month):
    try:
        return date(year, month, 1).isoformat()[:7]
    except ValueError:
        return None


def person_key(language, slug):
    return key_of(visible_people(), language, slug)


def member_state_key(language, slug):
    return key_of(MemberState.objects, language, slug)


def sector_key(language, slug):
    return key_of(Sector.objects, language, slug)


def key_of(entities, language, slug):
    return entities.all().named_in(language).filter(slug=slug).values_list("pk", flat=True).first()


def tag_key(language, path):
    tag = tag_in(language, path)
    return tag.pk if tag else None


FINDERS = {
    "article": article_key,
    "year_archive": year_key,
    "month_archive": month_key,
    "person_detail": person_key,
    "member_state_detail": member_state_key,
    "sector_detail": sector_key,
    "tag_detail": tag_key,
}
