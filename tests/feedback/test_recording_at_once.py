"""Visitors who answer at the same moment: each answer is stored and counted once, and nobody waits for ever."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from django.db import connection

from feedback.models import DailyCount, PageCount, Rating
from feedback.recording import record
from tests.feedback.ratings import NOON, counted
from tests.feedback.test_recording import answer, client

PEOPLE, ROUNDS = 4, 6


def at_once(*acts):
    """Call the functions in threads of their own at the same moment; SQLite, with its one writer, one after another."""
    if connection.vendor == "sqlite":
        return [act() for act in acts]
    barrier = Barrier(len(acts))

    def run(act):
        barrier.wait()
        try:
            return act()
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as pool:
        return [task.result() for task in [pool.submit(run, act) for act in acts]]


@pytest.mark.django_db(transaction=True)
def test_people_who_change_their_minds_at_the_same_moment_hinder_nobody():
    def answer_again_and_again(number):
        for step in range(ROUNDS):
            record(answer(1 + step % 5), client(f"192.0.2.{number}"), NOON + timedelta(minutes=step))

    at_once(*(lambda number=number: answer_again_and_again(number) for number in range(PEOPLE)))

    assert Rating.objects.count() == PEOPLE * ROUNDS
    for table in (DailyCount, PageCount):
        by_standing = {}
        for key, counts in counted(table).items():
            standing = key[table.GRAIN.index("standing")]
            by_standing[standing] = by_standing.get(standing, 0) + sum(counts)
        assert by_standing == {"counted": PEOPLE, "replaced": PEOPLE * (ROUNDS - 1)}
