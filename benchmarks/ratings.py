"""Measures feedback in a scratch database: posts, the dashboard, rebuilding and exporting. See benchmarks/README.md."""

import argparse
import hashlib
import io
import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.scratch import connected, scratch_database

PORT = 8957
STORIES_A_DAY = 7
# A third of the answers are about today's stories, half about this week's, few about old ones; every fifth is about a
# page that stays. `chance` is the same in every run.
MADE_UP = """
INSERT INTO feedback_rating (score, comment, language, page_type, page_key, created_at, rated_on, device, channel,
  placement, label_version, scale_order, widget_version, seconds, is_demo)
SELECT 1 + (n * 7919 %% 5), '', (ARRAY['ar', 'en', 'fr'])[1 + n %% 3],
  CASE WHEN n %% 5 = 0 THEN (ARRAY['home', 'edition_list', 'search', 'sector_list'])[1 + n / 5 %% 4] ELSE 'article' END,
  CASE WHEN n %% 5 = 0 THEN (ARRAY['home', 'edition_list', 'search', 'sector_list'])[1 + n / 5 %% 4]
    ELSE 'article:' || greatest(1, story - floor(3000 * power(chance, 6))) END,
  at, (at AT TIME ZONE 'Africa/Casablanca')::date, (ARRAY['phone', 'computer'])[1 + n %% 2],
  (ARRAY['script', 'form'])[1 + n %% 7 / 6], 1, 1, 1, 2, 3 + n %% 60, false
FROM generate_series(1::bigint, %(rows)s) n,
  LATERAL (SELECT timestamptz '2024-11-01' + n * (interval '720 days' / %(rows)s),
    3000 + (n * 720 * %(stories)s) / %(rows)s, (hashint8(n) & 1048575) / 1048576.0) made (at, story, chance)
"""


