"""Which people and tags readers may see: those that something live uses. States and sectors are always public."""

from django.db.models import Exists, OuterRef, Q

from people.languages import LANGUAGES, column
from people.models import Person

from .models import Listing, Tag, TagRedirect


def visible_people():
    """People who have been reviewed and whom a live edition, in any language, is linked to."""
    return Person.objects.reviewed().filter(Exists(Listing.objects.live().filter(person=OuterRef("pk"))))


def public_tags():
    """Tags that a live edition carries in a language in which they have a label.

    Each has `is_public_ar`, `is_public_en` …: whether it has a page in that language.
    """
    answers = {
        column("is_public", language): Exists(Listing.objects.live(language).filter(tag=OuterRef("pk")))
        for language in LANGUAGES
    }
    in_any = Q()
    for language in LANGUAGES:
        in_any |= Q(**{column("is_public", language): True, f"{column('path', language)}__isnull": False})
    return Tag.objects.annotate(**answers).filter(in_any)


def tag_languages(tag):
    """The languages in which a tag from public_tags() has a page."""
    return [
        language
        for language in LANGUAGES
        if getattr(tag, column("is_public", language)) and getattr(tag, column("path", language))
    ]


def tag_in(language, path):
    """The public tag whose page in `language` is at `path`, or None."""
    return public_tags().filter(**{column("path", language): path, column("is_public", language): True}).first()


def moved_tag(language, path):
    """The public tag that had the address `path` in `language` and has a page there under another now, or None."""
    redirects = TagRedirect.objects.filter(language=language, old_path=path, tag=OuterRef("pk"))
    return (
        public_tags()
        .filter(
            Exists(redirects), **{column("is_public", language): True, f"{column('path', language)}__isnull": False}
        )
        .first()
    )


def tag_once_at(path):
    """The public tag that has, or had, `path` as its address in any language, or None."""
    in_any = Q()
    for language in LANGUAGES:
        in_any |= Q(**{column("path", language): path})
    redirects = TagRedirect.objects.filter(old_path=path, tag=OuterRef("pk"))
    return (
        public_tags().filter(in_any).order_by("pk").first()
        or public_tags().filter(Exists(redirects)).order_by("pk").first()
    )
