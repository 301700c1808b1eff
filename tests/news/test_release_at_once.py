"""A reader in another process never sees half of a release.

"Half" means: some of the marked languages public while others are not. What a reader sees is one query's answer, for
each query is one snapshot (READ COMMITTED on PostgreSQL, WAL on SQLite). A page asks several queries, so it is held to
what it shows: once a page of the release has been public, every page looked at afterwards is, and each links all the
others. A page that began before the instant may still be answered with 404, or with the words of before.
"""

import json
import os
import sqlite3
import subprocess
import sys
from datetime import timedelta
from pathlib import Path
from urllib.parse import quote

import pytest
from django.db import connection
from django.utils import timezone

from news.models import Edition, Release
from tests.news.test_releases import LANGUAGES, make_story

ROOT = Path(__file__).resolve().parent.parent.parent
NONE, ALL = [], ["ar", "en", "fr"]


def database_of_its_own(folder):
    """The DATABASE_URL at which other processes find what this test wrote."""
    if connection.vendor == "sqlite":
        # The tests' own lives in this process's memory.
        path = folder / "shared.sqlite3"
        with sqlite3.connect(path) as copy:
            connection.connection.backup(copy)
        copy.close()
        return f"sqlite:///{path}"
    own = connection.settings_dict
    password = f":{quote(own['PASSWORD'], safe='')}" if own["PASSWORD"] else ""
    user = f"{quote(own['USER'] or '', safe='')}{password}"
    if str(own["HOST"]).startswith("/"):
        return f"postgres://{user}@/{own['NAME']}?host={quote(own['HOST'])}"
    return f"postgres://{user}@{own['HOST']}:{own['PORT'] or 5432}/{own['NAME']}"


def start(folder, database, *arguments):
    """A process of tests.news.release_processes that talks through its pipes."""
    environment = {
        **os.environ,
        "DATABASE_URL": database,
        "DJANGO_SETTINGS_MODULE": "icesco.settings",
        "ICESCO_VAR": str(folder),
    }
    command = [sys.executable, "-m", "tests.news.release_processes", *map(str, arguments)]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    return subprocess.Popen(command, cwd=ROOT, env=environment, text=True, **pipes)


@pytest.mark.django_db(transaction=True)
def test_no_reader_in_another_process_sees_half_of_a_release(tmp_path):
    story, due_at = make_story(), timezone.now() - timedelta(seconds=1)
    day = timezone.localdate(due_at)
    for language, edition in story.items():
        edition.set_address(f"forum-{language}", day)
    paths = [Edition.objects.get(pk=story[language].pk).get_absolute_url() for language in LANGUAGES]
    key = story["en"].article_id
    Release.arrange(story["en"].article, LANGUAGES, due_at)
    database = database_of_its_own(tmp_path)

    with start(tmp_path, database, "read", key, *paths) as reader, start(tmp_path, database, "apply") as applier:
        assert [reader.stdout.readline(), applier.stdout.readline()] == ["ready\n", "ready\n"]
        applied = applier.communicate("go\n", timeout=30)[0]
        seen = json.loads(reader.communicate(timeout=30)[0])

    assert json.loads(applied) == [3, 0]
    assert seen["live"] == [NONE, ALL]
    assert seen["titles"] == [[None, None, None], ["منتدى", "Forum", "Le forum"]]
    statuses = [status for _path, status, _missing in seen["pages"]]
    assert statuses == sorted(statuses, reverse=True)  # 404 until the instant, 200 from then on
    assert set(statuses) == {200, 404}
    assert sum(missing for _path, _status, missing in seen["pages"]) == 0
