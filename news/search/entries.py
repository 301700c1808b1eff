"""Keeps a story's entry in step with what is public: written where lists are, in the same transaction."""

from django.db import transaction

from people.languages import column

from ..body import plain_text
from ..models import Article, Edition, SearchEntry
from ..models.listing import subjects_of
from .stores import store
from .words import fact_words, placed_words

TEXTS = ("title", "summary", "body")


@transaction.atomic
def write_entry(edition):
    """Bring the entry of `edition` in step with its public words and its article's facts; none unless it is public.

    The words are read again: those of the article in hand may be of yesterday.
    """
    if edition.visibility != Edition.Visibility.PUBLIC:
        remove_entry(edition.pk)
        return
    names = [column(field, edition.language) for field in TEXTS]
    title, summary, body = Article.objects.filter(pk=edition.article_id).values_list(*names).get()
    SearchEntry.objects.update_or_create(
        edition=edition,
        defaults={
            "language": edition.language,
            "permalink_on": edition.permalink_on,
            "first_public_at": edition.first_public_at,
        },
    )
    texts = [title or "", summary or "", plain_text(body or "")]
    facts = fact_words(edition, subjects_of(edition.article))
    store().write(edition.pk, placed_words(texts, edition.language), facts)


def remove_entry(edition_id):
    SearchEntry.objects.filter(pk=edition_id).delete()
    store().remove(edition_id)
