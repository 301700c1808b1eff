"""Editions as the API tells of them: what the page of a story shows, in the words of its language."""

from datetime import UTC

from django.utils import translation

from news.models import Correction
from news.provenance import provenance
from news.rendering import render_body
from news.story import labelled_tags, links, people_in
from people.languages import column, columns

from ..found.feeds.identity import entry_id
from ..found.feeds.markup import portable
from ..found.links import absolute
from .addresses import api_url, edition_urls, page_url
from .pictures import COLUMNS as PICTURE
from .pictures import picture_data
from .texts import name_in

RELATED = ("article__lead_picture", "live_revision__follows")


def summary_columns(language, prefix=""):
    """What edition_summary() reads: no body, no other language's words. prefix: the way to the edition."""
    own = (
        "article_id",
        "language",
        "slug",
        "permalink_on",
        "first_public_at",
        "changed_at",
        "visibility",
        "expires_at",
    )
    words = [column(field, language) for field in ("title", "summary", "lead_alt", "lead_caption")]
    names = [
        *own,
        *(f"article__{name}" for name in ("source_language", "lead_picture_id", *words)),
        *(f"article__lead_picture__{name}" for name in (*PICTURE, *columns("credit"))),
        *(f"live_revision__{name}" for name in ("language", "origin")),
        *(f"live_revision__follows__{name}" for name in ("language", "number", "words_digest")),
    ]
    return [f"{prefix}{name}" for name in names]


def with_summary(rows, language, prefix="", *own):
    """The queryset `rows`, each row with its edition at `prefix` and columns of its `own`, read in one query."""
    related = [f"{prefix}{name}" for name in RELATED]
    return rows.select_related(*related).only(*own, *summary_columns(language, prefix))


def edition_summary(edition, standing):
    """An edition in a list, as a dict. standing: its news.standing.Standing."""
    article, language = edition.article, edition.language
    following = standing.following
    with translation.override(language):
        told = str(provenance(edition.live_revision))
    return {
        "id": entry_id(edition),
        "article": edition.article_id,
        **edition_urls(edition),
        "direction": edition.direction,
        "title": edition.title,
        "summary": edition.summary,
        "date": edition.permalink_on.isoformat(),
        "first_public_at": moment(edition.first_public_at),
        "updated_at": moment(standing.updated_at),
        "original_language": article.source_language,
        "origin": edition.live_revision.origin,
        "provenance": told,
        "translated_from": translated_from(following),
        "behind": bool(following and following.is_behind),
        "behind_since": moment(following.changed_at) if following else None,
        "available_languages": [edition_urls(other) for other in standing.live],
        "lead_picture": picture_data(article.lead_picture, edition.lead_alt, edition.lead_caption, language),
    }


def edition_data(edition, standing):
    """A whole edition, read through news.story.with_story(), as a dict. Six queries at most."""
    article, language = edition.article, edition.language
    with translation.override(language):
        body = portable(render_body(edition.body), absolute(edition.get_absolute_url()))
    return {
        **edition_summary(edition, standing),
        "body_html": body,
        "corrections": [
            {"text": correction.text, "at": moment(correction.at)} for correction in Correction.objects.shown(edition)
        ],
        "dateline": name_in(article.dateline, language) if article.dateline else None,
        "event_date": day(article.event_date),
        "event_ends_on": day(article.event_ends_on),
        "people": [person_in_story(appearance, language) for appearance in people_in(article)],
        "member_states": [
            {"code": state.code, **entity_link(state, "member_state", language)}
            for state in links(article.member_states, language, "slug", "code")
        ],
        "sectors": [entity_link(sector, "sector", language) for sector in links(article.sectors, language, "slug")],
        "tags": [tag_link(tag, language) for tag in labelled_tags(article, language)],
    }


def translated_from(following):
    """Which language the text was made from, and where that text is while it is public; None for an original."""
    if following is None:
        return None
    if following.edition is None:
        return {"language": following.language, "url": None, "api_url": None}
    return edition_urls(following.edition)


def person_in_story(appearance, language):
    """Who, with the honorific and role of that day. Someone nobody has reviewed yet is a name without a page."""
    person = appearance.person
    told = {"honorific": appearance.honorific_in(language) or None, "role": appearance.role_in(language) or None}
    if not person.is_public:
        return {"name": name_in(person, language), "slug": None, "url": None, "api_url": None, **told}
    return {**entity_link(person, "person", language), **told}


def entity_link(entity, kind, language):
    """{"name", "slug", "url", "api_url"} of a person, state or sector; url is None without a page in `language`."""
    return {
        "name": name_in(entity, language),
        "slug": entity.slug,
        "url": page_url(entity, language) if entity.name_in(language) else None,
        "api_url": api_url(f"{kind}_detail", entity.slug),
    }


def tag_link(tag, language):
    path = getattr(tag, column("path", language))
    return {
        "label": tag.label_in(language),
        "path": path,
        "url": page_url(tag, language),
        "api_url": api_url("tag_detail", language, path),
    }


def moment(value):
    """An aware datetime in UTC to the second, as the API writes it: "2026-11-24T09:30:00Z"; None stays None."""
    return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if value else None


def day(value):
    return value.isoformat() if value else None
