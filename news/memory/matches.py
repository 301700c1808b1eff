"""What was translated before: for each sentence of a text the ones that are alike, and their translations."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from django.db.models import OuterRef, Q, Subquery
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext

from icesco.text.direction import direction

from ..models import MemorySentence, MemoryUnit
from .remembering import digest_of
from .similarity import alikeness, are_alike, folded, trigrams
from .stores import Keyed, candidates


@dataclass(frozen=True)
class Match:
    """An earlier approved translation of a sentence like the one asked for.

    similarity: 0.75–1. is_exact: the same but for case, accents, tashkeel, kinds of digits. title, number, day: of the
    revision it stands in, in target_language; url: that revision in the admin.
    """

    similarity: float
    is_exact: bool
    source_text: str
    source_language: str
    target_text: str
    target_language: str
    title: str
    number: int
    day: date
    url: str

    @property
    def percent(self):
        """The similarity in whole per cent, rounded down: 100 is said of sentences with all trigrams in common only."""
        return int(self.similarity * 100)

    source_direction = property(lambda self: direction(self.source_language))
    target_direction = property(lambda self: direction(self.target_language))


def matches_for(texts, source_language, target_language, exclude_article=None, limit=3):
    """Earlier translations of `texts` into `target_language`: {text: [Match]}, `limit` at most, exact ones first.

    texts: sentences in source_language, or short blocks. exclude_article: an article, or its key, whose own sentences
    aren't wanted. Three queries, however many texts. No sentence that is alike is missed: see keys.py; of more than
    stores.MOST_CANDIDATES for one text only those whose sketches differ least are looked at.
    """
    asked = {text: fold for text in texts if trigrams(fold := folded(text))}
    folds = sorted(set(asked.values()))
    alike = sentences_alike(folds, source_language, offered(target_language, exclude_article), limit)
    units = units_by_key({key for found in alike.values() for _order, _similarity, keys in found for key in keys})
    return {text: best(alike[asked[text]], units, limit) if text in asked else [] for text in texts}


def offered(target_language, exclude_article):
    units = MemoryUnit.objects.offered().newest_first().filter(target_language=target_language)
    return units.exclude(article=exclude_article) if exclude_article else units


def sentences_alike(folds, language, units, limit):
    """For each folded text the stored sentences alike: {text: [(order, similarity, keys of their newest units)]}."""
    asked = [Keyed.to_ask(language, digest_of(text), text) for text in folds]
    numbers = defaultdict(set)
    for number, key in candidates(asked):
        numbers[key].add(number)
    by_digest = {sentence.digest: number for number, sentence in enumerate(asked)}
    found = MemorySentence.objects.filter(Q(pk__in=numbers) | Q(digest__in=by_digest), language=language)
    newest = {f"unit{n}": Subquery(units.filter(sentence=OuterRef("pk")).values("pk")[n : n + 1]) for n in range(limit)}
    alike = {text: [] for text in folds}
    for key, digest, text, *keys in found.annotate(**newest).values_list("pk", "digest", "folded", *newest):
        keys = [unit for unit in keys if unit]
        exact = by_digest.get(digest)
        for number in numbers[key] | ({exact} if exact is not None else set()):
            one, other = trigrams(text), trigrams(folds[number])
            if keys and are_alike(one, other):
                similarity = alikeness(one, other)
                alike[folds[number]].append(((number != exact, -similarity), similarity, keys))
    return alike


def units_by_key(keys):
    units = MemoryUnit.objects.filter(pk__in=keys).select_related("revision", "sentence")
    columns = ("sentence__language", "target_language", "source_text", "target_text", "article_id")
    return {
        unit.pk: unit for unit in units.only(*columns, *(f"revision__{n}" for n in ("title", "number", "created_at")))
    }


def best(found, units, limit):
    """The Matches of one text: each translation once, from the newest text that has it."""
    ranked = sorted(
        (order, -units[key].revision_id, -key, similarity)
        for order, similarity, keys in found
        for key in keys
        if key in units  # a newer text may have taken its place meanwhile
    )
    matches = {}
    for (is_other, _alike), _revision, key, similarity in ranked:
        unit = units[-key]
        matches.setdefault(unit.target_text, match(unit, similarity, not is_other))
        if len(matches) == limit:
            break
    return list(matches.values())


def match(unit, similarity, is_exact):
    revision = unit.revision
    return Match(
        similarity=similarity,
        is_exact=is_exact,
        source_text=unit.source_text,
        source_language=unit.sentence.language,
        target_text=unit.target_text,
        target_language=unit.target_language,
        title=revision.title or gettext("Article %s") % unit.article_id,
        number=revision.number,
        day=timezone.localdate(revision.created_at),
        url=reverse("admin:news_edition_revision", args=[unit.article_id, unit.target_language, revision.number]),
    )
