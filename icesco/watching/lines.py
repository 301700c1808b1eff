"""A record of the log as one line: JSON for programs, or text for the eyes of whoever started the server."""

import json
import logging
import re
from datetime import UTC, datetime

from . import request_id
from .failures import written
from .masking import masked

# What could end a line, steer a terminal or turn the text around: controls, separators, bidi signs, surrogates.
STEERING = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")


def message_of(record):
    """The record's sentence; what it was made from is left out when the two don't fit."""
    try:
        return masked(record.getMessage())
    except Exception:  # a broken call of the log must not fail a request
        return masked(str(record.msg))


def fields_of(record):
    """What a line says: a dict in a fixed order. `told`, a dict in the record's `extra`, is what its caller adds."""
    fields = {
        "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
        "level": record.levelname,
        "logger": record.name,
        "message": message_of(record),
        "request_id": request_id.current(),
        **getattr(record, "told", {}),
    }
    if record.exc_info and record.exc_info[1]:
        fields["trace"] = masked(written(record.exc_info[1]))
    return fields


class JsonLines(logging.Formatter):
    """One JSON object a line, in ASCII alone: no letter of a message can end the line or turn it around."""

    def format(self, record):
        line = json.dumps(fields_of(record), ensure_ascii=True, default=str)
        return line.replace("\x7f", "\\u007f")  # the one control character that JSON leaves as it is


class TextLines(logging.Formatter):
    """The same to read: the sentence in a line, the lines of a trace below it."""

    def format(self, record):
        fields = fields_of(record)
        reference = f" [{fields['request_id']}]" if fields["request_id"] else ""
        lines = [f"{record.levelname} {record.name}: {fields['message']}{reference}"]
        lines += [f"  {line}" for line in fields.get("trace", "").splitlines()]
        return "\n".join(STEERING.sub(lambda sign: f"\\u{ord(sign[0]):04x}", line) for line in lines)


class NotToldYet(logging.Filter):
    """Leaves out Django's own lines about answers that the WatchingMiddleware writes a line about."""

    def filter(self, record):
        return not getattr(getattr(record, "request", None), "is_watched", False)
