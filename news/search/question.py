"""What somebody typed into the search field, read: words and "phrases", of which all must be found."""

import re
from dataclasses import dataclass

from icesco.text.analysis import analyse, common_stems

MOST_CHARACTERS = 200
MOST_WORDS = 12
QUOTES = re.compile('["“”„‟«»＂]')
# Written together, they are looked for together: COVID-19, Guinea-Bissau, 3.5.
JOINTS = frozenset("-‐‑‒–−.")

TOO_LONG, TOO_MANY_WORDS, NO_WORD = "too long", "too many words", "no word"


@dataclass(frozen=True)
class Asked:
    """A text that was typed, as it is understood in one language.

    terms: a tuple of terms, each a tuple of stems; several stems are a phrase. problem: why there are none, one of
    TOO_LONG, TOO_MANY_WORDS, NO_WORD, or "".
    """

    language: str
    terms: tuple = ()
    problem: str = ""


@dataclass(frozen=True)
class Question:
    """What a store is asked: stories in `language` for which every condition holds.

    conditions: each a tuple of alternatives, each a tuple of words next to each other: stems, or a fact of the story.
    ranked: those of the conditions by which matches are told from each other.
    """

    language: str
    conditions: tuple
    ranked: tuple


def read(text, language):
    """Read `text`, a str of any length, into what is Asked in `language`."""
    if len(text) > MOST_CHARACTERS:
        return Asked(language, problem=TOO_LONG)
    words, phrases = [], []
    for number, part in enumerate(QUOTES.split(text)):
        if number % 2:
            phrases.append(tuple(token.stem for token in analyse(part, language)))
        else:
            words += together(part, language)
    # Words that every text has are only looked for when nothing else is asked.
    common = common_stems(language)
    telling = [*filter(None, phrases), *(term for term in words if not common.issuperset(term))]
    terms = tuple(dict.fromkeys(telling or words))
    if not terms:
        return Asked(language, problem=NO_WORD)
    if sum(map(len, terms)) > MOST_WORDS:
        return Asked(language, problem=TOO_MANY_WORDS)
    return Asked(language, terms)


def together(text, language):
    """The words of `text` as terms: those written as one thing are one term."""
    terms, end = [], None
    for token in analyse(text, language):
        if terms and (token.start < end or (token.start == end + 1 and text[end] in JOINTS)):
            terms[-1] += (token.stem,)
        else:
            terms.append((token.stem,))
        end = token.end
    return terms


def question(asked, subjects, filters):
    """The Question that a store is asked.

    subjects: {(language, term): words of subjects that the term may mean}; filters: words of facts that all must hold.
    """
    terms = tuple(
        (term, *((word,) for word in subjects.get((asked.language, term), ()))) for term in asked.terms
    )  # fmt: skip
    return Question(asked.language, (*terms, *(((word,),) for word in filters)), terms)
