"""People, member states, sectors and tags."""

import unicodedata

from news.views.entities import new_slug
from news.visibility import moved_tag, public_tags, tag_in, visible_people
from people.languages import LANGUAGES, column
from people.models import MemberState, Sector

from ..addresses import api_url
from ..endpoint import Answer, Moved, endpoint
from ..entities import member_state_data, person_data, sector_data, tag_data, whole_person
from ..pages import PAGING, CursorPage, other_pages, page_data
from ..problems import no_such_thing

USUAL = 100


def people():
    return visible_people().select_related("sector", "member_state")


def sectors():
    return Sector.objects.select_related("successor")


@endpoint(*PAGING)
def person_list(request):
    return listed(request, "person_list", people(), person_data)


@endpoint()
def person_detail(request, slug):
    return one(people(), slug, "person", whole_person)


@endpoint(*PAGING)
def member_state_list(request):
    return listed(request, "member_state_list", MemberState.objects.all(), member_state_data)


@endpoint()
def member_state_detail(request, slug):
    return one(MemberState.objects.all(), slug, "member_state", member_state_data)


@endpoint(*PAGING)
def sector_list(request):
    return listed(request, "sector_list", sectors(), sector_data)


@endpoint()
def sector_detail(request, slug):
    return one(sectors(), slug, "sector", sector_data)


@endpoint(*PAGING)
def tag_list(request):
    return listed(request, "tag_list", public_tags(), tag_data, "pk")


@endpoint()
def tag_detail(request, language, path):
    """A tag by its address in one language, as on the site; a former address leads to the present one."""
    if language not in LANGUAGES:
        raise no_such_thing("tag")
    normal = unicodedata.normalize("NFC", path)
    tag = tag_in(language, normal) or moved_tag(language, normal)
    if tag is None:
        raise no_such_thing("tag")
    present = getattr(tag, column("path", language))
    if present != path:
        return Moved(api_url("tag_detail", language, present))
    return Answer(tag_data(tag))


def listed(request, route, entities, describe, key="slug"):
    """A page of `entities` by their `key`: the same order whatever the language."""
    page = CursorPage(entities, request.GET, USUAL, (key,))
    links = page.links(route, request.GET)
    return Answer(page_data([describe(entity) for entity in page], links), links=other_pages(links))


def one(entities, slug, kind, describe):
    """The one of `entities` with this slug; a former slug leads to the present one. Raises Problem."""
    entity = entities.filter(slug=slug).first()
    if entity:
        return Answer(describe(entity))
    entity = entities.filter(slug=new_slug(entities.model, slug)).first()
    if entity is None:
        raise no_such_thing(kind.replace("_", " "))
    return Moved(api_url(f"{kind}_detail", entity.slug))
