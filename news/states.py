"""How each language of an article stands, at a glance, for many articles in a fixed number of queries."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Max, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from people.languages import LANGUAGES

from .models import Edition, Publication, Release, ReleasePart
from .models.article import WORDS

# kind: (sign, label). The sign says by its shape what a colour would say to those who see colours.
KINDS = {
    "missing": ("—", _("missing")),
    "draft": ("○", _("draft")),
    "in_review": ("◔", _("in review")),
    "approved": ("◕", _("approved")),
    "scheduled": ("◷", _("scheduled")),
    "public": ("●", _("public")),
    "expired": ("◌", _("expired")),
    "withdrawn": ("⊘", _("withdrawn")),
}
UNREAD = ("newest_revision", "live_revision", "newest_revision__follows")


@dataclass(frozen=True)
class State:
    """How one language of one article stands.

    kind: a key of KINDS. title: of the newest revision. due_at: when the next publication is due, or None.
    has_newer_draft: over a text that is or was public. is_behind: the newest text follows an older source.
    release: the open Release that marks this language, or None. has_failed: what was due alone did not go.
    """

    language: str
    kind: str
    title: str = ""
    edition: Edition | None = None
    due_at: datetime | None = None
    has_newer_draft: bool = False
    is_behind: bool = False
    release: Release | None = None
    has_failed: bool = False

    @property
    def sign(self):
        return KINDS[self.kind][0]

    @property
    def label(self):
        return KINDS[self.kind][1]

    @property
    def can_be_called_off(self):
        """Whether something is ordered, or failed, in this language alone."""
        return self.release is None and (self.due_at is not None or self.has_failed)

    @property
    def has_update_to_come(self):
        return self.due_at is not None and self.kind != "scheduled"


def states_of(articles, at=None):
    """{article key: {language: State}} for all our languages; four queries whatever the number of articles."""
    at = at or timezone.now()
    keys = [article.pk for article in articles]
    editions = {}
    for edition in without_texts(Edition.objects.filter(article__in=keys)):
        editions[edition.article_id, edition.language] = edition
    orders, releases, changed = orders_to_come(keys), open_releases(keys), newest_real_changes(keys)
    found = defaultdict(dict)
    for key in keys:
        for language in LANGUAGES:
            edition = editions.get((key, language))
            part = releases.get((key, language))
            found[key][language] = state_of(edition, language, editions, orders, part, changed, at)
    return found


def orders_to_come(article_keys):
    """{edition key: {"due_at": the next hour or None, "failed_at": of one that did not go, or None}}."""
    pending = Publication.objects.pending().filter(edition__article__in=article_keys).order_by()
    rows = pending.values("edition_id").annotate(
        due=Max("due_at", filter=Q(failed_at__isnull=True)), failed=Max("failed_at")
    )
    return {row["edition_id"]: {"due_at": row["due"], "failed_at": row["failed"]} for row in rows}


def open_releases(article_keys):
    """{(article key, language): the ReleasePart of the open release that marks it, with its release}."""
    parts = ReleasePart.objects.open().filter(release__article__in=article_keys).select_related("release")
    return {(part.release.article_id, part.language): part for part in parts}


def without_texts(editions):
    """`editions` with the revisions that the states need, but none of their summaries and bodies."""
    unread = [f"{path}__{field}" for path in UNREAD for field in WORDS if field != "title"]
    return editions.select_related("newest_revision__follows", "live_revision").defer(*unread)


def newest_real_changes(article_keys):
    """{edition key: the highest revision number that was published there in more than a minor way}."""
    real = Publication.objects.filter(edition__article__in=article_keys, applied_at__isnull=False, is_minor=False)
    return dict(real.values_list("edition").annotate(Max("revision__number")).order_by())


def state_of(edition, language, editions, orders, part, changed, at):
    release = part.release if part else None
    if edition is None:
        return State(language, "missing", release=release)
    newest = edition.newest_revision
    order = orders.get(edition.pk, {})
    due_at = order.get("due_at")
    if part and part.revision_id and release.failed_at is None:
        due_at = release.due_at
    return State(
        language=language,
        kind=kind_of(edition, due_at, at),
        title=newest.title,
        edition=edition,
        due_at=due_at,
        has_newer_draft=edition.live_revision_id not in {None, newest.pk},
        is_behind=is_behind(newest, editions, changed, at),
        release=release,
        has_failed=bool(order.get("failed_at") or (release and release.failed_at)),
    )


def kind_of(edition, due_at, at):
    if edition.visibility == Edition.Visibility.PUBLIC:
        return "public" if edition.is_live(at) else "expired"
    if due_at:
        return "scheduled"
    return "withdrawn" if edition.visibility == Edition.Visibility.WITHDRAWN else edition.stage


def is_behind(revision, editions, changed, at):
    """news.behind's rule, from rows in hand."""
    followed = revision.follows
    source = followed and editions.get((followed.article_id, followed.language))
    if not source or not source.is_live(at):
        return False
    moved_on = source.live_revision.words_digest != followed.words_digest
    return moved_on and changed.get(source.pk, 0) > followed.number
