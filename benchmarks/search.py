"""Measures search at a million stories in a scratch PostgreSQL database: see benchmarks/README.md."""

import argparse
import os
import statistics
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.scratch import scratch_database

MOST = 1_001
# Name: what is asked, as terms of stems; how the stories are narrowed; whether they are ranked.
W = "w{}".format


def questions():
    """The measured questions: {name: (terms, names of subjects, filters, is ranked)}. w1 is the most frequent word."""
    from news.search.words import subject_word

    return {
        "rare word": ([(W(40_000),)], [], True),
        "uncommon word": ([(W(5_000),)], [], True),
        "word of 1 story in 50": ([(W(1_000),)], [], True),
        "word of 1 story in 5": ([(W(100),)], [], True),
        "word of nearly all": ([(W(5),)], [], True),
        "word of nearly all, by date": ([(W(5),)], [], False),
        "word of 1 story in 50, by date": ([(W(1_000),)], [], False),
        "two frequent words": ([(W(20),), (W(30),)], [], True),
        "two words of 1 story in 5": ([(W(100),), (W(110),)], [], True),
        "frequent and rare": ([(W(5),), (W(40_000),)], [], True),
        "phrase of frequent words": ([(W(5), W(7))], [], True),
        "phrase of uncommon words": ([(W(150), W(200))], [], True),
        "phrase that nobody wrote": ([(W(90), W(30_000))], [], True),
        "five words": ([(W(n),) for n in (40, 60, 80, 100, 120)], [], True),
        "a person's name": ([("first7",), ("last207",)], [], True),
        "a frequent first name": ([("first7",)], [], True),
        "frequent word, one state": ([(W(5),)], [subject_word("member_state", 30)], True),
        "frequent word, a year long ago": ([(W(5),)], ["§en2010"], True),
        "uncommon word, sector and year": ([(W(1_000),)], [subject_word("sector", 2), "§en2020"], True),
        "no such word": ([("nowhere",)], [], True),
    }


def main():
    args = arguments()
    prepare(args)
    connect(args)
    from django.core.management import call_command
    from django.db import connection

    call_command("migrate", verbosity=0)
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM news_searchentry")
        if not cursor.fetchone()[0]:
            from benchmarks.search_data import load

            load(args.stories, say)
        cursor.execute("SELECT pg_size_pretty(pg_database_size(current_database()))")
        say(f"{args.stories:,} stories in {cursor.fetchone()[0]}")
    report(measure(args.rounds))


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--server", default="postgres://postgres@127.0.0.1:5432", help="PostgreSQL, without a database")
    parser.add_argument("--stories", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=20, help="how often each question is asked")
    return parser.parse_args()


def prepare(args):
    """Make the scratch database unless it is there; one for each number of stories."""
    args.database = f"icesco_benchmark_{args.stories}"
    scratch_database(args.server, args.database)


def connect(args):
    import django

    os.environ["DATABASE_URL"] = f"{args.server}/{args.database}"
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "icesco.settings")
    django.setup()


def say(sentence):
    print(sentence, file=sys.stderr, flush=True)


def measure(rounds):
    """Ask every question `rounds` times, in turns: {name: times in ms}."""
    times = {name: [] for name in questions()}
    for number in range(rounds + 1):
        for name, (terms, filters, is_ranked) in questions().items():
            started = time.perf_counter()
            ask(terms, filters, is_ranked)
            if number:  # the first round warms up
                times[name].append((time.perf_counter() - started) * 1000)
    return times


def ask(terms, filters, is_ranked):
    """What a search page asks of the database for its matches: names, then stories."""
    from news.search.names import named_subjects
    from news.search.question import Asked, question
    from news.search.stores import store
    from news.search.words import subject_word

    asked = Asked("en", tuple(terms))
    named = named_subjects({"en": asked.terms})
    words = {key: [subject_word(*subject) for subject in subjects] for key, subjects in named.items()}
    return store().newest(question(asked, words, filters), MOST, is_ranked)


def report(times):
    print("| question | matches, at most 1,001 | p50, ms | p95, ms |\n|---|---:|---:|---:|")
    everything = []
    for name, (terms, filters, is_ranked) in questions().items():
        found = len(ask(terms, filters, is_ranked))
        everything += times[name]
        print(f"| {name} | {found:,} | {statistics.median(times[name]):.1f} | {percentile(times[name]):.1f} |")
    print(f"| **all** | | **{statistics.median(everything):.1f}** | **{percentile(everything):.1f}** |")


def percentile(times):
    return statistics.quantiles(times, n=20)[-1]


if __name__ == "__main__":
    main()
