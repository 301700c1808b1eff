"""Kills workers and stops the database while ratings and drafts come in; counts what was acknowledged and is there.

See benchmarks/README.md. Exits 1 when anything acknowledged is missing or there twice, or when the site is slow to say
that the database is away or to come back.
"""

import argparse
import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from contextlib import ExitStack
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from scripts import postgres

ROOT = Path(__file__).resolve().parent.parent
PORT = 8959
DURABLE = {"max_connections": "60"}  # all else as PostgreSQL has it: nothing acknowledged may be lost by a setting
MOST_SECONDS_TO_SAY_AWAY, MOST_SECONDS_TO_COME_BACK = 3, 5


def main():
    args = arguments()
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="icesco-faults-")))
        database = None
        if args.database == "postgresql":
            database = stack.enter_context(postgres.temporary_cluster(postgres.program_folders()[0]))
            database.start(DURABLE)
        prepare(folder, database)
        from benchmarks.faults_load import burst
        from benchmarks.ratings_load import wait_for

        server = stack.enter_context(Application())
        wait_for(PORT)
        faults = Faults(server, database, args)
        acknowledged, tried = burst(PORT, args.posts, args.clients, faults.inject)
        wait_for(PORT)
        is_sound = tell(acknowledged, tried, faults)
        if database:
            is_sound &= away_and_back(database)
    sys.exit(0 if is_sound else 1)


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--database", choices=["sqlite", "postgresql"], default="postgresql")
    parser.add_argument("--posts", type=int, default=5_000, help="acknowledged ratings and drafts to wait for")
    parser.add_argument("--clients", type=int, default=8)
    parser.add_argument("--kills", type=int, default=100, help="SIGKILLs of workers during the burst")
    parser.add_argument("--stops", type=int, default=50, help="immediate stops of the database during the burst")
    return parser.parse_args()


def prepare(folder, database):
    """Settings in the environment and tables. Django is set up in this process too, to look and count."""
    os.environ.update(
        DJANGO_SETTINGS_MODULE="icesco.settings",
        ICESCO_VAR=str(folder),
        ICESCO_ORIGIN=f"http://127.0.0.1:{PORT}",
        ICESCO_TRUSTED_PROXIES="1",
        DATABASE_URL=database.url("postgres") if database else f"sqlite:///{folder}/icesco.sqlite3",
    )
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)


class Application:
    """Two workers that come back when they die, as the shipped unit has them."""

    def __enter__(self):
        self.process = subprocess.Popen(
            [
                *(sys.executable, "-m", "granian", "--interface", "wsgi", "--no-ws", "--workers", "2"),
                *("--blocking-threads", "4", "--respawn-failed-workers", "--respawn-interval", "0.1"),
                *("--log-level", "critical", "--port", str(PORT), "icesco.wsgi:application"),
            ],
            cwd=ROOT,
            stderr=subprocess.DEVNULL,  # the log of what breaks, each time
        )
        return self

    def __exit__(self, *_error):
        self.process.terminate()
        self.process.wait(timeout=30)

    def workers(self):
        """The process ids of the workers that are alive."""
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text()
        return [int(pid) for pid in children.split() if b"granian" in commandline(pid)]


def commandline(pid):
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return b""


class Faults:
    """Kills and stops, spread over the burst. done: how many there were of each."""

    def __init__(self, server, database, args):
        self.server, self.database = server, database
        self.wanted = {"kills": args.kills, "stops": args.stops if database else 0}
        self.done, self.lock = Counter(), threading.Lock()

    def inject(self, share):
        """Bring the faults up to this share of the burst, 0 to 1."""
        if not self.lock.acquire(blocking=False):
            return  # somebody else is at it
        try:
            if self.done["kills"] < self.wanted["kills"] * share and (workers := self.server.workers()):
                os.kill(workers[self.done["kills"] % len(workers)], signal.SIGKILL)
                self.done["kills"] += 1
            if self.done["stops"] < self.wanted["stops"] * share:
                self.database.stop_at_once()
                self.done["stops"] += 1
                self.database.start(DURABLE)
        finally:
            self.lock.release()


def tell(acknowledged, tried, faults):
    """Print what became of everything that was sent; whether each acknowledged one is there once."""
    from django.db import connections

    connections.close_all()
    is_sound = True
    for kind, stored in (("ratings", stored_comments()), ("drafts", stored_titles())):
        missing = [key for key in acknowledged[kind] if not stored[key]]
        twice = [key for key in tried[kind] if stored[key] > 1]
        unasked = len([key for key in tried[kind] if stored[key] and key not in acknowledged[kind]])
        print(
            f"{kind}: {len(tried[kind])} sent, {len(acknowledged[kind])} acknowledged, {len(missing)} of them missing, "
            f"{len(twice)} there twice, {unasked} there without an answer that said so"
        )
        is_sound &= not missing and not twice
    print(f"faults: {dict(faults.done)} of {faults.wanted}", flush=True)
    return is_sound and all(faults.done[kind] >= number for kind, number in faults.wanted.items())


def stored_comments():
    from feedback.models import Rating

    return Counter(Rating.objects.values_list("comment", flat=True))


def stored_titles():
    from news.models import Revision

    return Counter(Revision.objects.values_list("title", flat=True))


def away_and_back(database):
    """Whether pages say in time that the database is away, and are back in time when it is."""
    from benchmarks.faults_load import get

    database.stop_at_once()
    answers = [get(PORT, address) for address in ("/en/", "/ar/news/", "/fr/member-states/", "/api/v1/editions/") * 5]
    slowest = max(answer.seconds for answer in answers)
    said = Counter((answer.status, answer.retry_after) for answer in answers)
    began = time.monotonic()
    database.start(DURABLE)
    while get(PORT, "/en/").status != 200 and time.monotonic() - began < 60:
        time.sleep(0.05)
    back = time.monotonic() - began
    print(
        f"database away: {dict(said)} (status, Retry-After), the slowest after {slowest:.2f} s; back after {back:.2f} s"
    )
    return set(said) == {(503, "5")} and slowest <= MOST_SECONDS_TO_SAY_AWAY and back <= MOST_SECONDS_TO_COME_BACK


if __name__ == "__main__":
    main()
