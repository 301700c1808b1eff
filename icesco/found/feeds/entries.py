"""The stories of a feed, read in as many queries whether there is one or thirty."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import F
from django.template.loader import render_to_string

from icesco.found.links import absolute
from news.models import Correction, Edition, Listing, Tag
from news.models.article import WORDS
from news.provenance import provenance
from news.rendering import pictures_in, render_body
from people.languages import column, columns
from people.models import Sector
from people.pictures.showing import share_rendition

from .identity import entry_id
from .markup import portable

MOST_ENTRIES = 30


@dataclass(frozen=True)
class Entry:
    """One live edition as a feed shows it.

    id: the same for ever. content: HTML with absolute links. image: its share_rendition() with an absolute url, or
    None. translations: {language: absolute address} of the story's other live editions. tags, sectors: rows that
    have a name in the edition's language.
    """

    id: str
    language: str
    url: str
    title: str
    summary: str
    content: str
    image: dict | None
    published_at: datetime
    updated_at: datetime
    translations: dict
    tags: list
    sectors: list


def newest_entries(language, kind=None, subject=None):
    """The newest live stories in `language`, all or those about `subject`: a list of at most 30 Entry. Seven
    queries."""
    editions = list(newest_editions(language, kind, subject))
    articles = [edition.article_id for edition in editions]
    siblings = by_article(other_editions(articles, language), lambda edition: edition.article_id)
    tags = by_article(tags_of(articles, language), lambda tag: tag.of_article)
    sectors = by_article(sectors_of(articles, language), lambda sector: sector.of_article)
    corrections = by_article(Correction.objects.shown(*editions), lambda note: note.edition_id)
    pictures = pictures_in(edition.body for edition in editions)
    return [
        entry(
            edition,
            pictures,
            corrections.get(edition.pk, []),
            *(rows.get(edition.article_id, []) for rows in (siblings, tags, sectors)),
        )
        for edition in editions
    ]


def newest_editions(language, kind, subject):
    """The editions of a feed in the order of lists, each with all that one row can bring."""
    # A subject's rows are read in the order of their own index; only then are the editions fetched.
    if kind:
        rows = Listing.objects.live(language).filter(**{kind: subject})
        keys = list(rows.order_by(*rows.page_order).values_list("edition_id", flat=True)[:MOST_ENTRIES])
        editions = Edition.objects.live(language).filter(pk__in=keys)
    else:
        editions = Edition.objects.live(language)
    names = [
        *("language", "slug", "permalink_on", "first_public_at", "changed_at", "article_id"),
        *(f"article__{column(field, language)}" for field in WORDS),
        *(f"article__lead_picture__{name}" for name in ("renditions", "taken_down_at", *columns("credit"))),
        *("live_revision__origin", "live_revision__follows__language"),
    ]
    related = ("article__lead_picture", "live_revision__follows")
    return editions.select_related(*related).only(*names).newest_first()[:MOST_ENTRIES]


def other_editions(articles, language):
    """The live editions of these articles (keys) in other languages than `language`."""
    editions = Edition.objects.live().filter(article__in=articles).exclude(language=language)
    return editions.only("language", "slug", "permalink_on", "article_id").order_by("language")


def tags_of(articles, language):
    """The tags of these articles that have a label in `language`, each with the article's key in `of_article`."""
    label, path = column("label", language), column("path", language)
    is_named = {f"{label}__isnull": False, f"{path}__isnull": False}
    tags = Tag.objects.filter(tagged__content_object__in=articles, **is_named)
    return tags.annotate(of_article=F("tagged__content_object")).only(label, path).order_by(label, "pk")


def sectors_of(articles, language):
    """The sectors of these articles that have a name in `language`, each with the article's key in `of_article`."""
    sectors = Sector.objects.named_in(language).filter(articles__in=articles).annotate(of_article=F("articles"))
    return sectors.in_order(language).only("slug", column("name", language))


def by_article(rows, article_of):
    """{article's key, or what article_of() gives: rows}."""
    found = {}
    for row in rows:
        found.setdefault(article_of(row), []).append(row)
    return found


def entry(edition, pictures, corrections, siblings, tags, sectors):
    url = absolute(edition.get_absolute_url())
    copy = share_rendition(edition.article.lead_picture)
    return Entry(
        id=entry_id(edition),
        language=edition.language,
        url=url,
        title=edition.title,
        summary=edition.summary,
        content=content(edition, pictures, corrections, url),
        image=copy and {**copy, "url": absolute(copy["url"])},
        published_at=edition.published_at,
        updated_at=edition.updated_at,
        translations={other.language: absolute(other.get_absolute_url()) for other in siblings},
        tags=tags,
        sectors=sectors,
    )


def content(edition, pictures, corrections, url):
    """The whole story as HTML that can stand anywhere: lead picture, body, corrections, where the text comes from."""
    picture = edition.article.lead_picture
    context = {
        "edition": edition,
        "body": render_body(edition.body, pictures),
        "picture": picture,
        "copy": share_rendition(picture),
        "provenance": provenance(edition.live_revision),
        "corrections": corrections,
    }
    return portable(render_to_string("found/_feed_entry.html", context).strip(), url)
