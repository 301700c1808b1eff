"""What both people and programs are made of: sessions, and the chances that they take."""

import random
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from feedback.client import Client
from feedback.recording import Answer

HUMAN = "human"
# In Ramadan the clocks of Rabat show UTC: the day begins and ends as it does there.
MIDNIGHT = datetime(2026, 3, 9, tzinfo=UTC)
DAY_SECONDS = 24 * 60 * 60
SEED = 1982


@dataclass(frozen=True)
class Session:
    """One answer sent at `at`. kind: "human", or the name of a family of programs.

    place: where it comes from: "home", "nat" (a mobile carrier's shared address), "office" (the one address with 200
    people); for programs their family. person: one number per person or program; again: whether this person already
    answered on this page that day, so that it truly takes the place of an answer.
    """

    at: datetime
    client: Client
    answer: Answer
    kind: str
    place: str
    person: str
    again: bool = False


def chance_for(name):
    """A source of chance of its own for each part, so that a change in one part leaves the others as they are."""
    return random.Random(f"{SEED} {name}")


def moment(seconds):
    """The aware datetime `seconds` after midnight, kept within the day."""
    return MIDNIGHT + timedelta(seconds=min(max(seconds, 0), DAY_SECONDS - 1))


def nonce(chance):
    return f"{chance.getrandbits(128):032x}"


def reading_seconds(chance):
    """Whole seconds from seeing the question to sending: half of people take 14 or less, the quickest 3."""
    return max(3, round(chance.lognormvariate(2.64, 0.75)))
