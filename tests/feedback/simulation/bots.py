"""Programs: some three thousand requests from 500 addresses, in families, each of them with the right origin.

All know what the form tells by itself: its fields, and that a request needs the site's own Origin or Sec-Fetch-Site.
Each family has its own function, whose docstring says why somebody would send such requests.
"""

from dataclasses import replace

from django.test import RequestFactory

from feedback.client import Client, client_of
from feedback.recording import Answer

from . import browsers, pages
from .sessions import DAY_SECONDS, Session, chance_for, moment, nonce, reading_seconds

LIBRARIES = (
    "python-requests/2.32.3",
    "curl/8.5.0",
    "Go-http-client/2.0",
    "node-fetch/1.0 (+https://github.com/bitinn/node-fetch)",
    "Mozilla/5.0 (compatible; RateBot/1.0; +http://example.net)",
    "axios/1.7.9",
    "PostmanRuntime/7.43.0",
    "Java-http-client/21.0.4",
    "",
)
# Ordinary ones, that nobody would wonder at: a program takes the commonest.
DISGUISES = [name for name, weight in browsers.EVERYWHERE.items() if weight >= 10]
CAMPAIGN_WORDS = {
    "ar": ("الموقع سيء جدا ولا يقدم أي فائدة للزوار", "أسوأ موقع لمنظمة دولية رأيته حتى الآن", "لا شيء يعمل هنا"),
    "en": ("This organisation wastes the money of its members", "Worst website of any organisation", "Useless"),
    "fr": ("Cette organisation ne sert à rien ni à personne", "Le pire site que je connaisse", "Inutile"),
}
SPAM = ("Cheap visas and scholarships, write to me on t.me/visa{n}", "Best essays for students: essay{n}.example.net")


def bots():
    """The sessions of all families, in order of time."""
    families = (libraries, copies, form_fillers, quick, replayers, hammering, campaign, forwarded, drip, spam)
    return sorted((session for family in families for session in family()), key=lambda session: session.at)


def libraries():
    """Script libraries as they come: the first thing anybody tries, in ten lines and with no thought of names."""
    chance = chance_for("libraries")
    for address in addresses(chance, 40):
        user_agent = chance.choice(LIBRARIES)
        client = Client(address, user_agent, chance.choice(("", "", "en")), fetch_of_a_program(chance))
        begins = chance.random() * DAY_SECONDS
        for number in range(4):
            yield session("library", client, guessed(chance), begins + number * chance.uniform(1, 20))


def copies():
    """A browser's name and languages copied into a program, from a page that lists them: the second thing tried.

    Half send no Sec-Fetch header (Origin was enough), half the one that this site asks for. A few copy an old Safari.
    """
    chance = chance_for("copies")
    for number, address in enumerate(addresses(chance, 40)):
        user_agent = chance.choice(DISGUISES)
        if number % 10 == 9:
            user_agent = browsers.iphone("15.8.3", "15.6.6")
        header = browsers.chance_of(chance, browsers.LANGUAGES["en"])
        client = Client(address, user_agent, header, fetch_of_a_program(chance))
        begins = chance.random() * DAY_SECONDS
        for _number in range(4):
            yield session("copy", client, guessed(chance, with_script=chance.random() < 0.5), begins)
            begins += chance.uniform(5, 900)


def form_fillers():
    """Programs that send advertisements through every form there is: real browsers, all fields filled, the trap too."""
    chance = chance_for("form fillers")
    for address in addresses(chance, 40):
        client = disguised(chance, address, is_script=False)
        for _number in range(3):
            words = chance.choice(SPAM).format(n=chance.randrange(100))
            answer = replace(guessed(chance), comment=words, trap="https://example.net/")
            yield session("form_filler", client, answer, chance.random() * DAY_SECONDS)


def quick():
    """A real browser without a window, driven by a program, which fills the form in as soon as it is there.

    It has every header and the page's own script; nobody told it to wait. A third still have "Headless" in their name.
    """
    chance = chance_for("quick")
    for number, address in enumerate(addresses(chance, 30)):
        client = disguised(chance, address)
        if number % 3 == 0:
            name = f"{browsers.LINUX} {browsers.CHROME.replace('Chrome', 'HeadlessChrome')}/144.0.0.0 Safari/537.36"
            client = replace(client, user_agent=name, fetch=dict(browsers.FROM_SCRIPT))
        begins = chance.random() * DAY_SECONDS
        for _number in range(4):
            answer = replace(guessed(chance, with_script=True), seconds=chance.choice((0, 0, 0, 1)))
            yield session("quick", client, answer, begins)
            begins += chance.uniform(2, 60)


