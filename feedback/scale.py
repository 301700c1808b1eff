"""The question and its five answers. A change of words, order or form takes a new version: ratings keep theirs."""

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
WIDGET_VERSION = 1
NEGATIVE_FIRST = 1  # scale order: "Extremely dissatisfied" comes first in reading order
COMMENT_MAX_LENGTH = 2000
