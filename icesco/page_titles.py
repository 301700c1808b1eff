"""What rated pages are called, for the dashboard: the function that the setting FEEDBACK_TITLES names."""

from django.urls import NoReverseMatch, reverse
from django.utils.translation import get_language

from news.models import Edition, Tag
from people.models import MemberState, Person, Sector

from .pages import TYPES

ENTITIES = {"person_detail": Person, "member_state_detail": MemberState, "sector_detail": Sector, "tag_detail": Tag}


def titles_of(keys):
    """{key: (title, address)} of pages by the keys of `pages.feedback_page`, in the reader's language where it can be.

    A page that is there no longer has its key's words and no address. One query for each kind of page.
    """
    by_kind, found = {}, {}
    for key in keys:
        kind, _colon, number = key.partition(":")
        by_kind.setdefault(kind, {})[number] = key
    for kind, numbers in by_kind.items():
        if kind == "article":
            found |= stories(numbers)
        elif kind in ENTITIES:
            found |= entities(ENTITIES[kind], numbers)
        else:
            found |= {key: (single(kind, number), address_of(kind)) for number, key in numbers.items()}
    return found


def stories(numbers):
    """Titles of live stories; numbers: {key of an article, as str: page key}."""
    editions = Edition.objects.live().filter(article__in=numbers).select_related("article")
    # The reader's language last, so that it stands in the dict.
    ordered = sorted(editions, key=lambda edition: (edition.language == get_language(), edition.language))
    return {numbers[str(edition.article_id)]: (edition.title, edition.get_absolute_url()) for edition in ordered}


def entities(model, numbers):
    rows = model.objects.filter(pk__in=numbers)
    return {numbers[str(row.pk)]: (str(row), row.get_absolute_url()) for row in rows}


def single(kind, number):
    label = str(TYPES.get(kind, kind))
    return f"{label} {number}".strip()


def address_of(kind):
    """The address of a page that there is one of, or ''."""
    for name in (kind, f"news:{kind}"):
        try:
            return reverse(name)
        except NoReverseMatch:
            continue
    return ""
