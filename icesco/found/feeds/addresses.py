"""Where feeds are, and which a page has."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import get_language

from icesco.found.links import absolute
from icesco.found.publisher import newsroom_name
from people.languages import column

TYPES = {"atom": "application/atom+xml", "json": "application/feed+json"}
FORMS = {"atom": "Atom", "json": "JSON Feed"}
# Kinds of subjects as lists know them, and the last part of the name of their pages' routes.
SUBJECTS = ("person", "member_state", "sector", "tag")
PAGES_OF_ALL = ("home", "news:edition_list", "news:year_archive", "news:month_archive")


@dataclass(frozen=True)
class FeedLink:
    """A link to a feed: form is "atom" or "json", path its address without the origin."""

    form: str
    title: str
    path: str

    @property
    def type(self):
        return TYPES[self.form]

    @property
    def url(self):
        return absolute(self.path)


def page_feeds(context):
    """The feeds of the page being rendered with this template context, Atom first: a list of FeedLink."""
    request = context.get("request")
    name = request.resolver_match.view_name if request and request.resolver_match else ""
    kind = next((kind for kind in SUBJECTS if name == f"news:{kind}_detail"), None)
    if kind and context.get(kind):
        return feeds_of(kind, context[kind])
    return feeds_of() if name in PAGES_OF_ALL else []


def feeds_of(kind=None, subject=None):
    """The feeds of all stories, or of those about `subject`, in the active language."""
    title = feed_title(kind, subject)
    return [FeedLink(form, f"{title} ({FORMS[form]})", feed_path(form, kind, subject)) for form in TYPES]


def feed_path(form, kind=None, subject=None):
    """The address of a feed in the active language, without the origin."""
    suffix = "" if form == "atom" else "_json"
    return reverse(f"{kind}_feed{suffix}", args=[key_of(kind, subject)]) if kind else reverse(f"feed{suffix}")


def key_of(kind, subject):
    """How addresses name `subject` in the active language."""
    return getattr(subject, column("path", get_language())) if kind == "tag" else subject.slug


def name_of(kind, subject):
    """What readers of the active language call `subject`."""
    return subject.label_in(get_language()) if kind == "tag" else subject.name_in(get_language())


def feed_title(kind=None, subject=None):
    return f"{name_of(kind, subject)} · {newsroom_name()}" if kind else newsroom_name()