def replayers():
    """One request caught in a browser's tools ("copy as cURL"), sent again from rented addresses: it takes no skill."""
    chance = chance_for("replayers")
    networks = addresses(chance, 30)
    caught = disguised(chance, networks[0]), guessed(chance, with_script=True)
    for network in networks:
        for _number in range(5):
            client = replace(caught[0], address=network)
            yield session("replay", client, caught[1], 36_000 + chance.random() * 14_400)


def hammering():
    """Somebody angry with one story's author, or a test of load gone astray: one browser on every page there is."""
    chance = chance_for("hammering")
    for address in addresses(chance, 5):
        client = disguised(chance, address)
        begins = chance.uniform(28_000, 72_000)
        for key in chance.sample(pages.KEYS, 40):
            answer = guessed(chance, with_script=True, page=pages.page(key, chance.choice(pages.LANGUAGES)))
            yield session("hammering", client, answer, begins)
            begins += chance.uniform(4, 40)


def campaign():
    """A paid campaign over 300 household addresses, that wants one score to win: the dearest kind, done with care.

    Real browsers with every header, seconds as people take them, a nonce of their own, another page each time, spread
    over the day. One address in five changes its browser with every answer. Two in five write one of a few comments.
    """
    chance = chance_for("campaign")
    for number, address in enumerate(addresses(chance, 300)):
        client = disguised(chance, address)
        language = browsers.chance_of(chance, {"ar": 4, "en": 4, "fr": 2})
        for key in chance.sample(pages.KEYS, chance.randint(5, 8)):
            if number % 5 == 0:
                client = disguised(chance, address)
            words = chance.choice(CAMPAIGN_WORDS[language]) if number % 5 in (1, 2) else ""
            answer = replace(guessed(chance, with_script=True, page=pages.page(key, language)), score=1, comment=words)
            yield session("campaign", client, answer, chance.uniform(6 * 3600, DAY_SECONDS))


def forwarded():
    """Five addresses that write another one into X-Forwarded-For each time, and change their browser as well.

    Every guide to getting round limits says so. Read by client_of(), as a request of theirs would be.
    """
    chance = chance_for("forwarded")
    for address in addresses(chance, 5):
        begins = chance.uniform(0, 80_000)
        for _number in range(16):
            seen = disguised(chance, address)
            fetch = {f"Sec-Fetch-{name.title()}": value for name, value in seen.fetch.items()}
            headers = {"User-Agent": seen.user_agent, "Accept-Language": seen.languages, **fetch}
            headers["X-Forwarded-For"] = ", ".join(addresses(chance, chance.randint(1, 3)))
            request = RequestFactory().post("/en/feedback/", headers=headers, REMOTE_ADDR=address)
            answer = replace(guessed(chance, with_script=True), score=1)
            yield session("forwarded", client_of(request), answer, begins)
            begins += chance.uniform(2, 90)


def drip():
    """One address and one browser, an answer every ten minutes the whole day: too slow for a limit by the hour."""
    chance = chance_for("drip")
    client = disguised(chance, addresses(chance, 1)[0])
    for number in range(144):
        answer = replace(guessed(chance, with_script=True), score=chance.choice((1, 1, 2)))
        yield session("drip", client, answer, number * 600 + chance.uniform(0, 60))


def spam():
    """Advertisements in an ordinary form, by people paid for it who leave the trap alone: always the same words."""
    chance = chance_for("spam")
    words = SPAM[0].format(n=7)
    for address in addresses(chance, 9):
        client = disguised(chance, address, is_script=False)
        for _number in range(5):
            answer = replace(guessed(chance), score=5, comment=words)
            yield session("spam", client, answer, chance.random() * DAY_SECONDS)


# What they are made of


def addresses(chance, number):
    """Addresses of hosters and of households, none of which is a person's in this traffic."""
    return [
        ".".join(str(part) for part in (chance.choice((45, 91, 185, 193)), *chance.choices(range(1, 255), k=3)))
        for _number in range(number)
    ]


def disguised(chance, address, is_script=True):
    """The Client of a real browser that a program drives."""
    user_agent = chance.choice(DISGUISES)
    header = browsers.chance_of(chance, browsers.LANGUAGES[browsers.chance_of(chance, {"ar": 3, "en": 5, "fr": 2})])
    return Client(address, user_agent, header, browsers.fetch_headers(user_agent, is_script))


def fetch_of_a_program(chance):
    return chance.choice(({}, {"site": "same-origin"}))


def guessed(chance, with_script=False, page=None):
    """An Answer as a program makes one up: mostly the worst or the best score, on any page."""
    page = page or pages.page(chance.choice(pages.KEYS), chance.choice(pages.LANGUAGES))
    return Answer(
        chance.choice((1, 1, 1, 2, 5, 5)),
        "",
        page,
        is_script=with_script,
        seconds=reading_seconds(chance) if with_script else None,
        nonce=nonce(chance) if with_script else "",
    )


def session(family, client, answer, seconds):
    return Session(moment(seconds), client, answer, family, family, f"{family} {client.address}")
