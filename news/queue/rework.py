"""Keeps the rows of the queue in step with the stories: a small, constant number of queries, however many stories."""

from collections import defaultdict

from django.db import transaction
from django.db.models import OuterRef, Subquery
from django.utils import timezone

from ..models import Article, Assignment, Edition, Publication, ReleasePart, WorkItem
from .rule import Order, work_of

BATCH = 500
DERIVED = ("kind", "step", "state", "is_behind", "is_live", "since", "month", "recheck_at")
READ = (
    *("article_id", "language", "visibility", "stage", "permalink_on", "first_public_at", "withdrawn_at", "expires_at"),
    *("live_revision__words_digest", "newest_revision__created_at", "newest_revision__words_digest"),
    *(f"newest_revision__follows__{field}" for field in ("language", "number", "words_digest")),
)


def rework(article):
    """Write the rows of `article` anew from its state; whatever changes that calls this, in the same transaction."""
    rework_all([article.pk])


def rework_all(article_keys, at=None):
    """The same for several articles at `at`, an aware datetime (default: now). The caller holds their locks."""
    wanted = {(item.article_id, item.language): item for item in derive(article_keys, at or timezone.now())}
    held = {(item.article_id, item.language): item for item in WorkItem.objects.filter(article__in=article_keys)}
    if gone := [item.pk for key, item in held.items() if key not in wanted]:
        WorkItem.objects.filter(pk__in=gone).delete()
    changed = [item for key, item in wanted.items() if key not in held or values_of(item) != values_of(held[key])]
    WorkItem.objects.bulk_create(
        changed, update_conflicts=True, unique_fields=["article", "language"], update_fields=DERIVED
    )
    end_assignments(article_keys, {key: item.step for key, item in wanted.items()})


def values_of(item):
    return [getattr(item, field) for field in DERIVED]


def derive(article_keys, at):
    """The WorkItems, unsaved, of these articles as they stand at `at`; four queries."""
    articles = Article.objects.kept().filter(pk__in=article_keys).only("id", "source_language", "created_at")
    editions, orders = defaultdict(list), defaultdict(list)
    related = Edition.objects.select_related("newest_revision__follows", "live_revision")
    for edition in related.filter(article__in=article_keys).only(*READ):
        editions[edition.article_id].append(edition)
    for edition_key, order in ordered(article_keys):
        orders[edition_key].append(order)
    return [item for article in articles for item in work_of(article, editions[article.pk], orders, at)]


def ordered(article_keys):
    """(key of an edition, Order) of what was published, goes at its hour or goes with a release; two queries."""
    standing = Publication.objects.standing().filter(edition__article__in=article_keys)
    columns = ("edition", "revision", "revision__number", "applied_at", "is_minor")
    for edition_key, *order in standing.values_list(*columns):
        yield edition_key, Order(*order)
    parts = ReleasePart.objects.scheduled().filter(release__article__in=article_keys)
    edition = Edition.objects.filter(article=OuterRef("release__article"), language=OuterRef("language")).values("pk")
    for edition_key, *order in parts.annotate(edition=Subquery(edition)).values_list(
        "edition", "revision", "revision__number"
    ):
        yield edition_key, Order(*order, applied_at=None, is_minor=False)


def end_assignments(article_keys, steps):
    """Delete the assignments whose work is done. steps: {(article's key, language): the step where it is now}."""
    assignments = Assignment.objects.filter(article__in=article_keys)
    over = [a.pk for a in assignments if a.ends_at(steps.get((a.article_id, a.language), ""))]
    if over:
        Assignment.objects.filter(pk__in=over).delete()


def rework_expired(now=None):
    """Derive anew what hangs on an edition that has expired since; run_due calls it. Returns how many articles."""
    now = now or timezone.now()
    count = 0
    while keys := list(WorkItem.objects.filter(recheck_at__lte=now).values_list("article", flat=True)[:BATCH]):
        rework_locked(set(keys), now)
        count += len(set(keys))
    return count


def rebuild(progress=lambda done: None):
    """Derive every row anew, a batch of articles a transaction, while the desk works. Returns how many articles.

    progress: called with the number of articles done after each batch.
    """
    done, last = 0, 0
    while keys := list(Article.objects.filter(pk__gt=last).order_by("pk").values_list("pk", flat=True)[:BATCH]):
        rework_locked(keys)
        last, done = keys[-1], done + len(keys)
        progress(done)
    return done


@transaction.atomic
def rework_locked(keys, at=None):
    # In one order everywhere, so that two runs wait for each other instead of dying.
    locked = Article.objects.select_for_update(of=("self",), no_key=True).filter(pk__in=keys).order_by("pk")
    list(locked.only("id"))
    rework_all(keys, at)
