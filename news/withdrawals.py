"""Taking several languages of one story down together, and what is left to do in the others."""

from django.db import transaction
from django.utils import timezone

from .models import Edition, Task


def withdraw_languages(edition, languages=(), by=None, reason="", now=None):
    """Withdraw `edition` and the public editions of the same story in `languages`: all of them or none.

    Each other language that stays public gets a task. Returns the editions withdrawn, this one first.
    Raises NotPublic when `edition` isn't public.
    """
    now = now or timezone.now()
    with transaction.atomic():
        # The article's row first, as everywhere: what is public stays so until this is done.
        edition.locked()
        others = Edition.objects.filter(article=edition.article_id, language__in=languages)
        public = others.filter(visibility=Edition.Visibility.PUBLIC).exclude(pk=edition.pk).order_by("language")
        gone = [edition, *public.select_related("article", "live_revision")]
        for one in gone:
            one.withdraw(now=now, by=by, reason=reason)
        Task.open_for_withdrawal(edition, by, now)
    return gone


def public_elsewhere(edition):
    """The languages in which the story of `edition` is public besides its own."""
    public = Edition.objects.filter(article=edition.article_id, visibility=Edition.Visibility.PUBLIC)
    return list(public.exclude(pk=edition.pk).order_by("language").values_list("language", flat=True))
