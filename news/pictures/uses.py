"""Where a picture of the library is used, and which pictures are used at all."""

from dataclasses import dataclass, field

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from icesco.text.direction import direction
from people.languages import LANGUAGES, language_name

from ..body import picture_texts
from ..models import Article, Edition, GalleryPicture, Picture, Video

MOST_SHOWN = 100
FACTS = [
    (_("Lead picture"), "lead_picture"),
    (_("Gallery"), "gallery__picture"),
    (_("Poster of the video"), "video__poster"),
]


@dataclass
class Use:
    """One use of a picture: what as, in which story, and the live editions that show it (none: not public).

    language: of the text that holds it, '' for a fact of the story. title_edition: an Edition to name the story by.
    """

    what: str
    article_id: int
    language: str = ""
    title_edition: Edition | None = None
    live: list = field(default_factory=list)


@dataclass(frozen=True)
class OtherUse:
    """A use outside of stories: of the Picture with the key `picture`, in a text in `language` that readers see.

    what: what kind of page it is; title: of the text; edit_address, address: where it is changed and where it is read.
    """

    picture: int
    what: str
    title: str
    language: str
    edit_address: str
    address: str

    @property
    def direction(self):
        return direction(self.language)

    @property
    def language_name(self):
        return language_name(self.language)


# Functions without arguments that list OtherUses: other apps add theirs, and news imports none of them.
ELSEWHERE = []


def other_uses():
    """All uses outside of stories: a list of OtherUse."""
    return [use for tell in ELSEWHERE for use in tell()]


def with_use(pictures):
    """The queryset `pictures` with `is_used`: whether a story has it, as a fact or in its newest or public text, or
    something else does.
    """
    here = OuterRef("pk")
    anywhere = (
        Exists(Article.objects.filter(lead_picture=here))
        | Exists(GalleryPicture.objects.filter(picture=here))
        | Exists(Video.objects.filter(poster=here))
        | Exists(Edition.objects.filter(newest_revision__body_pictures__picture=here))
        | Exists(Edition.objects.filter(live_revision__body_pictures__picture=here))
        | Q(pk__in={use.picture for use in other_uses()})
    )
    return pictures.annotate(is_used=anywhere)


def uses_of(picture):
    """Where `picture` is used, newest story first: a list of at most MOST_SHOWN + 1 of Use; five queries."""
    found = [
        Use(what, key)
        for what, way in FACTS
        for key in Article.objects.filter(**{way: picture})
        .order_by("-pk")
        .values_list("pk", flat=True)[: MOST_SHOWN + 1]
    ]
    holding = holding_editions(picture)
    found += [Use(_("In the text"), edition.article_id, edition.language) for edition in holding]
    found = sorted(found, key=lambda use: -use.article_id)[: MOST_SHOWN + 1]
    shown_in = {edition.pk for edition in holding if edition.shows_it}
    for use, editions in zip(found, editions_by_article(found), strict=True):
        use.title_edition = title_edition(editions, use.language)
        live = [edition for edition in editions if edition.is_live()]
        use.live = [e for e in live if not use.language or (e.language == use.language and e.pk in shown_in)]
    return found


def holding_editions(picture):
    """Editions whose newest or public text holds `picture`; `shows_it` says whether the public one does."""
    live = Picture.objects.filter(pk=picture.pk, in_bodies__revision=OuterRef("live_revision"))
    keys = picture.in_bodies.values("revision")
    editions = Edition.objects.filter(Q(newest_revision__in=keys) | Q(live_revision__in=keys))
    editions = editions.annotate(shows_it=Exists(live))
    return list(editions.order_by("-article_id", "language")[: MOST_SHOWN + 1])


def editions_by_article(uses):
    """The editions of each use's article, with the titles of their newest revisions; one query."""
    keys = {use.article_id for use in uses}
    editions = Edition.objects.filter(article__in=keys).select_related("newest_revision", "article")
    names = ("article_id", "language", "slug", "permalink_on", "visibility", "expires_at")
    editions = editions.only(*names, "newest_revision__title", "article__source_language")
    by_article = {key: [] for key in keys}
    for edition in editions.order_by("language"):
        by_article[edition.article_id].append(edition)
    return [by_article[use.article_id] for use in uses]


def title_edition(editions, language):
    """The one of `editions` that a story is named by: of `language`, the interface's, the source's, any; or None."""
    by_language = {edition.language: edition for edition in editions}
    source = editions[0].article.source_language if editions else ""
    wanted = (by_language.get(code) for code in (language, get_language(), source))
    return next(filter(None, (*wanted, *editions)), None)


def languages_without_alt(picture):
    """The languages of public texts that say nothing of `picture` in its place, which a decorative one may."""
    live = Edition.objects.live()
    found = set(
        live.filter(article__lead_picture=picture, live_revision__lead_alt="").values_list("language", flat=True)
    )
    for row in (*picture.in_galleries.all(), *picture.poster_of.all()):
        languages = live.filter(article=row.article_id).values_list("language", flat=True)
        found |= {language for language in languages if not row.alt_in(language).strip()}
    texts = live.filter(live_revision__body_pictures__picture=picture).values_list("language", "live_revision__body")
    for language, body in texts.iterator():
        if any(key == picture.pk and not alt.strip() for key, alt in picture_texts(body)):
            found.add(language)
    return [language for language in LANGUAGES if language in found]
