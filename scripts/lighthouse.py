"""`make lighthouse`: Lighthouse's mobile profile on home, list and story of the served demo, in Arabic and English.

Each page RUNS times (5 by default), of which the median counts. Ends with status 1 when a page misses a goal. The
whole reports are kept in var/lighthouse/. Needs no network once the tools are installed.
"""

import json
import os
import re
import signal
import statistics
import subprocess
import sys
import tempfile
import urllib.request

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

from scripts import python_version  # after the path above

python_version.require()

from scripts import installation, node_tools
from scripts.chromium import HOW_TO_GET, find_chromium
from scripts.demo_site import demo_site
from scripts.refusal import Refused, one_sentence, say

LANGUAGES = ("ar", "en")
RESULTS = installation.ROOT / "var" / "lighthouse"
GOALS = {"performance": 95, "accessibility": 100, "best-practices": 100, "seo": 100}
FIGURES = {
    "LCP ms": "largest-contentful-paint",
    "CLS": "cumulative-layout-shift",
    "TBT ms": "total-blocking-time",
    "bytes": "total-byte-weight",
}
CHROMIUM = "--headless=new --no-sandbox --disable-gpu --disable-dev-shm-usage --disable-background-networking"
LONGEST_SECONDS = 300
TRIES = 3
PATIENCE = ["--max-wait-for-fcp=60000", "--max-wait-for-load=90000"]  # on a busy machine nothing is painted for long


def main():
    """Serve the demo, measure each page, print the table; returns the exit status."""
    os.chdir(installation.ROOT)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that the server it started ends too
    runs = number_of_runs()
    chromium = find_chromium()
    if not chromium:
        raise Refused(f"Lighthouse needs Chromium: {HOW_TO_GET}.")
    python = installation.install("setup")
    command = node_tools.lighthouse()
    RESULTS.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="icesco-lighthouse-") as folder:
        say("preparing the demo")
        with demo_site(folder, python) as origin:
            measured = {
                name: [report(command, chromium, address, f"{name}-{number}") for number in range(1, runs + 1)]
                for name, address in pages(origin).items()
            }
    return tell({name: median(reports) for name, reports in measured.items()}, runs)


def number_of_runs():
    """RUNS of the environment: 1–25. Raises Refused."""
    text = os.environ.get("RUNS") or "5"
    if not re.fullmatch(r"[1-9]|1[0-9]|2[0-5]", text):
        raise Refused(f"RUNS must be a number from 1 to 25, not {text!r}.")
    return int(text)


def pages(origin):
    """{name: address} of what is measured: the story is the first one of the list."""
    found = {}
    for language in LANGUAGES:
        news = f"{origin}/{language}/news/"
        with urllib.request.urlopen(news, timeout=30) as answer:  # noqa: S310  our own server
            story = re.search(rf'href="(/{language}/\d{{4}}/\d\d/\d\d/[^"]+)"', answer.read().decode())
        found |= {f"home-{language}": f"{origin}/{language}/", f"list-{language}": news}
        found[f"story-{language}"] = origin + story[1]
    return found


def report(command, chromium, address, name):
    """One run of Lighthouse: its report, which is kept under `name` as well. Raises Refused when it failed again.

    Lighthouse now and then loses the beginning of its own recording on a busy machine; nothing is measured then.
    """
    for _attempt in range(TRIES - 1):
        try:
            return try_report(command, chromium, address, name)
        except Refused as failure:
            say(f"once more: {failure}")
    return try_report(command, chromium, address, name)


def try_report(command, chromium, address, name):
    say(name)
    path = RESULTS / f"{name}.json"
    path.unlink(missing_ok=True)
    options = ["--quiet", "--output=json", f"--output-path={path}", f"--chrome-flags={CHROMIUM}"]
    options += [f"--only-categories={','.join(GOALS)}", "--no-enable-error-reporting", *PATIENCE]
    status, words = run([*command, address, *options], {**os.environ, "CHROME_PATH": chromium})
    found = json.loads(path.read_text(encoding="utf-8")) if path.exists() and status == 0 else {}
    if not found or found.get("runtimeError"):
        raise Refused(f"Lighthouse failed on {address}: {found.get('runtimeError') or words[-500:]}")
    return found


def run(words, environment):
    """Run Lighthouse; returns its exit status and what it said. Raises Refused when it takes too long."""
    with subprocess.Popen(
        words, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as process:
        try:
            said, _nothing = process.communicate(timeout=LONGEST_SECONDS)
        except BaseException as reason:
            # Only interrupted does it end the browser that it started.
            process.send_signal(signal.SIGINT)
            process.communicate()
            if isinstance(reason, subprocess.TimeoutExpired):
                raise Refused(f"Lighthouse took more than {LONGEST_SECONDS} seconds; is the machine busy?") from None
            raise
    return process.returncode, said


def median(reports):
    """{column: median over the reports}, and under "missed" the audits that cost points in any of them."""
    row = {name: round(statistics.median(one["categories"][name]["score"] for one in reports) * 100) for name in GOALS}
    for name, audit in FIGURES.items():
        row[name] = round(statistics.median(one["audits"][audit]["numericValue"] for one in reports), 3)
    row["missed"] = sorted({audit for one in reports for audit in missed(one)})
    return row


def missed(found):
    """Audits of a report that cost points in a category."""
    for name in GOALS:
        for part in found["categories"][name]["auditRefs"]:
            score = found["audits"][part["id"]]["score"]
            if part["weight"] and score is not None and score < 0.9:
                yield f"{name}: {part['id']}"


def tell(rows, runs):
    """Print the table, keep it in var/lighthouse/, and return the exit status."""
    columns = [*GOALS, *FIGURES]
    lines = [f"{'median of ' + str(runs):<12}" + "".join(f"{column:>16}" for column in columns)]
    for name, row in rows.items():
        lines.append(f"{name:<12}" + "".join(f"{row[column]:>16g}" for column in columns))
    failures = [
        f"{name}: {goal} {row[goal]}, at least {least} is the goal ({', '.join(row['missed'])})"
        for name, row in rows.items()
        for goal, least in GOALS.items()
        if row[goal] < least
    ]
    text = "\n".join([*lines, *failures, "All goals met." if not failures else f"{len(failures)} goals missed."])
    (RESULTS / "table.txt").write_text(text + "\n", encoding="utf-8")
    print(text, flush=True)
    return 1 if failures else 0


if __name__ == "__main__":
    with one_sentence():
        sys.exit(main())
