"""What is to come on the site: publications, releases, texts taken down, pins that end. Six queries in all."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import get_language

from people.languages import language_name, listed

from .failures import reasons
from .models import Edition, LeadPin, Publication, Release
from .models.article import WORDS

MOST_OF_A_KIND = 500
LATE_AFTER = timedelta(seconds=60)


@dataclass(frozen=True)
class Item:
    """Something to come. kind: publication, update, release, expiry or pin. at: an aware datetime, None for a release
    that goes as soon as its languages are approved.

    edition: the one whose title names the story, in whose tab it is seen to. parts: of a release. reasons: why it
    did not go at its hour; is_late: its hour is over and nobody tried.
    """

    kind: str
    at: datetime | None
    article_key: int
    edition: Edition | None = None
    languages: tuple = ()
    number: int | None = None
    parts: tuple = ()
    failed_at: datetime | None = None
    reasons: tuple = ()
    is_late: bool = False

    @property
    def language_names(self):
        return listed(language_name(language) for language in self.languages)


@dataclass
class Agenda:
    """late: Items that should have gone. unset: releases without an hour. weeks: [(monday, [(day, Items)])], by days
    in Rabat. is_cut: whether there is more than is shown.
    """

    late: list = field(default_factory=list)
    unset: list = field(default_factory=list)
    weeks: list = field(default_factory=list)
    is_cut: bool = False


def agenda(month, language=None, now=None):
    """What is to come in the month that begins on the date `month`, and whatever is late: an Agenda.

    language: a code, to be told of that language alone.
    """
    now = now or timezone.now()
    start, end = instants(month)
    items, is_cut = [], False
    for find in (publications, releases, expiries, pins):
        found = list(find(start, end, language, now))
        is_cut = is_cut or len(found) > MOST_OF_A_KIND
        items += found[:MOST_OF_A_KIND]
    late = [item for item in items if item.failed_at or item.is_late]
    unset = [item for item in items if item.at is None and item not in late]
    dated = [item for item in items if item.at and item not in late]
    return Agenda(late=late, unset=unset, weeks=by_week(dated), is_cut=is_cut)


def instants(month):
    """The instants in Rabat at which the month of the date `month` begins and ends."""
    following = date(month.year + month.month // 12, month.month % 12 + 1, 1)
    return tuple(timezone.make_aware(datetime.combine(day, datetime.min.time())) for day in (month, following))


def by_week(items):
    """[(monday, [(day, Items in the order of time)])] of Items that have a time."""
    weeks = {}
    for item in sorted(items, key=lambda item: item.at):
        day = timezone.localdate(item.at)
        monday = day - timedelta(days=day.weekday())
        weeks.setdefault(monday, {}).setdefault(day, []).append(item)
    return [(monday, list(days.items())) for monday, days in weeks.items()]


def without_texts(rows, *paths):
    """`rows` without the words, but titles, of the revisions at `paths`: "edition__newest_revision", say."""
    return rows.defer(*(f"{path}__{word}" for path in paths for word in WORDS if word != "title"))


def publications(start, end, language, now):
    """Single orders due in between, and those that are late or failed."""
    asked = Q(due_at__gte=start, due_at__lt=end) | Q(failed_at__isnull=False) | Q(due_at__lte=now - LATE_AFTER)
    rows = Publication.objects.pending().filter(asked).select_related("edition__newest_revision", "revision")
    if language:
        rows = rows.filter(edition__language=language)
    rows = without_texts(rows, "edition__newest_revision", "revision").order_by("due_at", "pk")
    for row in rows[: MOST_OF_A_KIND + 1]:
        yield Item(
            kind="update" if row.edition.is_live(row.due_at) else "publication",
            at=row.due_at,
            article_key=row.edition.article_id,
            edition=row.edition,
            languages=(row.edition.language,),
            number=row.revision.number,
            failed_at=row.failed_at,
            reasons=tuple(reasons(row.failure)),
            is_late=row.failed_at is None and row.due_at <= now - LATE_AFTER,
        )


def releases(start, end, language, now):
    """Open releases: due in between, late or failed, or without an hour."""
    asked = Q(due_at__gte=start, due_at__lt=end) | Q(failed_at__isnull=False)
    asked |= Q(due_at__isnull=True) | Q(due_at__lte=now - LATE_AFTER)
    rows = Release.objects.open().filter(asked)
    if language:
        rows = rows.filter(parts__language=language)
    rows = list(rows.prefetch_related("parts__revision").order_by("due_at", "created_at")[: MOST_OF_A_KIND + 1])
    editions = {}
    found = Edition.objects.filter(article__in={row.article_id for row in rows}).select_related("newest_revision")
    for edition in without_texts(found, "newest_revision").order_by("language"):
        editions.setdefault(edition.article_id, {})[edition.language] = edition
    for row in rows:
        parts = sorted(row.parts.all(), key=lambda part: part.language)
        yield Item(
            kind="release",
            at=row.due_at,
            article_key=row.article_id,
            edition=naming(editions.get(row.article_id, {}), language),
            languages=tuple(part.language for part in parts),
            parts=tuple(parts),
            failed_at=row.failed_at,
            reasons=tuple(reasons(row.failure)),
            is_late=bool(row.due_at and not row.failed_at and row.due_at <= now - LATE_AFTER),
        )


def naming(editions, language):
    """The edition whose title names a story: in the language asked for, the interface's, or any; or None."""
    return editions.get(language) or editions.get(get_language()) or next(iter(editions.values()), None)


def expiries(start, end, language, now):
    """Public texts that are taken down in between."""
    rows = Edition.objects.filter(
        visibility=Edition.Visibility.PUBLIC, expires_at__gt=max(start, now), expires_at__lt=end
    )
    if language:
        rows = rows.filter(language=language)
    rows = without_texts(rows.select_related("newest_revision"), "newest_revision").order_by("expires_at")
    for row in rows[: MOST_OF_A_KIND + 1]:
        yield Item("expiry", row.expires_at, row.article_id, edition=row, languages=(row.language,))


def pins(start, end, language, now):
    """Stories that stop leading a front page in between."""
    rows = LeadPin.objects.filter(ends_at__gt=max(start, now), ends_at__lt=end)
    if language:
        rows = rows.filter(language=language)
    rows = rows.select_related("edition__newest_revision").order_by("ends_at")
    for row in without_texts(rows, "edition__newest_revision")[: MOST_OF_A_KIND + 1]:
        yield Item("pin", row.ends_at, row.edition.article_id, edition=row.edition, languages=(row.language,))
