"""The one way in which a script says no: a sentence for a person, without a traceback."""

import sys
from contextlib import contextmanager


class Refused(Exception):
    """Something outside the code stands in the way; the message is one sentence that says what and how to go on."""


@contextmanager
def one_sentence():
    """Turn Refused into its sentence on stderr and exit status 1, and Ctrl-C into status 130."""
    try:
        yield
    except Refused as refusal:
        sys.exit(f"icesco: {refusal}")
    except KeyboardInterrupt:
        sys.exit(130)


def say(step):
    """Announce a step on one line, at once even when the output is a file."""
    print(f"» {step}", flush=True)