def main():
    args = arguments()
    prepare(args)
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connection

    call_command("migrate", verbosity=0)
    call_command("load_reference", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    fill(args.rows, connection)
    if args.seconds:
        posts(args.seconds, args.clients)
    if args.rows:
        dashboard(args.rounds)
        rebuild()
        export()
        parquet()


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--server", default="postgres://postgres@127.0.0.1:5432", help="PostgreSQL, without a database")
    parser.add_argument("--rows", type=int, default=1_000_000, help="ratings that are there already; 0 for none")
    parser.add_argument("--seconds", type=int, default=60, help="how long answers are posted; 0 for not at all")
    parser.add_argument("--clients", type=int, default=16)
    parser.add_argument("--rounds", type=int, default=20)
    return parser.parse_args()


def prepare(args):
    """Make the scratch database unless it is there; one for each number of rows."""
    database = scratch_database(args.server, f"icesco_ratings_{args.rows}")
    with connected(args.server) as server:
        say(f"fsync {server.execute('SHOW fsync').fetchone()[0]}")
    os.environ.update(
        DATABASE_URL=database,
        DJANGO_SETTINGS_MODULE="icesco.settings",
        ICESCO_VAR=tempfile.mkdtemp(prefix="icesco-bench-"),
        ICESCO_ORIGIN=f"http://127.0.0.1:{PORT}",
        ICESCO_TRUSTED_PROXIES="1",
    )


def say(sentence):
    sys.stdout.write(f"{sentence}\n")
    sys.stdout.flush()


def fill(rows, connection):
    """Ratings of two years, made by the database, and their roll-ups."""
    from datetime import date

    from django.core.management import call_command

    from feedback import partitions
    from feedback.models import Rating

    if not rows or Rating.objects.exists():
        return
    partitions.ensure(date(2024, 10, 1), date(2026, 12, 31))
    started = time.perf_counter()
    with connection.cursor() as cursor:
        cursor.execute(MADE_UP, {"rows": rows, "stories": STORIES_A_DAY})
        cursor.execute("VACUUM ANALYZE")
    say(f"{rows:,} ratings made in {time.perf_counter() - started:.0f} s")
    started = time.perf_counter()
    call_command("rebuild_counts", stdout=io.StringIO())
    say(f"counted for the first time in {time.perf_counter() - started:.0f} s")


def percentile(times, share):
    return sorted(times)[min(int(len(times) * share), len(times) - 1)]


def posts(seconds, clients):
    """Post answers for so long and compare what was answered with what is stored."""
    from benchmarks.ratings_load import load, served
    from feedback.models import Rating

    before = Rating.objects.count() if Rating.objects.exists() else 0
    with served(PORT):
        times, refused = load(PORT, seconds, clients)
    from django.db import connection

    connection.close()
    stored = Rating.objects.count() - before
    say(
        f"posts: {len(times) / seconds:.0f}/s accepted for {seconds} s by {clients} clients, "
        f"p50 {percentile(times, 0.5) * 1000:.0f} ms, p95 {percentile(times, 0.95) * 1000:.0f} ms; "
        f"{len(times)} accepted, {stored} stored, {refused} refused"
    )


def dashboard(rounds):
    """The whole page of a year, as an analyst with every right."""
    from django.contrib.auth import get_user_model
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    user, _made = get_user_model().objects.get_or_create(username="bench", is_staff=True, is_superuser=True)
    client = Client(SERVER_NAME="127.0.0.1")
    client.force_login(user)
    for address in ("?start=2026-10-01&end=2026-10-30", "?start=2025-10-01&end=2026-09-30"):
        times = []
        for _round in range(rounds):
            with CaptureQueriesContext(connection) as queries:
                started = time.perf_counter()
                answer = client.get(f"/admin/feedback/rating/dashboard/{address}")
                times.append(time.perf_counter() - started)
            if answer.status_code != 200:
                raise SystemExit(f"the dashboard answered {answer.status_code}")
        raw = sum('"feedback_rating"' in query["sql"] for query in queries)
        say(
            f"dashboard {address}: p50 {statistics.median(times) * 1000:.0f} ms, "
            f"p95 {percentile(times, 0.95) * 1000:.0f} ms, "
            f"{len(queries)} queries, {raw} of them on the ratings"
        )


def rebuild():
    from django.core.management import call_command

    started = time.perf_counter()
    call_command("rebuild_counts", stdout=io.StringIO())
    say(f"rebuild_counts: {time.perf_counter() - started:.0f} s")


def export():
    """All answers, raw, as they go to the browser: until the first byte, and how fast."""
    import resource
    from datetime import date

    from feedback.exports.files import file_blocks
    from feedback.exports.request import Export, settled_moment
    from feedback.exports.tally import RowTally
    from feedback.filters import Filters

    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    asked = Export(Filters(date(2024, 11, 1), date(2026, 11, 30)), settled_moment())
    started = time.perf_counter()
    first, size, digest = None, 0, hashlib.sha256()
    for block in file_blocks(asked, asked.months(), RowTally()):
        if first is None and size:
            first = time.perf_counter() - started
        size += len(block)
        digest.update(block)
    took = time.perf_counter() - started
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    say(
        f"export: {size / 1e6:.0f} MB in {took:.1f} s, {size / 1e6 / took:.1f} MB/s, "
        f"first rows after {first or took:.2f} s, peak grew by {grown:.0f} MB"
    )


def parquet():
    """All answers as monthly Parquet files."""
    import resource

    from django.core.management import call_command

    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with tempfile.TemporaryDirectory() as folder:
        started = time.perf_counter()
        call_command("export_ratings", folder, format="parquet", stdout=io.StringIO())
        took = time.perf_counter() - started
        size = sum(path.stat().st_size for path in Path(folder).rglob("*.parquet"))
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    say(f"parquet: {size / 1e6:.0f} MB in {took:.1f} s, peak grew by {grown:.0f} MB")


if __name__ == "__main__":
    main()
