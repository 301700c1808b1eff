"""Stories for translation agencies and back: XLIFF 1.2 and 2.0 and PO (docs/exchange.md).

Only `xliff` and `po` import the Translate Toolkit, which is GPL and an optional extra; `formats` imports those two
when a file is written or read, so that everything else runs without it.
"""

from importlib.util import find_spec

HOW_TO_INSTALL = "pip install --require-hashes -r requirements/exchange.txt"


def is_installed():
    """Whether the Translate Toolkit is there."""
    return find_spec("translate") is not None
