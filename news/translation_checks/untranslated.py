"""Passages and sentences that are still in the source's words, or in another language than the translation's."""

import re

from django.utils.translation import gettext as _

from icesco.text.folding import fold

from ..memory.sentences import sentences
from .items import Finding
from .languages_of_words import ARABIC_WORD, FREQUENT, LATIN_WORD, is_in_other_latin_language, is_prose
from .wording import opening_words

FEWEST_WORDS = 4
FEWEST_SMALL, FEWEST_SMALL_IN_ARABIC = 1, 2  # words that begin small: what has none is a name
MOST_LATIN_WORDS, MOST_ARABIC_WORDS = 3, 2  # in a row, in a text of the other script
WORD = re.compile(r"[^\W_]+")
ADDRESS = re.compile(r"(?:https?://|www\.)\S+|(?<![\w.+-])[\w.+-]{1,64}@[\w.-]{1,255}")
# Titles, names and words that are spoken about stay as they are: "..." «...» (...).
QUOTED = re.compile(r"«[^«»]*»|“[^“”]*”|\"[^\"\n]*\"|\([^()]*\)|\[[^\[\]]*\]")
IN_A_ROW = r"(?:{word}[^\w\n.!?؟:;؛،,]+){{{most},}}{word}"
LATIN_WORDS = re.compile(IN_A_ROW.format(word=LATIN_WORD, most=MOST_LATIN_WORDS))
ARABIC_WORDS = re.compile(IN_A_ROW.format(word=ARABIC_WORD, most=MOST_ARABIC_WORDS))


def check(pair):
    """Findings for passages or sentences in the source's words, and sentences in another language, in their order."""
    if pair.source_language == pair.language:
        return
    said = {words_of(part) for row in pair.rows for part in parts_of(row.source, pair.source_language)}
    for row in pair.rows:
        parts = parts_of(row.target, pair.language)
        if parts and is_left(parts[0], said, pair, is_passage=True):
            yield finding(row, parts[0], _("“%(words)s” is still in the words of the source."))
            continue
        for sentence in parts[1:] or parts:
            if is_left(sentence, said, pair):
                yield finding(row, sentence, _("“%(words)s” is still in the words of the source."))
            elif is_in_another_language(sentence, pair.language):
                yield finding(row, sentence, _("“%(words)s” is in another language than the translation."))


def is_left(text, said, pair, is_passage=False):
    """Whether a passage or a sentence is one of the source and no name; said: the words_of() all of the source's."""
    words = words_of(text)
    is_long = len(words) >= FEWEST_WORDS or (is_passage and is_no_common_word(words, pair))
    return is_long and words in said and is_prose(ADDRESS.sub(" ", text), FEWEST_SMALL)


def is_no_common_word(words, pair):
    """Whether a short passage can't say the same in both languages, as "Information, communication" does."""
    return "ar" in (pair.source_language, pair.language) or not FREQUENT[pair.source_language].isdisjoint(words)


def parts_of(text, language):
    """The whole passage and its sentences, or the passage alone where it is one sentence."""
    parts = sentences(text, language)
    return [text, *parts] if len(parts) > 1 else parts


def words_of(text):
    return tuple(WORD.findall(fold(ADDRESS.sub(" ", text))))


def finding(row, part, sentence):
    words = opening_words(part)
    return Finding("untranslated", f"{row.key} {words}", sentence % {"words": words}, row.key)


def is_in_another_language(text, language):
    """Whether a sentence, apart from what it quotes, is in the other script or Latin language."""
    text = QUOTED.sub(" | ", ADDRESS.sub(" ", text))
    if language == "ar":
        return any(is_prose(run[0], FEWEST_SMALL_IN_ARABIC) for run in LATIN_WORDS.finditer(text))
    return bool(ARABIC_WORDS.search(text)) or is_in_other_latin_language(text, language)
