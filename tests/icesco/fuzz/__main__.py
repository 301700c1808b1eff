"""`python -m tests.icesco.fuzz [REQUESTS]`: that many requests, with times and memory at the start and in the end."""

import os
import resource
import sys
from pathlib import Path

import pytest

from .told import lines


def megabytes():
    """What this process has in memory now; at its most where the system doesn't tell."""
    try:
        pages = int(Path("/proc/self/statm").read_text().split()[1])
        return pages * resource.getpagesize() / 2**20
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


class Report:
    """Prints what the tests kept. Memory is read after each of them: the first brings in all that there is to load."""

    def __init__(self):
        self.memory = []

    def pytest_runtest_teardown(self, item):
        self.memory.append((item.name, megabytes()))

    def pytest_terminal_summary(self, terminalreporter):
        for line in lines():
            terminalreporter.write_line(line)
        for name, size in self.memory:
            terminalreporter.write_line(f"memory after {name}: {size:.0f} MB")


if __name__ == "__main__":
    os.environ["ICESCO_FUZZ_REQUESTS"] = sys.argv[1] if len(sys.argv) > 1 else "200000"
    os.environ.setdefault("ICESCO_SAMPLE_SEED", os.urandom(4).hex())
    folder = str(Path(__file__).parent)
    sys.exit(
        pytest.main(
            ["-q", "-p", "no:cacheprovider", "-p", "no:logging", "--show-capture=no", folder], plugins=[Report()]
        )
    )
