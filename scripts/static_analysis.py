"""Bandit over everything but the tests: a finding needs a mend or a reason in pyproject.toml.

Bandit itself can leave a rule out everywhere or a line by a comment; here, as ruff does, a rule is left out for the
files whose reason fits. An exception that excuses nothing any more is a finding too.
"""

import json
import os
import subprocess
import sys
import tomllib
from fnmatch import fnmatch
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ("icesco", "news", "people", "feedback", "scripts", "benchmarks", "manage.py")


def main():
    """Print what is left; returns the exit status."""
    left, idle = judge(findings(), exceptions())
    for finding in left:
        print(f"{finding['filename']}:{finding['line_number']}: {finding['test_id']} {finding['issue_text']}")
    for exception in idle:
        print(f"pyproject.toml: {', '.join(exception['rules'])} in {exception['files']} excuses nothing")
    print("bandit: " + (f"{len(left) + len(idle)} findings" if left or idle else "nothing without a reason"))
    return 1 if left or idle else 0


def findings():
    """Bandit's findings as a list of dicts with filename (below the root), line_number, test_id, issue_text.

    Raises CalledProcessError where bandit itself failed, and ValueError where it could not read a file.
    """
    words = [sys.executable, "-m", "bandit", "--quiet", "--exit-zero", "--format", "json", "--recursive", *SOURCES]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=True)
    told = json.loads(done.stdout)
    if told["errors"]:
        raise ValueError(told["errors"])
    return [{**found, "filename": os.path.normpath(found["filename"])} for found in told["results"]]


def exceptions():
    """The table in pyproject.toml: a list of dicts with files (a pattern), rules and reason."""
    read = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return read["tool"]["icesco"]["bandit"]


def judge(found, excused):
    """(findings without an exception, exceptions that excuse none of them)."""
    used, left = [], []
    for finding in found:
        fitting = [one for one in excused if is_excused(finding, one)]
        used.extend(fitting)
        if not fitting:
            left.append(finding)
    return left, [one for one in excused if one not in used]


def is_excused(finding, exception):
    return finding["test_id"] in exception["rules"] and fnmatch(finding["filename"], exception["files"])


if __name__ == "__main__":
    sys.exit(main())
