"""The video of a story: a poster that links to the video's own page. Nothing of other sites is loaded."""

from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from icesco.text.characters import UnsafeCharacter, refuse_unsafe
from people.languages import LANGUAGES, column

from .article import Article
from .gallery import DescribedPicture, blocker
from .picture import Picture

# Hosts that a video may be on, by the name that readers are told.
SITES = {
    "www.youtube.com": "YouTube",
    "youtube.com": "YouTube",
    "m.youtube.com": "YouTube",
    "youtu.be": "YouTube",
    "vimeo.com": "Vimeo",
    "www.dailymotion.com": "Dailymotion",
    "dai.ly": "Dailymotion",
    "www.facebook.com": "Facebook",
    "fb.watch": "Facebook",
    "www.icesco.org": "icesco.org",
    "icesco.org": "icesco.org",
}


def site_of(address):
    """The name of the site that `address` leads to, or '' when it is not one that a video may be on."""
    try:
        parts = urlsplit(address)
        plain = parts.scheme == "https" and parts.netloc == parts.hostname and len(parts.path) > 1
    except ValueError:
        return ""
    return SITES.get(parts.hostname, "") if plain else ""


def check_address(address):
    """The field's validator: an https address on one of SITES, without port, name or password."""
    try:
        refuse_unsafe(address)
    except UnsafeCharacter as error:
        raise ValidationError(str(error)) from error
    if not site_of(address) or any(sign in address for sign in " \\\"'<>"):
        sites = ", ".join(dict.fromkeys(SITES.values()))
        raise ValidationError(
            _("Give the https address of a video’s page on one of these sites: %(sites)s."), params={"sites": sites}
        )


class Video(DescribedPicture):
    """A video about a story, on a site of others: its address, its title and a poster out of our own pictures."""

    article = models.OneToOneField(Article, models.CASCADE, related_name="video")
    address = models.CharField(
        _("address of the video’s page"),
        max_length=300,
        validators=[check_address],
        help_text=_("Readers open it by a link: nothing is loaded from there until they do."),
    )
    poster = models.ForeignKey(Picture, models.PROTECT, related_name="poster_of", verbose_name=_("poster"))
    title = models.CharField(_("title"), max_length=250, null=True, blank=True)

    class Meta:
        verbose_name = _("video")
        verbose_name_plural = _("video")

    def __str__(self):
        return next(filter(None, map(self.title_in, LANGUAGES)), self.address)

    @property
    def shown_picture(self):
        return self.poster

    @property
    def site(self):
        """The name of the site that the link leads to."""
        return site_of(self.address)

    def title_in(self, language):
        """The title in `language`, or ''."""
        return getattr(self, column("title", language)) or ""


def video_blockers(article, language):
    """Sentences on what the video lacks in `language`: a list of Blocker."""
    video = Video.objects.select_related("poster").filter(article=article.pk).first() if article.pk else None
    if video is None:
        return []
    found = []
    if not video.title_in(language).strip():
        found.append(
            blocker(gettext("The video has no title in this language."), f"id_video-0-{column('title', language)}")
        )
    if video.lacks_alt(language):
        sentence = gettext("The poster of the video has no alt text in this language.")
        found.append(blocker(sentence, f"id_video-0-{column('alt', language)}"))
    return found
