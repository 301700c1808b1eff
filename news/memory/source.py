"""What a translator would translate now, sentence by sentence, and what was said of it before."""

from typing import NamedTuple

from ..models import Revision
from .alignment import LONGEST_BLOCK, block_sentences, text_blocks
from .matches import matches_for

MOST_LOOKED_UP = 300  # sentences and blocks of one text


class Part(NamedTuple):
    """A sentence, or a block of several, with its Matches."""

    text: str
    matches: list
    is_block: bool = False


def revision_to_translate(article, language):
    """The Revision that a text in `language` renders, or would if there was one; None for an original.

    Of the language that the newest text follows, else of the source language: the public text, else the newest.
    """
    editions = {edition.language: edition for edition in article.editions.all()}
    followed = article.source_language
    if edition := editions.get(language):
        newest = Revision.objects.select_related("follows").only("follows__language").get(pk=edition.newest_revision_id)
        followed = newest.follows and newest.follows.language
    source = editions.get(followed)
    if source is None or followed == language:
        return None
    return Revision.objects.get(pk=source.live_revision_id if source.is_live() else source.newest_revision_id)


def parts_with_matches(revision, target_language):
    """The Parts of a Revision: every sentence, and before its own a short block of several that was translated whole.

    Its own article's translations are left out. Returns (Parts, whether the text is too long to be looked up whole).
    """
    texts = texts_of(revision)
    wanted = list(dict.fromkeys(text for text, _is_block in texts))
    matches = matches_for(wanted[:MOST_LOOKED_UP], revision.language, target_language, revision.article_id)
    parts = [Part(text, matches.get(text, []), is_block) for text, is_block in texts]
    return [part for part in parts if part.matches or not part.is_block], len(wanted) > MOST_LOOKED_UP


def texts_of(revision):
    """What of a Revision is looked up, in order: pairs of (text, whether it is a block of several sentences)."""
    texts = []
    for block in text_blocks(revision):
        sentences = block_sentences(block, revision.language)
        if len(sentences) > 1 and len(block.text) <= LONGEST_BLOCK:
            texts.append((block.text, True))
        texts += [(sentence, False) for sentence in sentences]
    return texts
