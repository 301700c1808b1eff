"""A day of people and bots together: whom the rules set apart, and whom they wrong."""

import sys
from collections import Counter, defaultdict

import pytest

from feedback.models import Rating
from feedback.recording import record
from tests.feedback.simulation.bots import bots
from tests.feedback.simulation.people import CARRIERS, people
from tests.sampling import IS_DEEP

pytestmark = pytest.mark.django_db
# Whole networks or nobody of them: rules count by network. In the usual run each tenth address, and the crowded ones.
SHARE = 1 if IS_DEEP else 10
CROWDED = {"192.0.2.1", *(f"198.51.100.{n}" for n in range(2)), "203.0.113.251", "203.0.113.252", "203.0.113.245"}
# Bots of these families are alike in all that matters, and each is judged by itself.
SINGLE = {"programs", "imitators", "fillers", "headless", "replayers"}


def is_taken(session, number):
    address = session.client.address
    if IS_DEEP or address in CROWDED:
        return True
    if session.kind in SINGLE:
        return number % SHARE == 0
    last = int(address.rsplit(".", 1)[1])
    return last % SHARE == 0 and not (address.startswith("198.51.100.") and last < CARRIERS)


def play(sessions):
    """{rating key: session} of the day, played in order, and {rating key: standing} at its end."""
    played = {record(session.answer, session.client, session.at).pk: session for session in sessions}
    standings = dict(Rating.objects.with_standing().values_list("pk", "standing"))
    return played, standings


def wronged(played, standings):
    """Keys of answers of people that are not counted, and should be: a person's own later answer replaces rightly."""
    newest = {}
    for key, session in played.items():
        newest[session.who, session.answer.page] = key
    rightly = set(newest.values())
    return {
        key
        for key, session in played.items()
        if session.kind == "person" and standings[key] != "counted" and (standings[key] != "replaced" or key in rightly)
    }


def test_bots_are_set_apart_and_people_are_not():
    sessions = sorted([*people(), *bots()], key=lambda session: session.at)
    sessions = [session for number, session in enumerate(sessions) if is_taken(session, number)]

    played, standings = play(sessions)

    table = defaultdict(Counter)
    for key, session in played.items():
        table[session.kind][standings[key]] += 1
    wrong = wronged(played, standings)
    told = confusion(table, len(wrong))
    machines = sum((counts for kind, counts in table.items() if kind != "person"), Counter())
    assert machines["quarantined"] / machines.total() >= 0.95, told
    # One in a hundred of ten thousand; the usual run has all of the crowded addresses, where people are wronged.
    assert len(wrong) <= 100, told
    sys.stdout.write(f"\n{told}\n")


def confusion(table, wrong_count):
    """The table of who ended how."""
    lines = [f"{'who':<12}{'counted':>9}{'set apart':>11}{'replaced':>10}"]
    for kind, counts in sorted(table.items()):
        lines.append(f"{kind:<12}{counts['counted']:>9}{counts['quarantined']:>11}{counts['replaced']:>10}")
    return "\n".join([*lines, f"people wronged: {wrong_count}"])
