"""Which answers are set apart, and why. Nobody is refused: a suspect is stored, and staff can count it again."""

import re
from dataclasses import dataclass

LEAST_WORDS_LENGTH = 20  # letters of a comment that two people hardly write alike
LEAST_SECONDS = 2
PROGRAMS = re.compile(
    r"curl|wget|python|httpx|aiohttp|scrapy|java/|okhttp|go-http|libwww|perl|ruby|node|axios|php|headless|phantom|bot\b",
    re.IGNORECASE,
)
# Browsers that say where a request comes from in Sec-Fetch headers, from these versions on.
MODERN = re.compile(r"Chrome/(?:8\d|9\d|\d{3})|Firefox/(?:9\d|\d{3})")
# A network may be a school or a carrier's: hundreds of people, dozens in the half hour after a meeting.
MOST_A_MINUTE, MOST_AN_HOUR, MOST_A_DAY = 10, 120, 400
# Of one make of browser there: colleagues have the same, but a dozen of them don't answer within an hour.
MOST_OF_A_BROWSER_AN_HOUR = 12
# Five answers from one browser there, and all of them the same: a person rates a page or two, people differ.
MOST_ALIKE = 4
MOST_OF_THE_SAME_WORDS = 2
# What throws doubt on the answers before as well: they came from the same hand.
BACKWARDS = {"same_score", "replay"}


@dataclass(frozen=True)
class Past:
    """How many answers came this day: of the same network in the last minute, hour, day; of the same browser there in

    the last hour; same: with the same nonce, or without one with the same words, from anywhere. scores: of the same
    browser there, this day.
    """

    minute: int = 0
    hour: int = 0
    day: int = 0
    browser: int = 0
    same: int = 0
    scores: tuple = ()


def reason_for(answer, client, past):
    """Why an Answer is set apart: a code of models.verdict.REASONS, or "" when it counts."""
    if answer.trap:
        return "honeypot"
    if is_odd(client):
        return "odd_client"
    if answer.seconds is not None and answer.seconds < LEAST_SECONDS:
        return "too_fast"
    if past.same and answer.nonce:
        return "replay"
    if past.same >= MOST_OF_THE_SAME_WORDS and not answer.nonce:
        return "same_words"
    if past.minute >= MOST_A_MINUTE:
        return "burst"
    if past.hour >= MOST_AN_HOUR or past.day >= MOST_A_DAY or past.browser >= MOST_OF_A_BROWSER_AN_HOUR:
        return "flood"
    return "same_score" if is_alike(answer, past) else ""


def is_alike(answer, past):
    """Whether all answers of the same browser there gave the same score, this one too, and there are many."""
    return len(past.scores) >= MOST_ALIKE and set(past.scores) == {answer.score}


def is_odd(client):
    """Whether no browser sends such headers: a program's name, no languages, or a new browser without Sec-Fetch."""
    if not client.user_agent or PROGRAMS.search(client.user_agent) or not client.languages:
        return True
    return bool(MODERN.search(client.user_agent)) and not client.fetch
