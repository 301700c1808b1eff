"""Where a page stands: the way to it from the front page, of what the page has read already."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.encoding import escape_uri_path
from django.utils.formats import date_format
from django.utils.translation import get_language, gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Crumb:
    """One step of the way: what it is called and where it is, a path."""

    label: str
    url: str


LISTS = {
    "news:edition_list": _("News"),
    "news:person_list": _("People"),
    "news:member_state_list": _("Member states"),
    "news:sector_list": _("Sectors"),
    "search": pgettext_lazy("page", "Search"),
}
# view: (the list it belongs to, the variable that holds whom it is about)
ENTITIES = {
    "news:person_detail": ("news:person_list", "person"),
    "news:member_state_detail": ("news:member_state_list", "member_state"),
    "news:sector_detail": ("news:sector_list", "sector"),
}


def trail(request, context):
    """The Crumbs from the front page to this one, which is the last; [] for the front page and for errors.

    context: the page's own, a mapping. No query.
    """
    view = request.resolver_match.view_name if request.resolver_match else ""
    steps = steps_to(view, context)
    if not steps:
        return []
    *before, last = steps
    return [Crumb(gettext("Home"), reverse("home")), *before, Crumb(last.label, escape_uri_path(request.path))]


def steps_to(view, context):
    """The Crumbs after the front page; the address of the last is not looked at."""
    language = get_language()
    if view in LISTS:
        return [to_list(view)]
    if view in ENTITIES:
        parent, variable = ENTITIES[view]
        return [to_list(parent), Crumb(context[variable].name_in(language), "")]
    if view == "news:tag_detail":
        return [to_list("news:edition_list"), Crumb(context["tag"].label_in(language), "")]
    if view == "news:year_archive":
        return [to_list("news:edition_list"), to_year(context["year"])]
    if view == "news:month_archive":
        return to_month(context["month"])
    if view == "news:edition_detail" or context.get("previewed"):
        edition = context["edition"]
        return [*to_month(edition.permalink_on), Crumb(edition.title, "")]
    if view.startswith("about_"):
        return [Crumb(context["text"].title, "")]
    if view == "api_guide":
        return [Crumb(gettext("For partners: the API"), "")]
    return [Crumb(gettext("Rate this website"), "")] if view == "feedback:rate" else []


def to_list(view):
    return Crumb(str(LISTS[view]), reverse(view))


def to_year(year):
    return Crumb(f"{year:04}", reverse("news:year_archive", args=[f"{year:04}"]))


def to_month(day):
    """The way to the month of `day`, a date: the news, its year, itself."""
    address = reverse("news:month_archive", args=[f"{day.year:04}", f"{day.month:02}"])
    return [to_list("news:edition_list"), to_year(day.year), Crumb(date_format(day, "F"), address)]
