"""Measures how many pages a second the application gives, beside an empty view: see benchmarks/README.md."""

import argparse
import http.client
import os
import re
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.scratch import connected, scratch_database

ROOT = Path(__file__).resolve().parent.parent
PORT = 8958
HOME = f"http://127.0.0.1:{PORT}"
THREADS, CONNECTIONS = 2, 8
DRAWN = {"DJANGO_SETTINGS_MODULE": "benchmarks.uncached"}


def main():
    args = arguments()
    if not shutil.which("wrk"):
        sys.exit("wrk is missing: apt install wrk")
    with tempfile.TemporaryDirectory(prefix="icesco-pages-") as var:
        environment = prepared(args.server, var)
        story = first_story(environment)
        asked = {"home": "/en/", "list": "/en/news/", "story": story}
        rates = {
            "empty view": [],
            **{f"{name}, drawn": [] for name in asked},
            **{f"{name}, kept": [] for name in asked},
        }
        for _round in range(args.rounds):
            with served("benchmarks.empty:application", environment):
                rates["empty view"].append(rate("/", args.seconds))
            for how, more in (("drawn", DRAWN), ("kept", {})):
                with served("icesco.wsgi:application", {**environment, **more}):
                    for name, address in asked.items():
                        rates[f"{name}, {how}"].append(rate(address, args.seconds))
    tell(rates)


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--server", help="PostgreSQL, without a database; SQLite when it is missing")
    parser.add_argument("--seconds", type=int, default=5, help="how long each page is asked for")
    parser.add_argument("--rounds", type=int, default=3)
    return parser.parse_args()


def prepared(server, var):
    """The environment of a newsroom with the demo, in the folder `var` or the database icesco_pages."""
    environment = {**os.environ, "ICESCO_VAR": var, "ICESCO_ORIGIN": HOME, "PYTHONPATH": str(ROOT)}
    if server:
        with connected(server) as connection:
            connection.execute("DROP DATABASE IF EXISTS icesco_pages")
        environment["DATABASE_URL"] = scratch_database(server, "icesco_pages")
    command = [sys.executable, "manage.py", "prepare", "--demo"]
    subprocess.run(command, cwd=ROOT, env=environment, check=True, stdout=subprocess.DEVNULL)
    return environment


@contextmanager
def served(application, environment):
    """One worker on the first core, as `manage.py serve` has it; the client gets the second core."""
    command = [
        *("taskset", "-c", "0", sys.executable, "-m", "granian", "--interface", "wsgi", "--no-ws"),
        *("--workers", "1", "--blocking-threads", "4", "--port", str(PORT), "--log-level", "error", application),
    ]
    process = subprocess.Popen(command, cwd=ROOT, env={"DJANGO_SETTINGS_MODULE": "icesco.settings", **environment})
    try:
        wait_for_answer()
        yield
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(timeout=30)


def wait_for_answer():
    for _try in range(200):
        try:
            return fetched("/")
        except OSError:
            time.sleep(0.1)
    sys.exit("the server did not start")


def fetched(address):
    """The body of an answer, whatever its status. Raises OSError where nobody answers."""
    connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=5)
    try:
        connection.request("GET", address)
        return connection.getresponse().read()
    finally:
        connection.close()


def first_story(environment):
    """The address of the newest English story."""
    with served("icesco.wsgi:application", environment):
        page = fetched("/en/news/").decode()
    return re.search(r'href="(/en/\d{4}/\d\d/\d\d/[^"]+/)"', page)[1]


def rate(address, seconds):
    """Answers a second, once it is warm. Stops the benchmark when any is not 200."""
    for _time in range(5):
        fetched(address)
    command = ["taskset", "-c", "1", "wrk", "-t", str(THREADS), "-c", str(CONNECTIONS), "-d", f"{seconds}s"]
    told = subprocess.run(
        [*command, "-H", "Accept-Encoding: gzip", HOME + address], capture_output=True, text=True, check=True
    ).stdout
    if "Non-2xx" in told:
        sys.exit(f"{address}: {told}")
    return float(re.search(r"Requests/sec:\s+([\d.]+)", told)[1])


def tell(rates):
    empty = statistics.median(rates["empty view"])
    print("| page | answers a second (median) | of the empty view |\n|---|---:|---:|")
    for name, found in rates.items():
        median = statistics.median(found)
        print(f"| {name} | {median:,.0f} | {median / empty:.3f} |")


if __name__ == "__main__":
    main()
