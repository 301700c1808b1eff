"""Quotation marks, brackets and stops of another language, and marks without a partner."""

import re

from django.utils.translation import gettext as _

from .items import Finding
from .partners import lonely_marks
from .wording import words_around

# Marks of other languages; opening and closing one are one mistake.
FOREIGN = {"ar": re.compile("„"), "en": re.compile("[«»„]"), "fr": re.compile("„")}
# What is right within other marks only: in French the curly and straight ones, in Arabic the single ones.
FOREIGN_OUTSIDE = {"ar": re.compile("‘(?=[^‘’\n]+’)"), "fr": re.compile(r"[“”]|(?<!\d)\"|(?<=\d)\"(?=[^\"]*\")")}
ARABIC_QUOTATION = re.compile(r"[“\"«][^“”\"«»]*[”\"»]")
KINDS = {"»": "«", "”": "“"}
LATIN_STOP = re.compile(r"(?<=[\u0620-\u065f\u066e-\u06d3])[,;?]")
ARABIC_STOPS = {",": "،", ";": "؛", "?": "؟"}


def check(pair):
    """Findings for the translation's marks, one for each kind of mark in a passage."""
    for row in pair.rows:
        for position in foreign_marks(row.target, pair.language):
            sentence = _("The quotation mark %(mark)s in “%(words)s” is not one of this language.")
            yield finding(row, position, sentence)
        if pair.language == "ar":
            yield from latin_stops(row)
    for row, position in lonely_marks(pair.rows, pair.language):
        yield finding(row, position, _("The sign %(mark)s in “%(words)s” has no partner."))


def finding(row, position, sentence, **more):
    mark, words = row.target[position], words_around(row.target, position)
    return Finding("quotation", f"{row.key} {mark} {words}", sentence % {"mark": mark, "words": words, **more}, row.key)


def foreign_marks(text, language):
    """The positions of marks that `language` doesn't use, the first of each kind."""
    found = list(FOREIGN[language].finditer(text))
    if language in FOREIGN_OUTSIDE:
        found += FOREIGN_OUTSIDE[language].finditer(outside_quotations(text, language))
    first = {}
    for mark in found:
        first.setdefault(KINDS.get(mark[0], mark[0]), mark.start())
    return sorted(first.values())


def outside_quotations(text, language):
    """`text`, of the same length, with blanks for what stands within « », in Arabic within any double marks."""
    if language == "ar":
        return ARABIC_QUOTATION.sub(lambda found: " " * len(found[0]), text)
    depth, kept = 0, []
    for character in text:
        depth = max(depth + {"«": 1, "»": -1}.get(character, 0), 0)
        kept.append(" " if depth else character)
    return "".join(kept)


def latin_stops(row):
    """Findings for Latin commas and the like behind an Arabic letter, the first of each."""
    seen = set()
    for found in LATIN_STOP.finditer(row.target):
        if found[0] not in seen:
            seen.add(found[0])
            sentence = _("After an Arabic word, “%(mark)s” should be “%(arabic)s”: “%(words)s”.")
            yield finding(row, found.start(), sentence, arabic=ARABIC_STOPS[found[0]])
