"""Passages that nobody has translated."""

from django.utils.translation import gettext as _

from .items import Finding
from .wording import opening_words


def check(pair):
    """Findings for the rows with words in the source and none in the translation."""
    for row in pair.rows:
        if has_words(row.source) and not has_words(row.target):
            words = opening_words(row.source)
            sentence = _("The passage “%(words)s” is not translated.") % {"words": words}
            yield Finding("paragraphs", f"{row.key} {words}", sentence, row.key)


def has_words(text):
    return any(map(str.isalpha, text))
