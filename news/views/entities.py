"""Pages of people, member states, sectors and tags: who or what they are, and their stories."""

import unicodedata

from django.http import Http404, HttpResponsePermanentRedirect
from django.template.response import TemplateResponse
from django.utils import translation
from django.views.decorators.http import require_safe

from people.languages import column
from people.models import MemberState, Redirect, Sector

from ..elsewhere import stories_elsewhere
from ..glance import person_at_a_glance, state_at_a_glance
from ..models import Listing
from ..paging import KeysetPage
from ..visibility import moved_tag, tag_in, tag_languages, tag_once_at, visible_people
from .elsewhere import OtherPage, not_in_this_language


@require_safe
def person_list(request):
    language = request.LANGUAGE_CODE
    key = column("sort_key", language)
    # A name without a letter has no place in the alphabet.
    people = visible_people().named_in(language).filter(**{f"{key}__isnull": False}).select_related("portrait")
    page = KeysetPage(people, request.GET, per_page=60, order=(key, "pk"))
    return TemplateResponse(request, "news/person_list.html", {"page": page})


@require_safe
def person_detail(request, slug):
    people = visible_people().select_related("sector", "member_state", "portrait")
    return entity_page(request, "person", people, slug, glance=person_at_a_glance)


@require_safe
def member_state_list(request):
    language = request.LANGUAGE_CODE
    states = MemberState.objects.named_in(language).in_order(language)
    return TemplateResponse(request, "news/member_state_list.html", {"member_states": states})


@require_safe
def member_state_detail(request, slug):
    return entity_page(request, "member_state", MemberState.objects.all(), slug, glance=state_at_a_glance)


@require_safe
def sector_list(request):
    language = request.LANGUAGE_CODE
    sectors = list(Sector.objects.named_in(language).in_order(language))
    present = [sector for sector in sectors if sector.ended_on is None]
    groups = [(kind, [sector for sector in present if sector.kind == kind]) for kind in Sector.Kind]
    former = [sector for sector in sectors if sector.ended_on]
    return TemplateResponse(request, "news/sector_list.html", {"groups": groups, "former": former})


@require_safe
def sector_detail(request, slug):
    return entity_page(request, "sector", Sector.objects.select_related("successor"), slug)


@require_safe
def tag_detail(request, path):
    language = request.LANGUAGE_CODE
    normal = unicodedata.normalize("NFC", path)
    tag = tag_in(language, normal) or moved_tag(language, normal) or tag_once_at(normal)
    if tag is None:
        raise Http404
    pages = {other: tag.url_in(other) for other in tag_languages(tag)}
    if language not in pages:
        others = [OtherPage(other, tag.label_in(other), url) for other, url in pages.items()]
        return not_in_this_language(request, "tag", others)
    if getattr(tag, column("path", language)) != path:
        return HttpResponsePermanentRedirect(pages[language])
    return stories_page(request, "tag", tag, pages)


def entity_page(request, kind, entities, slug, glance=None):
    """The page of the one of `entities` that has this slug, or had it: then 301.

    kind: one of listing.SUBJECTS. glance: see stories_page(). A person nobody may see is as if they weren't there,
    also under a former slug.
    """
    entity = entities.filter(slug=slug).first() or entities.filter(slug=new_slug(entities.model, slug)).first()
    if entity is None:
        raise Http404
    pages = {language: url_in(language, entity) for language in entity.languages}
    if request.LANGUAGE_CODE not in pages:
        others = [OtherPage(language, entity.name_in(language), url) for language, url in pages.items()]
        return not_in_this_language(request, kind, others)
    if entity.slug != slug:
        return HttpResponsePermanentRedirect(entity.get_absolute_url())
    return stories_page(request, kind, entity, pages, glance)


def new_slug(model, slug):
    """The slug that a former one of a `model` leads to, or ''."""
    redirects = Redirect.objects.filter(kind=model._meta.model_name, old_slug=slug)
    return redirects.values_list("new_slug", flat=True).first() or ""


def url_in(language, entity):
    with translation.override(language):
        return entity.get_absolute_url()


def stories_page(request, kind, subject, alternates, glance=None):
    """The page of `subject` with its stories in this language and, on the first page, those in others only.

    glance: a function of (subject, page, language) that returns what else the template needs, a dict.
    """
    language = request.LANGUAGE_CODE
    rows = Listing.objects.live(language).filter(**{kind: subject}).for_cards(language)
    page = KeysetPage(rows, request.GET)
    context = {
        kind: subject,
        "page": page,
        "elsewhere": stories_elsewhere(kind, subject, language) if page.is_first else None,
        "alternates": alternates,
        **(glance(subject, page, language) if glance else {}),
    }
    return TemplateResponse(request, f"news/{kind}_detail.html", context)
