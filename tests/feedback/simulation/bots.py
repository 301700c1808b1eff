"""Some three thousand answers that no person gives, from five hundred addresses, all with the right origin.

Each family is a way in which somebody would try: from a line of script to a patient campaign.
"""

import random
from datetime import timedelta

from django.test import RequestFactory

from feedback.client import Client, client_of
from feedback.recording import Answer

from .people import FETCH, MIDNIGHT, Session, browsers, pages

ADDRESSES = 500
CHROME = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/130.0.0.0 Safari/537.36"
PROGRAMS = ("python-requests/2.32", "curl/8.5.0", "Go-http-client/2.0", "okhttp/4.12", "")


def bots(seed=7):
    """The Sessions of all families, in the order of time."""
    chance = random.Random(seed)
    places = [page for page, _weight in pages()]
    families = (programs, imitators, fillers, headless, replayers, hammer, campaign, forwarders, drip)
    return sorted((s for family in families for s in family(chance, places)), key=lambda session: session.at)


def address(chance):
    number = chance.randrange(ADDRESSES)
    return f"203.0.{113 + number // 250}.{number % 250}"


def moment(chance):
    return MIDNIGHT + timedelta(seconds=chance.uniform(0, 86_000))


def scripted(chance, page, score, seconds=None, nonce=None, **more):
    nonce = nonce or f"{chance.getrandbits(128):032x}"
    seconds = round(chance.uniform(5, 40)) if seconds is None else seconds
    return Answer(score, more.pop("comment", ""), page, is_script=True, seconds=seconds, nonce=nonce, **more)


def programs(chance, places):
    """Scripts that don't hide what they are, as most of what knocks at any form."""
    for _number in range(500):
        client = Client(address(chance), chance.choice(PROGRAMS), chance.choice(("", "en")), {"site": "same-origin"})
        yield Session(moment(chance), client, Answer(1, "", chance.choice(places)), "programs", client.address)


def imitators(chance, places):
    """Scripts with a browser's name copied and its other headers forgotten."""
    for _number in range(400):
        client = Client(address(chance), CHROME, chance.choice(("", "en-US")), {})
        yield Session(moment(chance), client, Answer(1, "", chance.choice(places)), "imitators", client.address)


def fillers(chance, places):
    """Spam programs that fill in every field there is."""
    for number in range(300):
        agent, _has_fetch = chance.choice(list(browsers()))
        client = Client(address(chance), agent, "en", FETCH)
        text = f"Buy now {number} https://example.com/{number}"
        yield Session(
            moment(chance), client, Answer(5, text, chance.choice(places), trap="x"), "fillers", client.address
        )


def headless(chance, places):
    """Real browsers driven by a program that sees no reason to wait."""
    for _number in range(400):
        client = Client(address(chance), CHROME, "en-US,en;q=0.9", FETCH)
        answer = scripted(chance, chance.choice(places), 1, seconds=chance.choice((0, 0, 1)))
        yield Session(moment(chance), client, answer, "headless", client.address)


def replayers(chance, places):
    """One request of a real browser, caught and sent from everywhere."""
    page, nonce = chance.choice(places), f"{chance.getrandbits(128):032x}"
    for _number in range(300):
        client = Client(address(chance), CHROME, "en-US,en;q=0.9", FETCH)
        yield Session(moment(chance), client, scripted(chance, page, 1, 9, nonce), "replayers", client.address)


def hammer(chance, places):
    """One machine that answers on page after page as fast as it may."""
    at = moment(chance)
    for _number in range(300):
        at += timedelta(seconds=chance.uniform(2, 6))
        client = Client("203.0.113.251", CHROME, "en-US,en;q=0.9", FETCH)
        yield Session(at, client, scripted(chance, chance.choice(places), 1), "hammer", client.address)


def campaign(chance, places):
    """A hundred hired machines, with all that browsers send and do, each on six pages within an hour; no comments."""
    for number in range(100):
        agent, has_fetch = chance.choice(list(browsers()))
        client = Client(f"203.0.113.{number}", agent, "en-US,en;q=0.9", FETCH if has_fetch else {})
        at = moment(chance)
        for page in chance.sample(places, 6):
            at += timedelta(seconds=chance.uniform(60, 600))
            yield Session(at, client, scripted(chance, page, 1), "campaign", client.address)


def forwarders(chance, places):
    """A few machines that write a new X-Forwarded-For into each request."""
    requests = RequestFactory()
    headers = {
        "User-Agent": CHROME,
        "Accept-Language": "en-US",
        "Sec-Fetch-Site": "same-origin",
        "Sec-Fetch-Mode": "cors",
    }
    for number in range(300):
        made_up = f"{chance.randrange(1, 223)}.{chance.randrange(256)}.{chance.randrange(256)}.1"
        request = requests.post(
            "/", headers={**headers, "X-Forwarded-For": made_up}, REMOTE_ADDR=f"203.0.113.{245 + number % 5}"
        )
        at = MIDNIGHT + timedelta(hours=3, seconds=number * 40)
        answer = scripted(chance, chance.choice(places), 1)
        yield Session(at, client_of(request), answer, "forwarders", f"forwarder {number % 5}")


def drip(chance, places):
    """One machine with patience: an answer every ten minutes, the whole day."""
    for number in range(140):
        at = MIDNIGHT + timedelta(minutes=10 * number, seconds=chance.uniform(0, 60))
        client = Client("203.0.113.252", CHROME, "en-US,en;q=0.9", FETCH)
        yield Session(at, client, scripted(chance, chance.choice(places), 1), "drip", client.address)
