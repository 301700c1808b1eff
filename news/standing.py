"""How editions stand, for whoever shows many of them: in which languages, since when, whether behind. Two queries."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Max, Q

from .behind import Following, has_moved_on
from .models import Edition, Publication

CHANGE_ORDER = ("changed_at", "pk")


@dataclass(frozen=True)
class Standing:
    """live: the live editions of the same story, this one among them, by language. following: a Following or None.

    updated_at: when more than a comma changed last, or was corrected; touched_at: when anything of the text did
    (aware datetimes).
    """

    live: list
    updated_at: datetime
    touched_at: datetime
    following: Following | None


def standings(editions, at=None):
    """{key of the edition: Standing} for `editions`, live ones read with `live_revision__follows`."""
    siblings = {}
    names = ("article_id", "language", "slug", "permalink_on", "visibility", "expires_at", "first_public_at")
    found = Edition.objects.filter(article__in={edition.article_id for edition in editions})
    found = found.select_related("live_revision").only(*names, "live_revision__words_digest")
    for sibling in found.order_by("language"):
        siblings.setdefault(sibling.article_id, []).append(sibling)
    changes = last_changes([sibling.pk for group in siblings.values() for sibling in group])
    return {edition.pk: standing(edition, siblings.get(edition.article_id, ()), changes, at) for edition in editions}


def standing(edition, siblings, changes, at):
    mine = changes.get(edition.pk, {})
    updated_at = edition.updated_at
    return Standing(
        live=[sibling for sibling in siblings if sibling.is_live(at)],
        updated_at=updated_at,
        touched_at=max(mine.get("touched_at") or updated_at, updated_at),
        following=followed(edition.live_revision.follows, siblings, changes, at),
    )


def followed(revision, siblings, changes, at):
    """How a text that follows `revision` stands to it, by the rule of news.behind: a Following or None."""
    if revision is None:
        return None
    source = next((sibling for sibling in siblings if sibling.language == revision.language), None)
    if source is None or not source.is_live(at):
        gone = source is not None and source.first_public_at is not None
        return Following(revision.language, changed_at=None, gone=gone, edition=None)
    change = changes.get(source.pk, {})
    # Numbers never go down within an edition, so the last change is the one with the highest number.
    is_later = (change.get("number") or 0) > revision.number
    changed_at = change["updated_at"] if is_later and has_moved_on(source, revision) else None
    return Following(revision.language, changed_at=changed_at, gone=False, edition=source)


def last_changes(keys):
    """{key of an edition: {"updated_at", "number", "touched_at"}} of the applied publications of these editions."""
    major = Q(is_minor=False)
    applied = Publication.objects.filter(edition__in=keys, applied_at__isnull=False).order_by()
    rows = applied.values("edition_id").annotate(
        updated_at=Max("applied_at", filter=major),
        number=Max("revision__number", filter=major),
        touched_at=Max("applied_at"),
    )
    return {row.pop("edition_id"): row for row in rows}


def changed_since(language, since):
    """The live editions in `language` that changed, or were corrected, at `since` or later: Editions.

    since: an aware datetime. In CHANGE_ORDER, oldest first, so that a copy kept elsewhere catches up from any point.
    """
    return Edition.objects.live(language).filter(changed_at__gte=since)
