"""Which work waits in each language of a story: one pure rule over rows in hand."""

from collections import namedtuple

from django.utils import timezone

from people.languages import LANGUAGES

from ..models import Edition, Step, WorkItem

Kind, State = WorkItem.Kind, WorkItem.State
STEP_OF = {
    Kind.TRANSLATE: Step.WRITE,
    Kind.WRITE: Step.WRITE,
    Kind.UPDATE: Step.WRITE,
    Kind.REVIEW: Step.REVIEW,
    Kind.PUBLISH: Step.PUBLISH,
}
KIND_AT = {
    Edition.Stage.DRAFT: Kind.WRITE,
    Edition.Stage.IN_REVIEW: Kind.REVIEW,
    Edition.Stage.APPROVED: Kind.PUBLISH,
}
# A publication that was not called off, of the revision with this key and number.
Order = namedtuple("Order", "revision_id number applied_at is_minor")


def work_of(article, editions, orders, at):
    """The WorkItems, unsaved, of one article as it stands at `at`, an aware datetime.

    editions: its Editions with newest_revision__follows and live_revision; orders: {edition's key: list of Order}.
    """
    by_language = {edition.language: edition for edition in editions}
    source = source_of(article, [edition for edition in editions if edition.is_live(at)])
    month = month_of(article, by_language)
    items = []
    for language in LANGUAGES:
        if edition := by_language.get(language):
            items.append(item_of(edition, by_language, orders, at))
        elif source:
            items.append(WorkItem(kind=Kind.TRANSLATE, state=State.MISSING, since=source.first_public_at))
        else:
            continue
        item = items[-1]
        item.article_id, item.language, item.month = article.pk, language, month
        item.step = STEP_OF.get(item.kind, "")
    return items


def source_of(article, live):
    """The Edition that a missing language would be translated from, of the `live` ones; None without any."""
    original = [edition for edition in live if edition.language == article.source_language]
    return next(iter(original or sorted(live, key=lambda edition: edition.first_public_at)), None)


def month_of(article, by_language):
    """The first day of the month of the story's day: the source's, else the earliest, else that of its making."""
    source = by_language.get(article.source_language)
    days = [edition.permalink_on for edition in by_language.values() if edition.permalink_on]
    day = (source and source.permalink_on) or min(days, default=None) or timezone.localdate(article.created_at)
    return day.replace(day=1)


def item_of(edition, by_language, orders, at):
    """What waits in a language that has a text: a WorkItem without article, language, month and step."""
    newest, own = edition.newest_revision, orders.get(edition.pk, ())
    moved_at = moved_on_at(newest, by_language, orders, at)
    item = WorkItem(is_behind=moved_at is not None, is_live=edition.is_live(at))
    if newest.pk != edition.live_revision_id:
        is_ordered = any(order.revision_id == newest.pk and order.applied_at is None for order in own)
        item.kind = "" if is_ordered else KIND_AT[edition.stage]
        item.state, item.since = State.IN_WORK, newest.created_at
    elif not item.is_live:
        item.state, item.since = State.DOWN, edition.gone_at or edition.expires_at
    elif moved_at:
        item.kind, item.state, item.since = Kind.UPDATE, State.BEHIND, moved_at
    else:
        applied = [order.applied_at for order in own if order.applied_at]
        item.state, item.since = State.CURRENT, max(applied, default=edition.first_public_at)
    item.recheck_at = edition.expires_at if item.is_live else None
    return item


def moved_on_at(newest, by_language, orders, at):
    """When the text that the revision `newest` follows first moved on, an aware datetime; None unless it is behind.

    The rule of news.behind: the followed edition is live, says something else, and said so in more than a minor way.
    """
    followed = newest.follows
    source = followed and by_language.get(followed.language)
    if not source or not source.is_live(at) or source.live_revision.words_digest == followed.words_digest:
        return None
    later = [
        order.applied_at
        for order in orders.get(source.pk, ())
        if order.applied_at and not order.is_minor and order.number > followed.number
    ]
    return min(later, default=None)
