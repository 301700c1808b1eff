"""People: most answer once, some on several pages, a few change their mind; some share an address with many others."""

from dataclasses import dataclass, replace

from feedback.client import Client
from feedback.demo import TEMPERS
from feedback.recording import Answer

from . import browsers, comments, pages
from .sessions import HUMAN, Session, chance_for, moment, nonce, reading_seconds

NUMBER = 10_000
OFFICE_PEOPLE, OFFICE_ADDRESS, OFFICE_KINDS = 200, "196.200.131.10", 15
NAT_ADDRESSES, NAT_PEOPLE = 24, (20, 75)
# Visits by hour of the day, Rabat: few at night, more from nine on, most in the evening.
HOURS = (6, 4, 2, 2, 2, 3, 6, 12, 26, 44, 52, 54, 46, 44, 50, 54, 52, 46, 40, 38, 46, 52, 40, 18)
LANGUAGES = {"ar": 46, "en": 31, "fr": 23}
SEVERAL_PAGES = {1: 82, 2: 11, 3: 5, 4: 2}
WITH_SCRIPT, ANSWERING_AGAIN, WITHOUT_FETCH = 0.85, 0.025, 0.001


@dataclass(frozen=True)
class Person:
    """Somebody with a browser at an address, who comes at `begins`, seconds after midnight."""

    name: str
    place: str
    address: str
    user_agent: str
    header: str
    language: str
    is_script: bool
    begins: float


def humans():
    """The sessions of all people, exactly NUMBER of them, in order of time."""
    sessions = [session for person in shared_people() for session in sessions_of(person)]
    for person in people_at_home():
        sessions += sessions_of(person)
        if len(sessions) >= NUMBER:
            break
    return sorted(sessions[:NUMBER], key=lambda session: session.at)


def shared_people():
    """Those behind the one address of 200 people, and those behind the shared addresses of mobile carriers."""
    yield from people_at_the_office()
    chance = chance_for("nat")
    for number in range(NAT_ADDRESSES):
        address = f"105.{66 + number % 8}.{chance.randrange(256)}.{chance.randrange(1, 255)}"
        for member in range(chance.randint(*NAT_PEOPLE)):
            # A carrier's customers: phones nearly all, many of them with the carrier's country in their languages.
            kinds = browsers.PHONES if chance.random() < 0.93 else browsers.EVERYWHERE
            yield person(chance, f"nat {number} {member}", "nat", address, kinds, hour_of_day(chance))


def people_at_the_office():
    """200 people, about 15 kinds of browser in all, over six hours; a quarter of them in half an hour at eleven."""
    chance = chance_for("office")
    wanted = {**browsers.COMPUTERS, **browsers.PHONES}
    kinds = []
    while len(kinds) < OFFICE_KINDS:
        language = browsers.chance_of(chance, LANGUAGES)
        kind = browsers.chance_of(chance, wanted), browsers.chance_of(chance, browsers.LANGUAGES[language]), language
        if kind not in kinds:
            kinds.append(kind)
    # Bought together: the commonest kind is every fifth device.
    weights = [1 / (place + 2) for place in range(OFFICE_KINDS)]
    for member in range(OFFICE_PEOPLE):
        begins = 11 * 3600 + chance.random() * 1800 if chance.random() < 0.25 else (9 + 6 * chance.random()) * 3600
        user_agent, header, language = chance.choices(kinds, weights)[0]
        is_script = chance.random() < WITH_SCRIPT
        yield Person(f"office {member}", "office", OFFICE_ADDRESS, user_agent, header, language, is_script, begins)


def people_at_home():
    """One after the other without end: most alone at their address, every eighth with another one or two."""
    chance = chance_for("home")
    number = 0
    while True:
        address = chance_address(chance, number)
        size = 1 if chance.random() < 0.875 else chance.choice((2, 2, 2, 3))
        for member in range(size):
            begins = hour_of_day(chance)
            yield person(chance, f"home {number} {member}", "home", address, browsers.EVERYWHERE, begins)
        number += 1


def chance_address(chance, number):
    """An address of its own for each number; every fourth a household's IPv6 network."""
    if number % 4 == 3:
        return f"2a02:{chance.randrange(1, 65535):x}:{number:x}:{chance.randrange(256):x}::/64"
    return f"{chance.choice((41, 102, 154, 160, 196, 197))}.{number >> 8}.{number & 255}.{chance.randrange(1, 255)}"


def hour_of_day(chance):
    hour = chance.choices(range(24), HOURS)[0]
    return (hour + chance.random()) * 3600


def person(chance, name, place, address, kinds, begins):
    language = browsers.chance_of(chance, LANGUAGES)
    user_agent = browsers.chance_of(chance, kinds)
    header = browsers.chance_of(chance, browsers.LANGUAGES[language])
    return Person(name, place, address, user_agent, header, language, chance.random() < WITH_SCRIPT, begins)


def sessions_of(person):
    """What one person sends that day."""
    chance = chance_for(person.name)
    # A few have a filter that takes headers out which it doesn't know.
    is_cut = chance.random() < WITHOUT_FETCH
    temper = [weight * chance.uniform(0.4, 1.6) for weight in TEMPERS[person.language]]
    at, seen, sessions = person.begins, {}, []
    for _number in range(browsers.chance_of(chance, SEVERAL_PAGES)):
        page = pages.chance_page(chance, other_language(chance, person.language), at)
        if page not in seen:
            seen[page] = answered(chance, person, page, at, temper, is_cut)
            sessions.append(seen[page])
        at += chance.lognormvariate(5, 1)
    if chance.random() < ANSWERING_AGAIN:
        sessions.append(another_answer(chance, person, chance.choice(sessions), temper, is_cut))
    return sessions


def other_language(chance, language):
    """Nearly all read in their own language."""
    return language if chance.random() < 0.94 else chance.choice(pages.LANGUAGES)


def answered(chance, person, page, at, temper, is_cut):
    score = chance.choices(range(1, 6), temper)[0]
    fetch = {} if is_cut else browsers.fetch_headers(person.user_agent, person.is_script)
    answer = Answer(
        score,
        comments.chance_comment(chance, page.language, score),
        page,
        is_script=person.is_script,
        seconds=reading_seconds(chance) if person.is_script else None,
        nonce=nonce(chance) if person.is_script else "",
    )
    client = Client(person.address, person.user_agent, person.header, fetch)
    return Session(moment(at), client, answer, HUMAN, person.place, person.name)


def another_answer(chance, person, earlier, temper, is_cut):
    """The same person on the same page once more: most think better of it within minutes, some come back later."""
    wait = chance.lognormvariate(5, 0.9) if chance.random() < 0.75 else chance.uniform(1800, 6 * 3600)
    at = (earlier.at - moment(0)).total_seconds() + wait
    return replace(answered(chance, person, earlier.answer.page, at, temper, is_cut), again=True)
