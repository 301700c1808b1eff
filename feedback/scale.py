"""The question and its five answers.

A change of words, order, place or form takes a new version, and ratings keep theirs.
"""

from django.utils.translation import gettext_lazy as _

SCORES = range(1, 6)
LABELS = {
    1: _("Extremely dissatisfied"),
    2: _("Dissatisfied"),
    3: _("Neither satisfied nor dissatisfied"),
    4: _("Satisfied"),
    5: _("Extremely satisfied"),
}
LABEL_VERSION = 1
WIDGET_VERSION = 2  # 2: a script posts in the background
NEGATIVE_FIRST = 1  # scale order: "Extremely dissatisfied" comes first in reading order
BEFORE_FOOTER, OWN_PAGE = 1, 2
PLACEMENTS = {BEFORE_FOOTER: _("Above the foot of the page"), OWN_PAGE: _("On a page of its own")}
COMMENT_MAX_LENGTH = 2000


def series(label_version, scale_order, placement):
    """The name of all answers to the same words in the same order at the same place: "1.1.1"."""
    return f"{label_version}.{scale_order}.{placement}"
