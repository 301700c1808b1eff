"""oEmbed (oembed.com): what another site shows of a link to one of our stories."""

import json
import re
from datetime import date
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree

from django.conf import settings
from django.http import Http404, HttpResponse
from django.template.loader import render_to_string
from django.urls import Resolver404, resolve
from django.utils import translation
from django.views.decorators.http import require_safe

from icesco.text.characters import UnsafeCharacter, for_xml, refuse_unsafe
from news.addresses import live_edition_at
from news.paging import only_value
from people.languages import LANGUAGES, column
from people.pictures.showing import share_rendition

from . import publisher
from .conditional import reusable_response
from .links import absolute

WIDTH_PX, HEIGHT_PX = 600, 240  # what the quotation takes; a frame smaller than that is told its own size
CACHE_SECONDS = 3_600
MEDIA_TYPES = {"json": "application/json", "xml": "text/xml"}


@require_safe
def oembed(request):
    """`?url=` of a live story, and optionally `format=` json or xml, `maxwidth=`, `maxheight=` in px.

    404 for anything but a live story of ours and for a size that is none; 501 for another format.
    """
    form = only_value(request.GET, "format") or "json"
    if form not in MEDIA_TYPES:
        return HttpResponse("json, xml\n", status=501, content_type="text/plain; charset=utf-8")
    width, height = (size_or_404(request.GET, name) for name in ("maxwidth", "maxheight"))
    edition = story_or_404(only_value(request.GET, "url"))
    with translation.override(edition.language):
        said = embedding(edition, width, height)
        response = reusable_response(request, WRITERS[form](said), MEDIA_TYPES[form])
    response.headers["Content-Language"] = edition.language
    return response


def size_or_404(params, name):
    """The number of px in the parameter `name`, 1–99,999, or None without one."""
    value = only_value(params, name)
    if value and not re.fullmatch(r"[1-9][0-9]{0,4}", value):
        raise Http404
    return int(value) if value else None


def story_or_404(address):
    """The live edition whose page is, or once was, at the absolute `address`. One query at most."""
    path = own_path(address)
    language = path.split("/", 2)[1] if path else ""
    if language not in LANGUAGES:
        raise Http404
    try:
        with translation.override(language):
            match = resolve(path)
        day = date(*(match.kwargs.get(part, 0) for part in ("year", "month", "day")))
    except (Resolver404, ValueError) as error:
        raise Http404 from error
    if match.view_name != "news:edition_detail":
        raise Http404
    edition = with_card(live_edition_at(language, day, match.kwargs["slug"]), language).first()
    if edition is None:
        raise Http404
    return edition


def own_path(address):
    """The decoded path of an address of this site, or '' for any other. http and https are one site."""
    try:
        parts, own = urlsplit(address), urlsplit(settings.SITE_ORIGIN)
        is_own = parts.scheme in {"http", "https"} and parts.netloc.lower() == own.netloc.lower()
        return refuse_unsafe(unquote(parts.path, errors="strict")) if is_own else ""
    except (ValueError, UnsafeCharacter):
        return ""


def with_card(editions, language):
    """Of the queryset `editions` only what an embedding shows."""
    words = (f"article__{column(field, language)}" for field in ("title", "summary"))
    picture = (f"article__lead_picture__{name}" for name in ("renditions", "taken_down_at"))
    own = ("language", "slug", "permalink_on", "first_public_at", "article_id")
    return editions.select_related("article__lead_picture").only(*own, *words, *picture)


def embedding(edition, width=None, height=None):
    """What is said of `edition`, whose language is active: a dict of oEmbed's names. width, height: the most, in px."""
    url = absolute(edition.get_absolute_url())
    context = {"edition": edition, "url": url, "newsroom": publisher.newsroom_name()}
    return {
        "version": "1.0",
        "type": "rich",
        "title": edition.title,
        "author_name": publisher.organisation_name(),
        "author_url": publisher.home_address(),
        "provider_name": publisher.newsroom_name(),
        "provider_url": publisher.home_address(),
        "cache_age": CACHE_SECONDS,
        "html": render_to_string("found/_embedding.html", context).strip(),
        "width": min(WIDTH_PX, width or WIDTH_PX),
        "height": min(HEIGHT_PX, height or HEIGHT_PX),
        **thumbnail(edition.article.lead_picture, width, height),
    }


def thumbnail(picture, width, height):
    """The copy of `picture` for cards, or {} when there is none that fits."""
    copy = share_rendition(picture)
    if copy is None or copy["width"] > (width or copy["width"]) or copy["height"] > (height or copy["height"]):
        return {}
    return {
        "thumbnail_url": absolute(copy["url"]),
        "thumbnail_width": copy["width"],
        "thumbnail_height": copy["height"],
    }


def as_json(said):
    return json.dumps(said, ensure_ascii=False).encode()


def as_xml(said):
    root = ElementTree.Element("oembed")
    for name, value in said.items():
        ElementTree.SubElement(root, name).text = for_xml(str(value))
    return b'<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n' + ElementTree.tostring(root, encoding="utf-8")


WRITERS = {"json": as_json, "xml": as_xml}
