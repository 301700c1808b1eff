"""Stops with one clear sentence on a Python that is too old. Written so that such a Python can read it."""

import sys

OLDEST = (3, 11)


def require():
    """End the program, status 1, unless this Python is new enough for icesco."""
    if sys.version_info[:2] < OLDEST:
        sys.exit(
            "icesco needs Python %d.%d or newer; this is %d.%d. With a newer one installed, name it: "
            "make PYTHON=python3.12 run" % (OLDEST + tuple(sys.version_info[:2]))
        )
