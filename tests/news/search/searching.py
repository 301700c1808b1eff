"""Helpers for tests of search."""

from urllib.parse import urlencode

from django.http import QueryDict
from django.utils import translation

from news.search.results import Results


def results(text, language="en", **params):
    """The Results of a search page."""
    with translation.override(language):
        return Results(QueryDict(urlencode({"q": text, **params})), language)


def found(text, language="en", **params):
    """The editions on the first page of a search, in its order."""
    return [snippet.edition for snippet in results(text, language, **params)]


def address(text, language="en", **params):
    return f"/{language}/search/?{urlencode({'q': text, **params})}"
