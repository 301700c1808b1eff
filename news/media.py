"""What stands below a story's text: its gallery, its video and its documents, in the page's language."""

from dataclasses import dataclass

from icesco.text.direction import direction
from people.languages import column, columns, language_name

from .models import Attachment, GalleryPicture, Video
from .models.picture import SHOWN

VIDEO = ("address", *columns("title", "alt"), *(f"poster__{name}" for name in (*SHOWN, *columns("credit"))))


@dataclass(frozen=True)
class Shown:
    """A picture with the words of one use in the page's language."""

    picture: object
    alt: str
    caption: str = ""


@dataclass(frozen=True)
class ShownVideo:
    """A video: `poster` is a Shown; `site` names where `address` leads."""

    address: str
    site: str
    title: str
    poster: Shown


@dataclass(frozen=True)
class Document:
    """An attachment. title: in the page's language, else in `title_language`; language: of the document itself."""

    url: str
    title: str
    title_language: str
    language: str
    size_bytes: int

    @property
    def language_name(self):
        return language_name(self.language)

    @property
    def title_direction(self):
        return direction(self.title_language)


def media(article, language):
    """What news/_media.html needs of `article`, read through with_story(); two queries.

    {"gallery": [Shown], "video": ShownVideo or None, "documents": [Document], those of the page's language first}.
    """
    return {
        "gallery": gallery(article, language),
        "video": shown_video(article, language),
        "documents": documents(article, language),
    }


def gallery(article, language):
    words = columns("alt", "caption")
    pictures = [f"picture__{name}" for name in (*SHOWN, *columns("credit"))]
    rows = GalleryPicture.objects.filter(article=article).select_related("picture")
    return [
        Shown(row.picture, row.alt_in(language), row.caption_in(language))
        for row in rows.only("article_id", "position", *words, *pictures)
        if row.picture.is_shown
    ]


def shown_video(article, language):
    """The video of `article`, or None: without one, or without its title in `language`."""
    try:
        video = article.video
    except Video.DoesNotExist:
        return None
    title = video.title_in(language)
    if not (title and video.site):
        return None
    return ShownVideo(video.address, video.site, title, Shown(video.poster, video.alt_in(language)))


def documents(article, language):
    rows = Attachment.objects.filter(article=article)
    rows = rows.only("article_id", "token", "language", "size_bytes", "position", *columns("title"))
    found = [document(row, language) for row in rows if row.languages]
    return sorted(found, key=lambda one: one.language != language)


def document(row, language):
    title_language = language if getattr(row, column("title", language)) else row.languages[0]
    return Document(row.get_absolute_url(), row.title_in(title_language), title_language, row.language, row.size_bytes)
