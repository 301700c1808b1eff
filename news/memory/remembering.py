"""Keeps what an approved translation says, sentence by sentence."""

from hashlib import sha256

from django.db import transaction
from django.db.models import Max

from ..models import Article, MemorySentence, MemoryUnit
from .alignment import aligned
from .similarity import folded
from .stores import Keyed, store


def remember_on_commit(edition, revision):
    """remember() once the running transaction is committed, so that it can neither delay a publication nor stop it."""
    transaction.on_commit(lambda: remember(edition, revision), robust=True)


@transaction.atomic
def remember(edition, revision):
    """Keep the sentences of `revision`, approved or published in `edition`, beside those that it translates.

    They take the place of those of an older revision; nothing happens when these or newer ones are kept already. An
    original has none. Returns how many were written. A few statements, however long the text.
    """
    if not Article.objects.select_for_update(no_key=True, of=("self",)).only("id").filter(pk=edition.article_id):
        return 0
    kept = MemoryUnit.objects.filter(article=edition.article_id, target_language=edition.language)
    newest = kept.aggregate(number=Max("revision__number"))["number"]
    if newest and newest >= revision.number:
        return 0
    kept.delete()
    source = revision.follows
    if source is None:
        return 0
    pairs = aligned(source, source.language, revision, revision.language)
    keys = sentence_keys(source.language, [pair.source for pair in pairs])
    units = [
        MemoryUnit(
            sentence_id=keys[digest_of(folded(pair.source))],
            target_language=revision.language,
            source_text=pair.source,
            target_text=pair.target,
            article_id=edition.article_id,
            revision=revision,
            source_revision=source,
            position=position,
        )
        for position, pair in enumerate(pairs)
    ]
    return len(MemoryUnit.objects.bulk_create(units))


def sentence_keys(language, texts):
    """The keys of the MemorySentences that `texts` are, made unless they are there: {digest: key}."""
    wanted = {digest_of(text): text for text in map(folded, texts)}
    known = MemorySentence.objects.filter(language=language, digest__in=wanted)
    missing = wanted.keys() - set(known.values_list("digest", flat=True))
    if missing:
        # In one order everywhere, so that two at once wait for each other instead of dying.
        store().add([Keyed.to_store(language, digest, wanted[digest]) for digest in sorted(missing)])
    return dict(known.all().values_list("digest", "pk"))


def digest_of(text):
    """What tells folded texts apart: 32 hexadecimal digits."""
    return sha256(text.encode()).hexdigest()[:32]
