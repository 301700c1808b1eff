"""Whether a translation is behind the text it follows. Times are never compared: revisions are.

A text is behind when the edition it follows is live, that edition's live words differ from those followed, and an
applied publication of it with a higher revision number is not minor.
"""

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from .errors import NewerDraft
from .models import Edition, Publication, Transition


@dataclass(frozen=True)
class Following:
    """What a text follows and how that stands now.

    language: of the text followed. changed_at: when the followed text last changed since, in more than a minor
    way (aware datetime), or None when the text is not behind. gone: whether the followed edition, once public,
    is so no more. edition: the followed Edition while it is live, else None.
    """

    language: str
    changed_at: datetime | None
    gone: bool
    edition: Edition | None

    @property
    def is_behind(self):
        return self.changed_at is not None


def following(revision, editions=None, at=None):
    """How the text in `revision` stands to the one it follows: a Following, or None when it follows none.

    editions: the article's editions with `live_revision`, when the caller has them already; else read here.
    The reader's notice takes the edition's live revision, the translator's desk its newest. At most one query
    for publications.
    """
    followed = revision.follows
    if followed is None:
        return None
    if editions is None:
        editions = Edition.objects.filter(article=revision.article_id).select_related("live_revision")
    edition = next((e for e in editions if e.language == followed.language), None)
    if edition is None or not edition.is_live(at):
        gone = edition is not None and edition.first_public_at is not None
        return Following(followed.language, changed_at=None, gone=gone, edition=None)
    changed_at = last_change(edition, followed) if has_moved_on(edition, followed) else None
    return Following(followed.language, changed_at=changed_at, gone=False, edition=edition)


def has_moved_on(edition, followed):
    """Whether the live words of `edition` differ from those of the revision `followed`."""
    return edition.live_revision.words_digest != followed.words_digest


def last_change(edition, followed):
    """When `edition` last published, in more than a minor way, a later revision than `followed`; or None."""
    later = Publication.objects.filter(
        edition=edition, applied_at__isnull=False, is_minor=False, revision__number__gt=followed.number
    )
    return later.order_by("-applied_at").values_list("applied_at", flat=True).first()


def still_right(edition, by=None, now=None):
    """Say that the live translation is right as it stands: its words again, following what is public now.

    Published as minor, so that nothing that follows this edition is made behind. Returns the new Revision, or
    None when it followed the newest public words already. Raises ValueError when it follows nothing live, and
    NewerDraft when somebody is at work on a newer text, which the words repeated here would bury.
    """
    now = now or timezone.now()
    revision = edition.live_revision
    source = edition.article.edition(revision.follows.language) if revision and revision.follows else None
    if source is None or not source.is_live(now):
        raise ValueError("The edition follows no text that is public.")
    if edition.newest_revision_id != revision.pk:
        raise NewerDraft
    words = {field: getattr(revision, field) for field in ("title", "summary", "body", "lead_alt", "lead_caption")}
    renewed = edition.article.write(
        edition.language, words, author=by, origin=revision.origin, follows=source.live_revision
    )
    if renewed:
        edition.refresh_from_db()
        edition.publish(renewed, by=by, is_minor=True, now=now)
        public = edition.Visibility.PUBLIC
        Transition.log(edition, Transition.Act.STILL_RIGHT, (public, public), by, at=now)
    return renewed
