"""Numbers in figures that one text has and the other has not."""

from collections import defaultdict

from django.utils.translation import gettext as _

from .days import days_without_year, full_dates
from .figures import figures, readable, roman_values
from .hijri import hijri_spans
from .items import Finding
from .number_words import numbers_in_words

LARGEST_IDIOM = 12  # "one of them", "a second", "dozens"


class Numbers:
    """The numbers of one of the two texts.

    wanted: (key of the passage, Figure) that the other text should have. said: the values, str, that this one has in
    whatever form; said_in: those of a passage, by its key; words_in: those that it says in words and can hardly mean
    otherwise. passages: (key, text) pairs.
    """

    def __init__(self, passages, language):
        self.wanted, self.said = [], set()
        self.said_in, self.words_in = defaultdict(set), defaultdict(set)
        for key, text in passages:
            self._read(key, readable(text), language)

    def _read(self, key, text, language):
        inside = {position for span in dated_spans(text, language) for position in range(*span)}
        for figure in figures(text):
            self.said_in[key].update(*figure.readings)
            if figure.span[0] not in inside:
                self.wanted.append((key, figure))
        in_words = numbers_in_words(text, language)
        self.words_in[key] |= {str(value) for value in in_words if value > LARGEST_IDIOM}
        self.said_in[key] |= roman_values(text) | set(map(str, in_words))
        self.said |= self.said_in[key]

    def unknown_to(self, other):
        """(key, Figure) of those that `other` doesn't have.

        A language may say "45th" or "G20" without figures: such a number is unknown only where a number of the other
        text could be the same, wrongly.
        """
        unknown = [(key, figure) for key, figure in self.wanted if not figure.is_in(other.said)]
        if any(figure.is_loose and not figure.is_in(self.said) for _key, figure in other.wanted):
            return unknown
        unlike = {key for key, figure in other.wanted if not figure.is_in(self.said_in[key])}
        unlike |= {key for key, values in other.words_in.items() if values - self.said_in[key]}
        return [found for found in unknown if not found[1].is_loose or found[0] in unlike]


def dated_spans(text, language):
    """The spans of days in `text`, which the checks of dates compare, and of Hijri dates in Arabic."""
    full = [days.span for days in full_dates(text, language)]
    short = [days.span for days in days_without_year(text, language, full)]
    return full + short + (hijri_spans(text) if language == "ar" else [])


def check(pair):
    """Findings for the numbers that are missing from the translation, then for those that only it has.

    The whole texts are compared, so that it matters neither in which passage nor how often a number stands.
    """
    source = Numbers([(row.key, row.source) for row in pair.rows], pair.source_language)
    target = Numbers([(row.key, row.target) for row in pair.rows], pair.language)
    for key, figure in source.unknown_to(target):
        sentence = _("The number %(number)s is missing from the translation.")
        yield Finding("numbers", figure.value, sentence % {"number": figure.written}, key)
    for key, figure in target.unknown_to(source):
        sentence = _("The number %(number)s of the translation is not in the source.")
        yield Finding("numbers", figure.value, sentence % {"number": figure.written}, key)
