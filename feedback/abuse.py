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
MOST_A_MINUTE, MOST_AN_HOUR, MOST_A_DAY, MOST_OF_A_BROWSER = 10, 60, 250, 12
MOST_OF_THE_SAME_WORDS = 2


@dataclass(frozen=True)
class Past:
    """How many answers came this day: of the same network in the last minute, hour, day; of the same browser there;

    same: with the same nonce, or without one with the same words, from anywhere.
    """

    minute: int = 0
    hour: int = 0
    day: int = 0
    browser: int = 0
    same: int = 0


def reason_for(answer, client, past):
    """Why an Answer is set apart: a code of models.verdict.REASONS, or "" when it counts."""
    if answer.trap:
        return "honeypot"
    if is_odd(client):
        return "odd_client"
    if answer.seconds is not None and answer.seconds < LEAST_SECONDS:
        return "too_fast"
    if answer.nonce and past.same:
        return "replay"
    if not answer.nonce and past.same >= MOST_OF_THE_SAME_WORDS:
        return "same_words"
    if past.minute >= MOST_A_MINUTE:
        return "burst"
    if past.hour >= MOST_AN_HOUR or past.day >= MOST_A_DAY or past.browser >= MOST_OF_A_BROWSER:
        return "flood"
    return ""


def is_odd(client):
    """Whether no browser sends such headers: a program's name, no languages, or a new browser without Sec-Fetch."""
    if not client.user_agent or PROGRAMS.search(client.user_agent) or not client.languages:
        return True
    return bool(MODERN.search(client.user_agent)) and not client.fetch
