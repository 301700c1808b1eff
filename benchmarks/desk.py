"""Measures the desk's list, queue and board at 200,000 stories in a scratch database: see benchmarks/README.md."""

import argparse
import os
import re
import statistics
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.scratch import scratch_database

LIST, QUEUE, BOARD = "/admin/news/article/", "/admin/news/article/queue/", "/admin/news/article/board/"
PAGES = {
    "list": LIST,
    "list, page 40": f"{LIST}?p=40",
    "list, missing in Arabic": f"{LIST}?state_ar=missing",
    "list, draft in English": f"{LIST}?state_en=draft",
    "list, in review in French": f"{LIST}?state_fr=in_review",
    "list, approved in Arabic": f"{LIST}?state_ar=approved",
    "list, scheduled in French": f"{LIST}?state_fr=scheduled",
    "list, expired in French": f"{LIST}?state_fr=expired",
    "list, withdrawn in French": f"{LIST}?state_fr=withdrawn",
    "list, newer draft in English": f"{LIST}?state_en=newer_draft",
    "list, behind in Arabic": f"{LIST}?state_ar=behind",
    "list, of a sector": f"{LIST}?sector={{sector}}",
    "list, imported": f"{LIST}?review=imported",
    "list, of a year's events": f"{LIST}?event_year=2015",
    "list, by event date": f"{LIST}?o=5",
    "list, search": f"{LIST}?q=199999",
    "queue, mine": QUEUE,
    "queue, page 20": f"{QUEUE}?page=20",
    "queue, all by due date": f"{QUEUE}?whose=all&sort=due",
    "queue, nobody's in French": f"{QUEUE}?language=fr&assignee=nobody",
    "queue, overdue": f"{QUEUE}?whose=all&due=overdue",
    "board, a year": BOARD,
    "board, by month": f"{BOARD}?by=month",
    "board, three years": f"{BOARD}?start=2020-01&end=2022-12",
    "board, a cell's stories": f"{BOARD}stories/?language=ar&state=missing",
    "board as CSV": "/admin/news/article/board.csv",
}
SCAN = re.compile(r"Seq Scan on (news_\w+)")


def main():
    args = arguments()
    prepare(args)
    connect(args)
    from django.core.management import call_command
    from django.db import connection

    from news.models import Article, WorkItem

    call_command("migrate", verbosity=0)
    call_command("load_reference", verbosity=0)
    if not Article.objects.exists():
        from benchmarks.desk_data import load

        load(args.stories, say)
    if not WorkItem.objects.exists():
        started = time.perf_counter()
        call_command("rebuild_queue", stdout=sys.stderr)
        say(f"rebuild_queue: {time.perf_counter() - started:.0f} s")
        with connection.cursor() as cursor:
            cursor.execute("VACUUM ANALYZE")
    report(args.rounds)


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--server", default="postgres://postgres@127.0.0.1:5432", help="PostgreSQL, without a database")
    parser.add_argument("--stories", type=int, default=200_000)
    parser.add_argument("--rounds", type=int, default=5, help="how often each page is asked for")
    return parser.parse_args()


def prepare(args):
    """Make the scratch database unless it is there; one for each number of stories."""
    args.database = f"icesco_desk_{args.stories}"
    scratch_database(args.server, args.database)


def connect(args):
    import django
    from django.conf import settings

    os.environ["DATABASE_URL"] = f"{args.server}/{args.database}"
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "icesco.settings")
    # The pages' style sheets are not what is measured.
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = {**settings.STORAGES, "staticfiles": plain}
    django.setup()


def say(sentence):
    print(sentence, file=sys.stderr, flush=True)


def staff():
    """A translator and reviewer of French who has a hundred texts, half of them overdue; a chief with every right."""
    from datetime import timedelta

    from django.contrib.auth.models import Permission, User
    from django.utils import timezone

    from news.models import Assignment, WorkItem

    chief, _made = User.objects.get_or_create(username="chief", is_staff=True, is_superuser=True)
    user, is_new = User.objects.get_or_create(username="translator", is_staff=True)
    if is_new:
        names = ["view_article", "change_article", "write_fr", "review_fr"]
        user.user_permissions.set(Permission.objects.filter(codename__in=names))
        today = timezone.localdate()
        for number, item in enumerate(WorkItem.objects.filter(language="fr", step="write").order_by("-since")[:100]):
            due_on = today + timedelta(days=number - 50)
            Assignment.objects.create(
                article_id=item.article_id, language="fr", step="write", assignee=user, due_on=due_on
            )
    return {"chief": chief, "translator": user}


def report(rounds):
    from django.db import connection
    from django.test import Client

    from people.models import Sector

    sector = Sector.objects.first().slug
    print("| page | as | queries | p50, ms | slowest query, ms | tables read whole |\n|---|---|---:|---:|---:|---|")
    people = staff()
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")
    for who, user in people.items():
        client = Client(headers={"host": "127.0.0.1"})
        client.force_login(user)
        client.cookies["icesco_admin_language"] = "en"
        for name, address in PAGES.items():
            figures = measure(client, address.format(sector=sector), rounds)
            print(f"| {name} | {who} | {' | '.join(map(str, figures))} |", flush=True)


def measure(client, address, rounds):
    """(queries, median of the times in ms, ms of its slowest query, tables that a plan reads whole) of one page."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    times = []
    for _round in range(rounds + 1):  # the first one warms up
        started = time.perf_counter()
        with CaptureQueriesContext(connection) as queries:
            answer = client.get(address)
            if answer.streaming:
                list(answer.streaming_content)
        times.append((time.perf_counter() - started) * 1000)
        assert answer.status_code == 200, (address, answer.status_code)
    slowest = max(float(query["time"]) * 1000 for query in queries)
    scans = ", ".join(sorted(scanned([query["sql"] for query in queries]))) or "none"
    return len(queries), f"{statistics.median(times[1:]):.0f}", f"{slowest:.0f}", scans


def scanned(statements):
    """Tables of ours that the plans of the statements read whole, each with what was SET before it."""
    from django.db import connection, transaction

    found = set()
    with transaction.atomic(), connection.cursor() as cursor:
        for sql in statements:
            if sql.startswith("SET LOCAL"):
                cursor.execute(sql)
            elif sql.startswith(("SELECT", "(SELECT", "WITH")):
                cursor.execute(f"EXPLAIN {sql.replace('%', '%%')}", [])
                found |= set(SCAN.findall("\n".join(row[0] for row in cursor.fetchall())))
    return found


if __name__ == "__main__":
    main()
