"""The helpful 404: what isn't there in this language, and where it is."""

from dataclasses import dataclass

from django.http import Http404
from django.shortcuts import render

from icesco.text.direction import direction


@dataclass(frozen=True)
class OtherPage:
    """A page of the same thing in another language."""

    language: str
    title: str
    url: str

    @property
    def direction(self):
        return direction(self.language)


def not_in_this_language(request, kind, pages):
    """A 404 that links `pages`, a list of OtherPage; the plain one when there are none.

    kind: "story", "person", "member_state", "sector" or "tag".
    """
    if not pages:
        raise Http404
    context = {"kind": kind, "pages": pages, "alternates": {page.language: page.url for page in pages}}
    return render(request, "news/other_languages.html", context, status=404)
