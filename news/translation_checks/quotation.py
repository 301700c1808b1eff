"""Quotation marks, brackets and stops of another language, and marks without a partner."""

import re

from django.utils.translation import gettext as _

from .items import Finding
from .partners import lonely_marks
from .wording import words_around

# Marks of other languages. In French the curly ones are right within « », in Arabic the single ones within any.
FOREIGN = {"ar": "„", "en": "«»„", "fr": "„"}
OUTSIDE = {
    "ar": (re.compile(r"[“\"«][^“”\"«»]*[”\"»]"), re.compile("(‘)[^‘’\n]+’")),
    "fr": (re.compile(r"«[^«»]*(?:»|$)"), re.compile(r"([“”]|(?<!\d)\"|(?<=\d)\"(?=[^\"]*\"))")),
}
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
    first = {}
    for position, character in enumerate(text):
        if character in FOREIGN[language]:
            first.setdefault(character, position)
    if language in OUTSIDE:
        quoted, foreign = OUTSIDE[language]
        rest = quoted.sub(lambda found: " " * len(found[0]), text)
        for found in foreign.finditer(rest):
            first.setdefault(found[1], found.start(1))
    return sorted({min(group) for group in _by_kind(first)})


def _by_kind(first):
    """The positions of an opening mark and its closing one together: they are one mistake."""
    kinds = {}
    for mark, position in first.items():
        kinds.setdefault(mark.translate({ord("»"): "«", ord("”"): "“"}), []).append(position)
    return kinds.values()


def latin_stops(row):
    """Findings for Latin commas and the like behind an Arabic letter, the first of each."""
    seen = set()
    for found in LATIN_STOP.finditer(row.target):
        if found[0] not in seen:
            seen.add(found[0])
            sentence = _("After an Arabic word, %(mark)s should be %(arabic)s: “%(words)s”.")
            yield finding(row, found.start(), sentence, arabic=ARABIC_STOPS[found[0]])
