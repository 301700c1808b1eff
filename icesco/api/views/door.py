"""The door of the API, its description for machines, and what every other address answers."""

from http import HTTPStatus

from django.urls import Resolver404, resolve, reverse
from django.utils import translation

from people.languages import LANGUAGES

from ..addresses import absolute, api_url
from ..endpoint import Answer, Moved, endpoint
from ..openapi import document
from ..problems import Problem

LISTS = ("people", "member_states", "sectors", "tags")
ROUTES = {"people": "person_list", "member_states": "member_state_list", "sectors": "sector_list", "tags": "tag_list"}


@endpoint()
def root(request):
    return Answer(
        {
            "name": "ICESCO newsroom",
            "version": "1",
            "languages": list(LANGUAGES),
            "editions": {language: api_url("edition_list", language=language) for language in LANGUAGES},
            "withdrawals": {language: api_url("withdrawal_list", language=language) for language in LANGUAGES},
            **{name: api_url(ROUTES[name]) for name in LISTS},
            "openapi": api_url("openapi"),
            "documentation": {language: documentation(language) for language in LANGUAGES},
        },
        "en",
    )


def documentation(language):
    with translation.override(language):
        return absolute(reverse("api_guide"))


@endpoint()
def openapi(request):
    return Answer(document(), "en")


@endpoint(takes_any=True)
def nothing(request, rest):
    """Any other address: the one with the slash that is missing, or a 404 in the API's own words."""
    slashed = f"{request.path}/"
    try:
        is_known = not rest.endswith("/") and resolve(slashed).url_name != "nothing"
    except Resolver404:
        is_known = False
    if is_known:
        query = request.META.get("QUERY_STRING", "")
        return Moved(absolute(slashed) + (f"?{query}" if query else ""))
    raise Problem(HTTPStatus.NOT_FOUND, "There is nothing at this address.")
