"""The links of a text: which there are, and whether those to our own pages lead to one that readers can open."""

import html
import re
from datetime import date
from functools import reduce
from operator import or_
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.db.models import Q
from django.urls import Resolver404, resolve
from django.utils.translation import gettext as _
from django.utils.translation import override

from people.languages import LANGUAGES
from people.models import MemberState, Redirect, Sector

from ..addresses import live_edition_with
from ..models import Address, Edition
from ..visibility import moved_tag, tag_in, visible_people
from .items import warning

HREF = re.compile(r'<a\b[^>]*?\bhref="([^"]*)"')
MOST_LINKS = 20
NOT_FOR_READERS = ("news:preview",)


def links_of(body):
    """The addresses that a sanitised body links to, each once, in its order: a list of str."""
    return list(dict.fromkeys(html.unescape(href).strip() for href in HREF.findall(body)))


def own_path(url):
    """The decoded path of an address of this site, None for others."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    is_own = url.startswith("/") or f"{parts.scheme}://{parts.netloc}" == settings.SITE_ORIGIN
    return unquote(parts.path) or "/" if is_own else None


def outside_links(body):
    """The web addresses of other sites that a body links to."""
    return [url for url in links_of(body) if url.lower().startswith(("http:", "https:")) and own_path(url) is None]


def own_links(text):
    """Links to pages of ours that aren't there; no network. The first MOST_LINKS are looked at."""
    paths = {url: path for url in links_of(text.revision.body) if (path := own_path(url))}
    paths = dict(list(paths.items())[:MOST_LINKS])
    stories = live_stories(paths.values()) if paths else set()
    for url, path in paths.items():
        if not leads_somewhere(path, stories):
            sentence = _("The link “%(address)s” leads to no page that readers can open.")
            yield warning(sentence % {"address": unquote(url)}, "draft_body")


def match_of(path):
    """(language, ResolverMatch) of a path as the site resolves it, or (language, None)."""
    language = path.split("/", 2)[1]
    with override(language if language in LANGUAGES else None):
        for tried in (path, f"{path}/"):
            try:
                return language, resolve(tried)
            except Resolver404:
                continue
    return language, None


def story_at(path):
    """(language, day, slug) of the address of a story, or None."""
    language, match = match_of(path)
    if match is None or match.view_name != "news:edition_detail":
        return None
    try:
        day = date(*(match.kwargs[name] for name in ("year", "month", "day")))
    except ValueError:
        return None
    return language, day, match.kwargs["slug"]


def live_stories(paths):
    """Those of the stories at `paths` that are live: a set of (language, day, slug). One query at most."""
    wanted = [Q(language=story[0], day=story[1], slug=story[2]) for path in paths if (story := story_at(path))]
    if not wanted:
        return set()
    rows = Address.objects.filter(reduce(or_, wanted), edition__in=Edition.objects.live())
    return set(rows.values_list("language", "day", "slug"))


def leads_somewhere(path, stories):
    """Whether readers who ask for `path` get a page, maybe at its new address. stories: what live_stories() gave."""
    if path.startswith((settings.MEDIA_URL, settings.STATIC_URL)):
        return True  # files, served by others in production
    language, match = match_of(path)
    if match is None or path.startswith("/admin") or match.view_name in NOT_FOR_READERS:
        return False
    if match.view_name == "news:edition_detail":
        story = story_at(path)
        return story is not None and (story in stories or live_edition_with(language, story[2]) is not None)
    there = ENTITIES.get(match.view_name)
    return there is None or there(language, next(iter(match.kwargs.values())))


def person_there(language, slug):
    return has_page(visible_people(), "person", language, slug)


def member_state_there(language, slug):
    return has_page(MemberState.objects, "memberstate", language, slug)


def sector_there(language, slug):
    return has_page(Sector.objects, "sector", language, slug)


def has_page(entities, kind, language, slug):
    is_there = entities.all().named_in(language).filter(slug=slug).exists()
    return is_there or Redirect.objects.filter(kind=kind, old_slug=slug).exists()


def tag_there(language, path):
    return bool(tag_in(language, path) or moved_tag(language, path))


ENTITIES = {
    "news:person_detail": person_there,
    "news:member_state_detail": member_state_there,
    "news:sector_detail": sector_there,
    "news:tag_detail": tag_there,
}
