"""How the newsroom stands, as those see it who are woken at night."""

import json
from datetime import UTC, timedelta

import pytest
from django.db import DatabaseError
from django.utils import timezone

from icesco.watching import newsroom
from icesco.watching.newsroom import NewsroomCollector, backup_age, standings
from news.models.publication import apply_due
from tests.factories import make_edition, update_edition

pytestmark = pytest.mark.django_db


def test_editions_live_and_behind_are_counted_by_language():
    source = make_edition(language="en")
    make_edition(source.article, "ar", follows=source.live_revision)
    update_edition(source, title="Said otherwise since")
    make_edition(language="en")

    found = standings()

    assert found.live == {"ar": 1, "en": 2, "fr": 0}
    assert found.behind == {"ar": 1, "en": 0, "fr": 0}


def test_what_is_scheduled_is_to_come_and_then_overdue_until_it_is_applied():
    now = timezone.now()
    make_edition(due_at=now + timedelta(minutes=1), now=now)

    before, after = standings(now), standings(now + timedelta(minutes=4))
    apply_due(now + timedelta(minutes=4))
    applied = standings(now + timedelta(minutes=4))

    assert (before.to_come, before.overdue, before.overdue_seconds) == (1, 0, 0)
    assert (after.to_come, after.overdue, after.overdue_seconds) == (0, 1, 180)
    assert (applied.to_come, applied.overdue, applied.overdue_seconds) == (0, 0, 0)


def test_the_standings_take_two_queries_however_much_there_is(django_assert_num_queries):
    for _ in range(5):
        make_edition()

    with django_assert_num_queries(2):
        standings()


def test_the_database_is_asked_twice_a_minute_at_most(django_assert_num_queries, monkeypatch):
    collector, clock = NewsroomCollector(), [1000.0]
    monkeypatch.setattr(newsroom.time, "monotonic", lambda: clock[0])
    list(collector.collect())

    with django_assert_num_queries(0):
        list(collector.collect())
    clock[0] += newsroom.KEPT_SECONDS
    with django_assert_num_queries(2):
        list(collector.collect())


def values(collector):
    return {family.name: [sample.value for sample in family.samples] for family in collector.collect()}


def test_a_database_that_is_away_is_said_and_nothing_old_is_shown(monkeypatch):
    collector, clock = NewsroomCollector(), [1000.0]
    monkeypatch.setattr(newsroom.time, "monotonic", lambda: clock[0])
    assert values(collector)["icesco_database_up"] == [1]

    def away(now=None):
        raise DatabaseError

    monkeypatch.setattr(newsroom, "standings", away)
    clock[0] += newsroom.KEPT_SECONDS

    assert values(collector) == {"icesco_database_up": [0]}


@pytest.mark.parametrize("form", ["%Y-%m-%dT%H:%M:%S+00:00", "%Y-%m-%dT%H:%M:%SZ", "%Y-%m-%dT%H:%M:%S"])
def test_the_newest_backups_age_is_read_off_its_file(settings, tmp_path, form):
    settings.VAR_DIR = tmp_path
    made_at = timezone.now().replace(microsecond=0)
    told = made_at.astimezone(UTC).strftime(form)
    (tmp_path / "last-backup.json").write_text(json.dumps({"made_at": told, "size": 3}))

    assert backup_age(made_at + timedelta(hours=2)) == 7200


@pytest.mark.parametrize("text", [None, "", "{", "[]", "3", "{}", '{"made_at": null}', '{"made_at": "yesterday"}'])
def test_without_a_backup_that_says_when_there_is_no_age(settings, tmp_path, text):
    settings.VAR_DIR = tmp_path
    if text is not None:
        (tmp_path / "last-backup.json").write_text(text)

    assert backup_age() is None
    assert "icesco_backup_age_seconds" not in values(NewsroomCollector())
