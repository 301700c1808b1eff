"""Fills the translation memory from the texts there are, in small steps, while the newsroom goes on working."""

from django.db import transaction
from django.db.models import Max, Q

from ..models import Edition, MemorySentence, MemoryUnit
from .remembering import remember
from .stores import store

BATCH = 100


def rebuild(say=lambda done, total, last: None, after=0):
    """Remember every approved or published translation that isn't yet. say: called after each batch of editions.

    after: only of editions with a greater key. Returns how many sentences were written. Safe to stop and to repeat.
    """
    editions = Edition.objects.filter(Q(live_revision__isnull=False) | Q(stage=Edition.Stage.APPROVED))
    editions = editions.filter(pk__gt=after).select_related("live_revision__follows", "newest_revision__follows")
    total, done, last, written = editions.count(), 0, after, 0
    while batch := list(editions.filter(pk__gt=last).order_by("pk")[:BATCH]):
        kept = remembered({edition.article_id for edition in batch})
        for edition in batch:
            revision = to_remember(edition)
            if kept.get((edition.article_id, edition.language), 0) < revision.number:
                written += remember(edition, revision)
        last, done = batch[-1].pk, done + len(batch)
        say(done, total, last)
    return written


def to_remember(edition):
    """The newest revision of an edition that is approved or was published."""
    return edition.newest_revision if edition.stage == Edition.Stage.APPROVED else edition.live_revision


def remembered(articles):
    """The number of the revision that is kept for each text of these articles: {(article, language): number}."""
    kept = MemoryUnit.objects.filter(article__in=articles).values_list("article", "target_language")
    return {tuple(text): number for *text, number in kept.annotate(Max("revision__number"))}


@transaction.atomic
def forget():
    """Empty the memory: for keys made by other rules."""
    MemoryUnit.objects.all().delete()
    MemorySentence.objects.all().delete()
    store().clear()
