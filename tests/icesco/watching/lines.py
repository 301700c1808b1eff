"""Log lines caught as they would be written."""

import io
import json
import logging
from contextlib import contextmanager

from icesco.watching.lines import JsonLines, TextLines


@contextmanager
def written_lines(form=JsonLines, logger="icesco.watching"):
    """A function that returns what `logger` has written meanwhile: dicts for JsonLines, lines of text otherwise."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(form())
    logging.getLogger(logger).addHandler(handler)
    try:
        yield lambda: [json.loads(x) if form is JsonLines else x for x in stream.getvalue().split("\n") if x]
    finally:
        logging.getLogger(logger).removeHandler(handler)


def record(message, *args, **extra):
    made = logging.LogRecord("icesco.watching.trial", logging.WARNING, "trial.py", 1, message, args, None)
    vars(made).update(extra)
    return made


__all__ = ["JsonLines", "TextLines", "record", "written_lines"]
