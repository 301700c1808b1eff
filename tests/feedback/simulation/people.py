"""Ten thousand people who answer on one day, two hundred of them behind one address.

Their habits are guesses of ours, written before the rules were tuned: nobody's traffic was recorded.
"""

import random
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from feedback.client import Client
from feedback.demo_comments import COMMENTS
from feedback.pages import Page
from feedback.recording import Answer

MIDNIGHT = datetime(2026, 3, 9, tzinfo=UTC)
PEOPLE, OFFICE, CARRIERS, PER_CARRIER = 10_000, 200, 30, 40
# Share of the day's visits in each hour from midnight UTC.
HOURS = (1, 1, 1, 1, 1, 2, 4, 6, 8, 9, 9, 8, 7, 7, 7, 6, 5, 5, 5, 4, 4, 3, 2, 1)
LANGUAGES = {
    "ar": ("ar-MA,ar;q=0.9", "ar,en;q=0.8"),
    "en": ("en-GB,en;q=0.9", "en-US,en;q=0.5"),
    "fr": ("fr-FR,fr;q=0.9", "fr,ar;q=0.6"),
}
SHORT = ("شكرا", "شكرا جزيلا", "Merci", "Good", "Very good", "ممتاز", "Bravo", "Nice", "جيد جدا", "RAS")
CHROMES = range(124, 134)
FETCH = {"site": "same-origin", "mode": "cors", "dest": "empty"}


@dataclass(frozen=True)
class Session:
    """One answer. kind: "person" or the family of a bot; who: one and the same for what one person or bot sends."""

    at: datetime
    client: Client
    answer: Answer
    kind: str
    who: str


def browsers():
    """Some eighty browsers as (user agent, whether it sends Sec-Fetch headers)."""
    for version in CHROMES:
        for system in ("Windows NT 10.0; Win64; x64", "Macintosh; Intel Mac OS X 10_15_7", "Linux; Android 10; K"):
            mobile = " Mobile" if "Android" in system else ""
            yield f"Mozilla/5.0 ({system}) AppleWebKit/537.36 Chrome/{version}.0.0.0{mobile} Safari/537.36", True
        yield (
            f"Mozilla/5.0 (Linux; Android 13; SM-A536B) SamsungBrowser/{version - 100}.0 Chrome/{version - 9}.0 Mobile",
            True,
        )
    for version in range(15, 19):
        for device in ("iPhone; CPU iPhone OS {0}_1 like Mac OS X", "iPad; CPU OS {0}_1 like Mac OS X"):
            yield (
                f"Mozilla/5.0 ({device.format(version)}) AppleWebKit/605.1.15 Version/{version}.1 Safari/604.1",
                version > 16,
            )
    for version in (78, 115, *range(125, 134)):
        yield f"Mozilla/5.0 (X11; Linux x86_64; rv:{version}.0) Gecko/20100101 Firefox/{version}.0", version > 89


def pages():
    """(Page, weight): the front page and the newest stories are read most."""
    found = []
    for language in LANGUAGES:
        found += [(Page("home", "home", language), 60), (Page("edition_list", "edition_list", language), 20)]
        found += [(Page("article", f"article:{n}", language), max(2, 50 // (1 + n))) for n in range(60)]
    return found


def people(seed=1982):
    """The day's Sessions of people, in the order of time."""
    chance = random.Random(seed)
    known, places = list(browsers()), pages()
    sessions = []
    for number in range(PEOPLE):
        sessions += visit(chance, number, known, places)
    return sorted(sessions, key=lambda session: session.at)


def visit(chance, number, known, places):
    """What one person answers: once, mostly; some on several pages, some change their mind."""
    is_office = number < OFFICE
    agent, has_fetch = known[chance.randrange(15) * 3] if is_office else chance.choice(known)
    language = chance.choice(list(LANGUAGES))
    languages = LANGUAGES[language][0] if is_office else chance.choice(LANGUAGES[language])
    client = Client(address_of(number, chance), agent, languages, FETCH if has_fetch else {})
    own = [(page, weight) for page, weight in places if page.language == language]
    count = chance.choices((1, 2, 3, 4), (88, 8, 3, 1))[0]
    chosen = chance.choices([page for page, _w in own], [weight for _p, weight in own], k=count)
    if chance.random() < 0.03:
        chosen.append(chosen[-1])
    at = start(chance, is_office)
    for page in chosen:
        yield Session(at, client, answer(chance, page, language), "person", f"person {number}")
        at += timedelta(seconds=chance.uniform(30, 600))


def address_of(number, chance):
    if number < OFFICE:
        return "192.0.2.1"
    if number < OFFICE + CARRIERS * PER_CARRIER:
        return f"198.51.100.{number % CARRIERS}"
    return f"10.{chance.randrange(256)}.{chance.randrange(256)}.{chance.randrange(256)}"


def start(chance, is_office):
    """When a visit begins. An office works six hours; a fifth of it comes from one meeting in half an hour."""
    if is_office:
        minutes = chance.uniform(0, 30) if chance.random() < 0.2 else chance.uniform(-120, 240)
        return MIDNIGHT + timedelta(hours=10, minutes=minutes)
    hour = chance.choices(range(24), HOURS)[0]
    return MIDNIGHT + timedelta(hours=hour, seconds=chance.uniform(0, 3600))


def answer(chance, page, language):
    score = chance.choices(range(1, 6), (6, 10, 20, 39, 25))[0]
    if chance.random() > 0.85:
        return Answer(score, comment(chance, language), page)
    seconds = max(3, round(chance.lognormvariate(2.6, 0.6)))
    nonce = f"{chance.getrandbits(128):032x}"
    return Answer(score, comment(chance, language), page, is_script=True, seconds=seconds, nonce=nonce)


def comment(chance, language):
    if chance.random() > 0.06:
        return ""
    if chance.random() < 0.5:
        return chance.choice(SHORT)
    told = [text for texts in COMMENTS[language].values() for text in texts]
    # People say the same in their own words.
    return f"{chance.choice(told)} {chance.choice(SHORT)} {chance.randrange(1000)}"
