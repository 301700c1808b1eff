"""Which answers are set apart, and why. Nobody is refused: a suspect is stored, and staff can count it again.

Tried by tests/feedback/test_simulation.py on a day of people and programs; docs/abuse.md shows what comes out.
"""

import re
from collections import Counter, defaultdict
from dataclasses import dataclass

LEAST_WORDS_LENGTH = 20  # letters of a comment that two people hardly write alike; "Very good site" has 12
LEAST_SECONDS = 2  # nobody reads a question and its five answers sooner; the quickest people take 3
PROGRAMS = re.compile(
    r"curl|wget|python|httpx|aiohttp|scrapy|java/|java-http|okhttp|go-http|libwww|perl|ruby|node|axios|php|postman"
    r"|headless|phantom|(?<!cu)bot\b",  # Cubot makes telephones
    re.IGNORECASE,
)
# Browsers that say where a request comes from in Sec-Fetch headers, from these versions on. Those within apps on iOS
# name no version, and are let be.
MODERN = re.compile(
    r"Chrome/(?:8\d|9\d|\d{3})|Firefox/(?:9\d|\d{3})|Version/(?:16\.[4-9]|1[7-9]\.|[2-9]\d\.)\S* (?:Mobile/\S+ )?Safari"
)
ALWAYS_SENT = {"site", "mode", "dest"}

# Of one network. A browser counts three times at most (by page, three times with each score), so that its flood is not
# held against those beside it: an office where 200 people answer stays far below these, and somebody who makes up
# browsers does not.
MOST_A_MINUTE, MOST_AN_HOUR, MOST_A_DAY, SHARE_OF_A_BROWSER = 10, 60, 250, 3
# Of one browser on one network, which may be many people with devices alike: in the liveliest hour of an office with
# 200 of them the commonest browser comes 20 times, and never five times in a minute.
MOST_OF_A_BROWSER_A_MINUTE, MOST_OF_A_BROWSER_AN_HOUR = 5, 40
# Of a browser that sends more than half of all that its network sends: one person, then. People answer on four pages
# at most and change their mind once or twice.
MOST_OF_ONE_PERSON = 7
# Pages of one network with the same score. Five people who happen to agree are one in a hundred; one person who gives
# the same on five pages is as rare, since few answer so often. A single person may differ once and still be one-sided.
MOST_AGREEING, LEAST_AGREEMENT, LEAST_AGREEMENT_OF_ONE = 4, 0.9, 0.8
# The same long comment with the same score, from anywhere: people do write stock phrases, but not six a day alike.
MOST_OF_THE_SAME_WORDS = 5
# So many browsers at one address are an office or a carrier, not a household: two who look alike may be two people.
SHARED_BY = 5


@dataclass(frozen=True)
class Group:
    """What one browser of the network sent this day with one score. is_own: whether it is the sender's browser.

    minute, hour, day: answers in the last minute, the last hour, the day; pages: how many pages they were on.
    """

    browser: bytes
    score: int
    is_own: bool = False
    minute: int = 0
    hour: int = 0
    day: int = 0
    pages: int = 0


@dataclass(frozen=True)
class Past:
    """What came this day before an answer. groups: all Groups of its network.

    is_again: whether this visitor answered on this page before; is_replay: whether the nonce came before;
    same_words: how often the same long comment came with the same score, from anywhere.
    """

    groups: tuple = ()
    is_again: bool = False
    is_replay: bool = False
    same_words: int = 0

    @property
    def is_shared(self):
        return len({group.browser for group in self.groups}) >= SHARED_BY

    def total(self, span, is_own=False):
        """The sum of `span`, a counter of Group; of the sender's browser alone if told."""
        return sum(getattr(group, span) for group in self.groups if group.is_own or not is_own)

    def pages(self, answer, is_own=False):
        """A score and a number of pages for each Group, `answer` included; of the sender's browser alone if told."""
        own = Counter({answer.score: 0 if self.is_again else 1})
        for group in self.groups:
            if group.is_own:
                own[group.score] += group.pages
        beside = [] if is_own else [(group.score, group.pages) for group in self.groups if not group.is_own]
        return [*own.items(), *beside]

    def of_network(self, span):
        """The sum of `span`, where no browser counts more than SHARE_OF_A_BROWSER."""
        browsers = defaultdict(int)
        for group in self.groups:
            browsers[group.browser] += getattr(group, span)
        return sum(min(number, SHARE_OF_A_BROWSER) for number in browsers.values())

    def is_one_person(self):
        """Whether the sender's browser sends more than half of what its network sends, this answer included."""
        return self.total("day", is_own=True) + 1 > (self.total("day") + 1) / 2


def reasons_for(answer, client, past):
    """Why an Answer is set apart: codes of models.verdict.REASONS, the weightiest first; none when it counts."""
    return [reason for reason, applies in RULES.items() if applies(answer, client, past)]


def fills_the_trap(answer, client, past):
    return bool(answer.trap)


def is_odd(answer, client, past):
    """Whether no browser sends such headers: a program's name, no languages, or a new browser without Sec-Fetch."""
    if not client.user_agent or PROGRAMS.search(client.user_agent) or not client.languages:
        return True
    return bool(MODERN.search(client.user_agent)) and not client.fetch.keys() >= ALWAYS_SENT


def is_too_fast(answer, client, past):
    return answer.seconds is not None and answer.seconds < LEAST_SECONDS


def is_replay(answer, client, past):
    return past.is_replay


def repeats_words(answer, client, past):
    return past.same_words >= MOST_OF_THE_SAME_WORDS


def is_one_sided(answer, client, past):
    """Whether one person gives the same score on page after page."""
    own = past.pages(answer, is_own=True)
    return past.is_one_person() and agrees(own, answer.score, LEAST_AGREEMENT_OF_ONE)


def is_of_one_mind(answer, client, past):
    """Whether a network, whatever its browsers, gives the same score on page after page."""
    shares = [(score, min(pages, SHARE_OF_A_BROWSER)) for score, pages in past.pages(answer)]
    return agrees(shares, answer.score, LEAST_AGREEMENT)


def agrees(pages, score, least):
    """Whether more than MOST_AGREEING pages, and the share `least` of all, have `score`. pages: see Past.pages()."""
    same = sum(number for given, number in pages if given == score)
    return same > MOST_AGREEING and same >= least * sum(number for _given, number in pages)


def is_greedy(answer, client, past):
    return past.is_one_person() and past.total("day", is_own=True) >= MOST_OF_ONE_PERSON


def is_burst(answer, client, past):
    return past.total("minute", is_own=True) >= MOST_OF_A_BROWSER_A_MINUTE or past.of_network("minute") >= MOST_A_MINUTE


def is_flood(answer, client, past):
    return (
        past.total("hour", is_own=True) >= MOST_OF_A_BROWSER_AN_HOUR
        or past.of_network("hour") >= MOST_AN_HOUR
        or past.of_network("day") >= MOST_A_DAY
    )


# Those that hold by themselves come first, then those that hold by what came before.
RULES = {
    "honeypot": fills_the_trap,
    "odd_client": is_odd,
    "too_fast": is_too_fast,
    "replay": is_replay,
    "same_words": repeats_words,
    "one_sided": is_one_sided,
    "one_mind": is_of_one_mind,
    "one_browser": is_greedy,
    "burst": is_burst,
    "flood": is_flood,
}
