"""A day of people and programs together: nearly all programs stay out of the figures, nearly all people are in them.

The usual run plays a part of the networks and counts each for as many as it stands for; a deep run plays them all.
"""

from collections import Counter

import pytest

from feedback.models import DailyCount, Rating
from tests.feedback.ratings import counted
from tests.feedback.simulation.bots import bots
from tests.feedback.simulation.confusion import as_text, confusion, share
from tests.feedback.simulation.humans import humans
from tests.feedback.simulation.playing import play
from tests.feedback.simulation.sample import part_of
from tests.sampling import IS_DEEP

pytestmark = pytest.mark.django_db


def test_programs_are_set_apart_and_people_are_not():
    sessions = humans() + bots()
    played, weights = (sessions, {}) if IS_DEEP else part_of(sessions)

    outcomes = play(played)

    table = confusion(outcomes, weights)
    reasons = Counter((outcome.session.place, outcome.reason) for outcome in outcomes if outcome.reason)
    report(table, reasons)
    assert share(table, "programs", "quarantined") >= 0.95
    assert share(table, "people", "wrong") <= 0.01
    standing = Counter(outcome.standing for outcome in outcomes)
    assert sum(sum(counts) for key, counts in counted(DailyCount).items() if "counted" in key) == standing["counted"]
    assert Rating.objects.count() == len(played)


def report(table, reasons):
    lines = [f"{place:14}{reason:16}{number:6}" for (place, reason), number in sorted(reasons.items())]
    print("", as_text(table), "", *lines, sep="\n")  # noqa: T201
