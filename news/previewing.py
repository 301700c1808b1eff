"""A revision as the public page would show it, put together in memory: nothing of it is written anywhere."""

from django.utils import timezone

from people.languages import column

from .models import Edition, Publication, Revision
from .models.article import WORDS
from .story import FOLLOWED, REVISION, story_context, with_story


def readable_revisions():
    """Revisions with all that a preview takes of them: words, origin, what they follow."""
    followed = [f"follows__{name}" for name in FOLLOWED]
    return Revision.objects.select_related("follows").only(*REVISION, *WORDS, *followed)


def preview_context(revision):
    """What news/preview.html needs of `revision`, out of readable_revisions(); None where its text is in the bin.

    Without the public page's ways to itself: a preview has no address to be found or handed on by.
    """
    edition = edition_saying(revision)
    if edition is None:
        return None
    context = story_context(edition)
    context["alternates"].pop(edition.language, None)
    return {**context, "previewed": revision}


def edition_saying(revision):
    """The Edition of `revision` as if that were public: an object to be shown, never to be saved; None in the bin."""
    language = revision.language
    editions = Edition.objects.filter(article=revision.article_id, article__binned_at__isnull=True, language=language)
    edition = with_story(editions, language).first()
    if edition is None:
        return None
    edition.live_revision = revision
    for word in WORDS:
        setattr(edition.article, column(word, language), getattr(revision, word))
    edition.permalink_on = edition.permalink_on or day_to_come(edition)
    return edition


def day_to_come(edition):
    """The day that the page of an edition without one would bear: that of the order to come, else today, in Rabat."""
    due_at = Publication.objects.pending().filter(edition=edition).order_by("due_at").values_list("due_at", flat=True)
    return timezone.localdate(due_at.first() or timezone.now())
