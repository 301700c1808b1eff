"""`python -m tests.icesco.backup.newsroom make|ask`, run in a host's environment.

make fills it with the demo, ask tells as JSON what it shows. In a process of its own: settings, and what Django keeps
of a database, belong to a process.
"""

import json
import os
import sys
from datetime import UTC, datetime
from unittest import mock

import django
from django.conf import settings

# By date: what is most relevant each database weighs in its own way.
SEARCHES = ("/en/search/?q=education&sort=date", "/fr/search/?q=éducation&sort=date", "/ar/search/?q=التربية&sort=date")
PAGES = ("/en/", "/ar/", "/fr/", "/en/news/", "/ar/people/", "/fr/member-states/", "/ar/feed/", "/sitemap.xml")


def main(act):
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "icesco.settings")
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}  # nothing is collected here
    settings.STORAGES = {**settings.STORAGES, "staticfiles": plain}
    django.setup()
    {"make": make, "ask": ask}[act]()


def make():
    """The demo with plain pictures and a few ratings, and rows of which the demo has none."""
    from django.core.management import call_command
    from PIL import Image

    from icesco.demo import loading

    call_command("migrate", verbosity=0)
    call_command("load_reference", verbosity=0)
    picture = mock.patch.object(loading, "draw", return_value=Image.new("RGB", (1600, 900), "teal"))
    ratings = mock.patch.object(loading, "make_demo_ratings")
    with picture, ratings:
        loading.load_demo()
    call_command("rebuild_memory", verbosity=0)  # the demo approves texts past the desk, which would remember them
    add_odd_rows()


def add_odd_rows():
    """Empty and missing, marks that nobody sees, large numbers, times to the microsecond, nested JSON."""
    from django.contrib.auth import get_user_model

    from feedback.models import ExportLog, Recognition
    from feedback.models.visitor import DailyKey
    from news.models import Article, Publication, Term
    from tests.feedback.ratings import make_rating

    user = get_user_model().objects.create_superuser("مدير", "", "a long test password")
    Term.objects.create(ar="\u2067مرحبا\u2069 \u200f", en="line\u2028end \\N \t \\", fr="l’été ₁ 𝄞", note='"')
    ExportLog.objects.create(by=user, request={"z": [None, "", 0, {"ب": "\\."}], "a": 2**40}, rows=2**60, sha256="")
    Publication.objects.filter(pk=Publication.objects.first().pk).update(failure={})
    for month in (1, 2, 11):
        make_rating(at=datetime(2025, month, 28, 23, 59, 59, 999_999, tzinfo=UTC), comment="\u202b نص\n\r\n")
    day = datetime.now(UTC).date()
    DailyKey.of(day)
    digests = dict.fromkeys(("visitor", "browser", "network", "content"), b"\0\xff")
    Recognition.objects.create(day=day, at=datetime.now(UTC), rating_id=1, is_counted=True, **digests)
    article = Article.objects.create(source_language="ar")
    article.delete()  # its number must not come again


def ask():
    """{"pages": {address: text}, "queue", "memory": rows, "next": the key of the next article, "visitors": count}."""
    from django.test import Client

    from feedback.models import Recognition
    from news.models import Article, Edition, MemoryUnit, WorkItem

    client = Client(headers={"host": "127.0.0.1"})
    stories = [edition.get_absolute_url() for edition in Edition.objects.live().order_by("pk")]
    answers = {address: client.get(address) for address in [*PAGES, *SEARCHES, *stories]}
    queue = WorkItem.objects.order_by("article", "language").values_list("article", "language", "kind", "state")
    memory = MemoryUnit.objects.order_by("article", "target_language", "position")
    told = {
        "pages": {address: [answer.status_code, body_of(answer)] for address, answer in answers.items()},
        "queue": list(queue),
        "memory": list(memory.values_list("article", "target_language", "source_text", "target_text")),
        "visitors": Recognition.objects.count(),
        "next": Article.objects.create(source_language="ar").pk,
    }
    json.dump(told, sys.stdout)


def body_of(answer):
    return (b"".join(answer.streaming_content) if answer.streaming else answer.content).decode()


if __name__ == "__main__":
    main(sys.argv[1])
