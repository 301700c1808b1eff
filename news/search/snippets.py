"""What of a found story is shown: its title and the passage that answers, cut into parts that matched and others.

Words match here as they do in the index, by their stems: والتعليم is marked when تعليم was asked for.
"""

import re
from functools import cached_property

from icesco.text.analysis import analyse

from ..body import plain_text

# The body is read so far, with its markup: twenty stories make a page.
MOST_BODY = 12_000
PASSAGE_WORDS = 36
WORDS_BEFORE = 8
UNFINISHED_TAG = re.compile(r"<[^>]*\Z")


class Snippet:
    """A found edition for a list of results. edition: as for_cards() loads it, with `beginning`, that of its body."""

    def __init__(self, edition, asked):
        self.edition = edition
        self.asked = asked

    @cached_property
    def title(self):
        """The title as parts, a list of (text, whether it matched)."""
        return self.parts(self.edition.title)

    @cached_property
    def passage(self):
        """The summary, or a passage of the body when that answers more of what was asked: parts as those of title."""
        summary = self.edition.summary
        found_in_summary = self.terms_in(summary)
        if len(found_in_summary | self.terms_in(self.edition.title)) == len(self.asked.terms):
            return self.parts(shortened(summary, self.language))
        body = plain_text(UNFINISHED_TAG.sub("", self.edition.beginning or ""))
        if len(self.terms_in(body)) > len(found_in_summary) or not summary:
            return self.passage_of(body)
        return self.parts(shortened(summary, self.language))

    @property
    def language(self):
        return self.edition.language

    def terms_in(self, text):
        return {term for term, _first, _last in matches(analyse(text, self.language), self.asked.terms)}

    def passage_of(self, text):
        """The part of `text` with most of the terms, in whole words."""
        tokens = analyse(text, self.language)
        places = sorted((first, last, term) for term, first, last in matches(tokens, self.asked.terms))
        best, most = 0, 0
        for first, _last, _term in places:
            near = {
                term for start, end, term in places if first <= start and end < first + PASSAGE_WORDS - WORDS_BEFORE
            }
            if len(near) > most:
                best, most = first, len(near)
        start = max(0, best - WORDS_BEFORE)
        return self.parts(cut(text, tokens, start, start + PASSAGE_WORDS))

    def parts(self, text):
        """`text` cut where matches begin and end: a list of (text, whether it matched)."""
        tokens = analyse(text, self.language)
        parts, end = [], 0
        for start, stop in spans(tokens, matches(tokens, self.asked.terms)):
            parts += [(text[end:start], False), (text[start:stop], True)]
            end = stop
        return [part for part in [*parts, (text[end:], False)] if part[0]]


def matches(tokens, terms):
    """Where `terms` are found among Tokens: a list of (term, index of its first token, index of its last)."""
    first_stems = {}
    for term in terms:
        first_stems.setdefault(term[0], []).append(term)
    found = []
    for index, token in enumerate(tokens):
        for term in first_stems.get(token.stem, ()):
            if tuple(one.stem for one in tokens[index : index + len(term)]) == term:
                found.append((term, index, index + len(term) - 1))
    return found


def spans(tokens, found):
    """The offsets (start, end) of what matched, in order, overlapping ones joined."""
    joined = []
    for start, end in sorted((tokens[first].start, tokens[last].end) for _term, first, last in found):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def shortened(text, language):
    return cut(text, analyse(text, language), 0, PASSAGE_WORDS * 2)


def cut(text, tokens, start, stop):
    """The words of `text` from the one at `start` to the one before `stop`, in one line; … where text is left out."""
    begin = tokens[start].start if start and start < len(tokens) else 0
    end = tokens[stop - 1].end if stop < len(tokens) else len(text)
    passage = " ".join(text[begin:end].split())
    return ("… " if begin else "") + passage + (" …" if end < len(text) else "")
