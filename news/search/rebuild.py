"""Writes the whole index anew, in small transactions, while editors go on publishing and visitors go on searching."""

from django.db import transaction
from django.db.models import Exists, OuterRef

from people.languages import LANGUAGES

from ..models import Article, Edition, NameEntry, SearchEntry
from .entries import remove_entry, write_entry
from .names import KINDS, write_names

BATCH = 100


def rebuild_entries(say=lambda done, total: None):
    """Write the entry of every public edition and remove those of others. say: called after each batch.

    Returns how many entries were written.
    """
    public = Edition.objects.filter(visibility=Edition.Visibility.PUBLIC)
    articles = Article.objects.filter(Exists(public.filter(article=OuterRef("pk")))).order_by("pk")
    total, done, last, written = articles.count(), 0, 0, 0
    while keys := list(articles.filter(pk__gt=last).values_list("pk", flat=True)[:BATCH]):
        written += write_batch(keys)
        last, done = keys[-1], done + len(keys)
        say(done, total)
    for pk in list(SearchEntry.objects.exclude(edition__in=public).values_list("pk", flat=True)):
        remove_unless_public(pk)
    return written


@transaction.atomic
def write_batch(keys):
    """Write the entries of these articles' public editions; nobody publishes or withdraws one of them meanwhile."""
    articles = {article.pk: article for article in locked(keys)}
    editions = Edition.objects.filter(article__in=keys, visibility=Edition.Visibility.PUBLIC).order_by("pk")
    for edition in editions:
        edition.article = articles[edition.article_id]
        write_entry(edition)
    return len(editions)


@transaction.atomic
def remove_unless_public(pk):
    list(locked(Edition.objects.filter(pk=pk).values_list("article", flat=True)))
    if not Edition.objects.filter(pk=pk, visibility=Edition.Visibility.PUBLIC).exists():
        remove_entry(pk)


def locked(keys):
    """Articles, locked as relist() locks them."""
    rows = Article.objects.select_for_update(no_key=True, of=("self",)).only("id")
    return rows.filter(pk__in=list(keys)).order_by("pk")


def rebuild_names(say=lambda done, total: None):
    """Write the names of everything that stories are linked to. Returns how many subjects have been written."""
    total, done = sum(model.objects.count() for model in KINDS), 0
    for model, kind in KINDS.items():
        for subject in model.objects.order_by("pk").iterator(chunk_size=500):
            write_names(subject)
            done += 1
            if done % BATCH == 0 or done == total:
                say(done, total)
        gone = NameEntry.objects.filter(kind=kind).exclude(subject__in=model.objects.values("pk"))
        gone.delete()
    # A language that the site no longer has.
    NameEntry.objects.exclude(language__in=LANGUAGES).delete()
    return done
