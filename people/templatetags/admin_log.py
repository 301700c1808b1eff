"""How the admin's log is shown: sentences in the reader's language, with what stood there before and after."""

import json
from dataclasses import dataclass

from django import template
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.formats import date_format
from django.utils.translation import gettext

register = template.Library()


@dataclass(frozen=True)
class Line:
    """A line of the log. `before` and `after` are texts, None where only `text` says what happened."""

    text: str
    before: str | None = None
    after: str | None = None


@register.simple_tag
def log_lines(entry):
    """The lines of a LogEntry: a list of Line."""
    items = read(entry.change_message)
    lines = [Line(sentence(item["said"], item["with"])) for item in items if "said" in item]
    stock = [item for item in items if not {"said", "was"} & item.keys()]
    if stock or not lines:
        lines.insert(0, Line(entry.get_change_message()))
    for item in items:
        lines += [Line(gettext(label), *texts) for label, texts in item.get("was", {}).items()]
    return lines


def read(message):
    """The items of a message: [] for a plain sentence."""
    try:
        items = json.loads(message)
    except ValueError:
        return []
    return [item for item in items if isinstance(item, dict)] if isinstance(items, list) else []


def sentence(msgid, values):
    shown = dict(values)
    shown |= {name: gettext(shown[name]) for name in ("language", "field") if name in shown}
    if at := parse_datetime(shown.get("at", "")):
        local = date_format(timezone.localtime(at), "DATETIME_FORMAT")
        shown["at"] = gettext("{at} (Rabat time)").format(at=local)
    return gettext(msgid) % shown
