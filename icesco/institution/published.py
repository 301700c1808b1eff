"""What the institution's pages say to readers now, and in which languages they exist."""

from django.urls import reverse
from django.utils import timezone, translation

from people.languages import LANGUAGES

from ..models import InstitutionPage, PageRevision
from . import Text, default_text


def published_texts(name, language):
    """{language: Text} of the page `name` in the languages in which it exists; bodies of the others aren't read.

    Two queries at most.
    """
    texts = {code: default_text(name, code) for code in LANGUAGES}
    for revision in PageRevision.objects.newest().filter(page__name=name).defer("body"):
        body = revision.body if revision.language == language else ""
        texts[revision.language] = Text(revision.title, body, timezone.localdate(revision.created_at))
    return {code: text for code, text in texts.items() if text.title}


def institution_pages(language):
    """The institution's pages that exist in `language`, for sitemaps: a list of (path, day of the last change).

    One query.
    """
    rows = PageRevision.objects.newest().filter(language=language).values_list("page__name", "title", "created_at")
    edited = {name: (title, timezone.localdate(created_at)) for name, title, created_at in rows}
    pages = []
    for name in InstitutionPage.Name.values:
        default = default_text(name, language)
        title, changed_on = edited.get(name, (default.title, default.changed_on))
        if title:
            pages.append((page_address(name, language), changed_on))
    return pages


def page_address(name, language):
    """The path of the page `name` in `language`."""
    with translation.override(language):
        return reverse(f"about_{name}")
