"""The columns of a file of ratings: the one list from which files, schemas and the dictionary are made."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from .. import scale
from ..models import Rating, Standing


@dataclass(frozen=True)
class Column:
    """One column of a file of ratings.

    kind: a type of Table Schema ("integer", "string", "date", "datetime", "boolean"). choices: {code: label} or None.
    is_free: words of visitors or of the site, guarded in spreadsheets; others are codes. is_empty: may be empty. bits:
    of an integer, where files know sizes.
    """

    name: str
    kind: str
    title: str
    meaning: str
    choices: dict | None = None
    is_free: bool = False
    is_empty: bool = False
    bits: int = 16


COLUMNS = [
    Column("id", "integer", _("Key"), _("Number of the answer: unique, growing, with gaps."), bits=64),
    Column(
        "created_at",
        "datetime",
        _("Time"),
        _("When it came, UTC. Cut to the hour, so that no line can be laid beside a server’s log."),
    ),
    Column("rated_on", "date", _("Day"), _("The day in Rabat on which it counts.")),
    Column(
        "score",
        "integer",
        _("Score"),
        _("1 is the most negative answer, 5 the most positive one."),
        scale.LABELS,
        bits=8,
    ),
    Column("standing", "string", _("Standing"), _("Whether the figures count it."), dict(Standing.choices)),
    Column("language", "string", _("Language"), _("Of the page, as a code: ar, en, fr.")),
    Column("page_type", "string", _("Page type"), _("What kind of page was rated, as a code.")),
    Column(
        "page_key",
        "string",
        _("Page key"),
        _("Which page: the same for a story in every language."),
        is_free=True,
    ),
    Column("device", "string", _("Device"), _("As the browser said."), dict(Rating.Device.choices)),
    Column(
        "channel",
        "string",
        _("Channel"),
        _("Sent by the page’s script, or as a plain form."),
        dict(Rating.Channel.choices),
    ),
    Column(
        "seconds",
        "integer",
        _("Seconds"),
        _("From seeing the question to sending, told by the script; empty without it."),
        is_empty=True,
        bits=32,
    ),
    Column("placement", "integer", _("Place"), _("Where on the page it was asked."), scale.PLACEMENTS),
    Column("label_version", "integer", _("Wording"), _("Version of the question and its labels.")),
    Column("scale_order", "integer", _("Order"), _("1: the negative answer comes first in reading order.")),
    Column("widget_version", "integer", _("Form"), _("Version of the form.")),
    Column("is_demo", "boolean", _("Demo data"), _("Made up for a demonstration; true or false.")),
]
COMMENT = Column(
    "comment",
    "string",
    _("Comment"),
    _("What the visitor wrote. Left out unless asked for; masked unless asked for unmasked: it may name people."),
    is_free=True,
    is_empty=True,
)


def columns(has_comments):
    """The Columns of a file, in their order."""
    return [*COLUMNS, COMMENT] if has_comments else COLUMNS
