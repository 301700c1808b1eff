"""`python -m tests.icesco.observatory`: the answers' scores, held to their bounds and printed as a table."""

import sys
from pathlib import Path

import pytest

from .table import lines


class Table:
    """Prints what the tests kept, below their outcome."""

    def pytest_terminal_summary(self, terminalreporter):
        for line in lines():
            terminalreporter.write_line(line)


if __name__ == "__main__":
    sys.exit(pytest.main(["-q", "-p", "no:cacheprovider", str(Path(__file__).parent)], plugins=[Table()]))
