"""Carrying a release out: all its languages in one transaction, or none of them and its owners told."""

import logging

from django.db import transaction

from people.languages import LANGUAGES

from .errors import NewsError
from .failures import owners, tell_called_off, tell_owners, written_down
from .models import Article, Edition, Release

logger = logging.getLogger(__name__)


def release_due(now):
    """Carry out every release whose hour has come by `now`, and those complete that have none: (applied, failed).

    applied: count of publications. failed: releases that broke down and are tried again at the next run; one whose
    texts may not go is marked as failed instead, and waits for somebody to act.
    """
    applied = failed = 0
    for key in list(Release.objects.due(now).values_list("pk", flat=True)):
        try:
            applied += settle(key, now)
        except Exception:
            failed += 1
            logger.exception("Release %s could not be carried out", key)
    return applied, failed


@transaction.atomic
def settle(key, now):
    """Carry out the release `key` if it may go at `now`; returns how many texts became public: all or 0."""
    release = lock(key)
    if not Release.objects.due(now).filter(pk=key).exists():
        return 0  # somebody was quicker, or it was called off
    release.take_up()
    is_complete = not release.parts.filter(revision__isnull=True).exists()
    if release.due_at is None and not is_complete:
        return 0
    if release.obstacles():
        fail(release, now, release.obstacles)
        return 0
    return go(release, now)


def lock(key):
    """The Release with what it touches locked, articles before editions as everywhere."""
    release = Release.objects.select_related("article", "created_by").get(pk=key)
    list(Article.objects.select_for_update(of=("self",)).only("id").filter(pk=release.article_id))
    editions = Edition.objects.filter(article=release.article_id)
    list(editions.select_for_update(of=("self",)).only("id").order_by("pk"))
    release.refresh_from_db()
    return release


def go(release, now):
    """Publish each part at `now`; a part that is refused takes them all back. Returns how many went."""
    part = None
    try:
        with transaction.atomic():
            # First, so that the parts are free to be published.
            Release.objects.filter(pk=release.pk).update(released_at=now)
            editions, parts = release.editions(), release.in_order()
            for part in parts:
                due_at = release.due_at or now
                edition = editions[part.language]
                edition.publish(part.revision, by=release.created_by, due_at=due_at, release=release.pk, now=now)
    except NewsError as error:
        refused = part.language, getattr(error, "blockers", [error])
        fail(release, now, lambda: [refused])
        return 0
    return len(parts)


def call_off(release, by=None, now=None):
    """Call `release` off and tell its owners but `by`, who did; None: one of its languages was withdrawn.

    Returns whether it was still to come.
    """
    if not release.call_off(now):
        return False
    parts = release.in_order()
    revisions = [part.revision for part in parts if part.revision]
    concerned = owners(release.created_by, revisions, [part.language for part in parts])
    tell_called_off(release.article, by, [user for user in concerned if user != by])
    return True


def fail(release, now, find):
    """Keep why it didn't go, so that it isn't tried each minute, and tell its owners. find: see written_down()."""
    release.failed_at, release.failure = now, written_down(find)
    release.save(update_fields=["failed_at", "failure"])
    release.article.rework()
    parts = release.in_order()
    revisions = [part.revision for part in parts if part.revision]
    # Whoever works on a text that holds the others up learns of it as well.
    revisions += [edition.newest_revision for edition in release.editions().values() if is_marked(edition, parts)]
    users = owners(release.created_by, revisions, [part.language for part in parts] or LANGUAGES)
    logger.warning("Release %s did not go: %s", release.pk, [item["language"] for item in release.failure])
    tell_owners(release.article, release.failure, release.due_at, users)


def is_marked(edition, parts):
    return edition.language in {part.language for part in parts}
