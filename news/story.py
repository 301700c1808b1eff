"""What the page of one live edition shows, read in at most thirteen queries and without any other body."""

from people.languages import column, columns

from .behind import following
from .media import VIDEO, media
from .models import Appearance, Correction, Edition, Tag
from .models.article import WORDS
from .models.picture import SHOWN
from .provenance import provenance
from .related import related_stories
from .rendering import render_body

FACTS = ("source_language", "event_date", "event_ends_on")
PICTURE = (*SHOWN, "licence", *columns("credit"))
REVISION = ("article_id", "language", "number", "origin", "created_at", "words_digest")
FOLLOWED = ("language", "number", "words_digest")
STATE = ("slug", "code", "flag")


def with_story(editions, language):
    """The queryset `editions` with all that one row can bring of a story in `language`, and no other's words."""
    names = [
        *(
            "article_id",
            "language",
            "slug",
            "permalink_on",
            "first_public_at",
            "changed_at",
            "visibility",
            "expires_at",
        ),
        *(f"article__{name}" for name in (*FACTS, *(column(field, language) for field in WORDS))),
        *(f"article__lead_picture__{name}" for name in PICTURE),
        *(f"article__video__{name}" for name in ("article_id", *VIDEO)),
        *(f"article__dateline__{name}" for name in ("slug", *columns("name"))),
        *(f"live_revision__{name}" for name in REVISION),
        *(f"live_revision__follows__{name}" for name in FOLLOWED),
    ]
    related = ("article__lead_picture", "article__dateline", "article__video__poster", "live_revision__follows")
    return editions.select_related(*related).only(*names)


def story_context(edition):
    """What news/edition_detail.html needs of `edition`, a live one read through with_story()."""
    article, language = edition.article, edition.language
    editions = list(sibling_editions(article))
    alternates = {other.language: other.get_absolute_url() for other in editions if other.is_live()}
    subjects = {
        "appearances": list(people_in(article)),
        "sectors": list(links(article.sectors, language, "slug")),
        "member_states": list(links(article.member_states, language, *STATE)),
        "tags": labelled_tags(article, language),
    }
    return {
        **subjects,
        "edition": edition,
        "article": article,
        "body": render_body(edition.body),
        "provenance": provenance(edition.live_revision),
        "written_on": edition.live_revision.created_at,
        "following": following(edition.live_revision, editions=editions),
        "alternates": alternates,
        "default_address": alternates.get(article.source_language, ""),
        "media": media(article, language),
        "related": related_stories(edition, keys_of(**subjects)),
        "siblings": editions,
        "corrections": list(Correction.objects.shown(edition)),
    }


def keys_of(appearances, sectors, member_states, tags):
    """What a story is linked to, in hand, as related_stories() takes it."""
    return {
        "person": [appearance.person_id for appearance in appearances],
        "tag": [tag.pk for tag in tags],
        "member_state": [state.pk for state in member_states],
        "sector": [sector.pk for sector in sectors],
    }


def sibling_editions(article):
    """All editions of `article`, with what tells their address, whether they are live, whom they follow."""
    names = ("article_id", "language", "slug", "permalink_on", "first_public_at", "visibility", "expires_at")
    editions = Edition.objects.filter(article=article).select_related("live_revision__follows")
    revisions = ("live_revision__words_digest", "live_revision__follows__language")
    return editions.only(*names, *revisions).order_by("language")


def people_in(article):
    """Who is in the story, in its order, each with the honorific and role of that day."""
    names = [f"person__{name}" for name in ("slug", "is_public", *columns("name"))]
    appearances = Appearance.objects.filter(article=article).select_related("person")
    return appearances.only("article_id", "position", *columns("honorific", "role"), *names)


def links(entities, language, *names):
    """The sectors or states in the related manager `entities`, alphabetically, with only `names` and their names."""
    return entities.in_order(language).only(*names, *columns("name"))


def labelled_tags(article, language):
    """The story's tags that have a label in its language; the others are left out."""
    label, path = column("label", language), column("path", language)
    tags = Tag.objects.filter(tagged__content_object=article, **{f"{label}__isnull": False, f"{path}__isnull": False})
    return list(tags.only(label, path).order_by(label, "pk"))
