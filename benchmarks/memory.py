"""Measures how the time of finding earlier translations grows with the memory: see benchmarks/README.md."""

import argparse
import os
import random
import statistics
import subprocess
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.scratch import scratch_database

ROOT = Path(__file__).resolve().parent.parent
SENTENCES = 60  # of a page: a third said before, a third nearly so, a third new


def main():
    args = arguments()
    if args.one:
        print(measure(args))
        return
    medians = {}
    for units in args.units:
        answer = subprocess.run(
            [sys.executable, __file__, "--one", "--units", str(units), "--server", args.server,
             "--rounds", str(args.rounds)],
            stdout=subprocess.PIPE, check=True, text=True,
        )  # fmt: skip
        *_rest, row, median = answer.stdout.strip().splitlines()
        medians[units] = float(median)
        print(row, flush=True)
    least, most = min(medians), max(medians)
    print(f"{most / least:,.0f} times the units: {medians[most] / medians[least]:.1f} times the time")


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--server", default="sqlite", help="PostgreSQL, without a database, or “sqlite” (in var/)")
    parser.add_argument("--units", type=int, nargs="+", default=[1_000, 100_000])
    parser.add_argument("--rounds", type=int, default=20, help="how many pages are asked")
    parser.add_argument("--one", action="store_true", help=argparse.SUPPRESS)
    return parser.parse_args()


def database(args):
    """The address of a scratch database for this number of units, made unless it is there."""
    name = f"icesco_benchmark_memory_{args.units[0]}"
    if args.server == "sqlite":
        (ROOT / "var").mkdir(exist_ok=True)
        return f"sqlite:///{ROOT}/var/{name}.sqlite3"
    return scratch_database(args.server, name)


def measure(args):
    """A row for the table and, on a line of its own, the median in ms."""
    import django

    os.environ["DATABASE_URL"] = database(args)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "icesco.settings")
    django.setup()
    from django.core.management import call_command

    from benchmarks.memory_data import Sentences, load
    from news.models import MemoryUnit

    call_command("migrate", verbosity=0)
    sentences = Sentences()
    if not MemoryUnit.objects.exists():
        load(args.units[0], sentences, say)
        analyse()
    said = list(
        MemoryUnit.objects.order_by("pk").values_list("source_text", flat=True)[:: max(1, args.units[0] // 999)]
    )
    return report(args, pages(args, sentences, said))


def analyse():
    from django.db import connection

    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("VACUUM ANALYZE news_memorysentence, news_memoryunit")
        else:
            cursor.execute("ANALYZE")


def pages(args, sentences, said):
    """Times of each page in ms; candidates and texts with a match, a page."""
    from news.memory.matches import matches_for

    times, with_matches = [], []
    for number in range(args.rounds + 1):
        third = SENTENCES // 3
        before = random.sample(said, 2 * third)
        texts = before[:third] + [sentences.changed(text) for text in before[third:]]
        texts += [sentences.draw() for _ in range(third)]
        started = time.perf_counter()
        matches = matches_for(texts, "en", "fr")
        if number:  # the first one warms up
            times.append((time.perf_counter() - started) * 1000)
            with_matches.append(sum(map(bool, matches.values())))
    return times, with_matches


def report(args, measured):
    times, with_matches = measured
    median, worst = statistics.median(times), max(times)
    row = f"| {args.units[0]:,} | {statistics.mean(with_matches):.0f} | {median:.0f} | {worst:.0f} |"
    return f"{row}\n{median}"


def say(sentence):
    print(sentence, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
