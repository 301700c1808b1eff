"""The stages of `make test`: each runs, its outcome is kept, and all are told together at the end."""

import re
import subprocess
import sys
import time
from dataclasses import dataclass

PARTS = ("SQLite", "PostgreSQL", "validator", "browser", "nginx")
NOTHING_RAN = 5  # pytest's status when no test was selected


@dataclass
class Outcome:
    """How one stage ended: `words` say more than its name, such as pytest's closing line; `parts`: those of PARTS."""

    name: str
    has_failed: bool
    words: str
    has_run: bool = True
    parts: tuple[str, ...] = ()


class Suite:
    """Runs stages with one Python and one environment and remembers how each of them ended."""

    def __init__(self, python, required, environment):
        self.python = str(python)
        self.required = required
        self.environment = environment
        self.outcomes = []

    def run(self, name, words, extra=None):
        """Run `python *words`, its output passing through; returns its exit status and that output's lines."""
        print(f"\n» {name}", flush=True)
        began = time.monotonic()
        status, lines = stream([self.python, *words], {**self.environment, **(extra or {})})
        self.outcomes.append(Outcome(name, status != 0, f"{time.monotonic() - began:.0f} s"))
        return status, lines

    def pytest(self, parts, words, extra=None):
        """Run pytest for some of PARTS together and keep its closing line."""
        status, lines = self.run(" and ".join(parts), ["-m", "pytest", *words], extra)
        closing = [line for line in lines if re.search(r"\b(passed|failed|errors?|no tests ran)\b.* in [\d.]+s", line)]
        outcome = self.outcomes[-1]
        outcome.parts = tuple(parts)
        outcome.has_run = bool(closing) and status != NOTHING_RAN
        if not outcome.has_run:
            outcome.words = "no test was selected" if status == NOTHING_RAN else f"pytest ended with status {status}"
        else:
            outcome.words = closing[-1].strip("= ")

    def leave_out(self, part, reason, is_required):
        """Note that one of PARTS can't run here, and why."""
        print(f"\n» {part}: did not run, {reason}", flush=True)
        self.outcomes.append(Outcome(part, is_required, reason, has_run=False))

    def tell(self):
        """Print every stage's outcome and which PARTS ran; returns the exit status."""
        print("\n» Summary")
        for outcome in self.outcomes:
            mark = "FAILED" if outcome.has_failed else "ok" if outcome.has_run else "not run"
            print(f"  {mark:<8} {outcome.name:<22} {outcome.words}")
        ran = [part for outcome in self.outcomes if outcome.has_run for part in outcome.parts]
        print(f"  Ran: {', '.join(ran) or 'none'} (of {', '.join(PARTS)}).")
        for outcome in self.outcomes:
            if not outcome.has_run:
                print(f"  Did not run: {outcome.name}; {outcome.words}.")
        failed = [outcome.name for outcome in self.outcomes if outcome.has_failed]
        print(f"  Failed: {', '.join(failed)}." if failed else "  All that ran passed.", flush=True)
        return 1 if failed else 0


def stream(words, environment):
    """Run a command, copying its output line by line; returns its exit status and the lines."""
    lines = []
    with subprocess.Popen(
        words,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
    ) as process:
        try:
            for line in process.stdout:
                sys.stdout.write(line)
                sys.stdout.flush()
                lines.append(line.rstrip("\n"))
        except BaseException:
            process.terminate()  # whoever ends `make test` ends its stage too
            raise
    return process.returncode, lines
