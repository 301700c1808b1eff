"""An answer that comes in: who sent it is recognised for a day, by hashes alone, and the later one counts."""

from datetime import timedelta

import pytest

from feedback.client import Client
from feedback.models import DailyCount, DailyKey, Rating, Recognition, Standing
from feedback.pages import Page
from feedback.recording import Answer, record
from feedback.upkeep import keep
from tests.feedback.ratings import NOON, counted

pytestmark = pytest.mark.django_db

BROWSER = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:130.0) Gecko/20100101 Firefox/130.0"
LIST = Page("edition_list", "edition_list", "en")


def client(address="192.0.2.7", user_agent=BROWSER, languages="en", **fetch):
    return Client(address, user_agent, languages, fetch or {"site": "same-origin", "mode": "cors", "dest": "empty"})


def answer(score=4, page=LIST, **changes):
    return Answer(score, changes.pop("comment", ""), page, **changes)


def standings():
    return list(Rating.objects.with_standing().order_by("pk").values_list("score", "standing"))


def test_a_later_answer_of_the_same_visitor_on_the_same_page_and_day_takes_the_place_of_the_earlier():
    record(answer(2), client(), NOON)
    record(answer(5), client(), NOON + timedelta(hours=3))
    record(answer(4), client(), NOON + timedelta(hours=4))

    assert standings() == [(2, "replaced"), (5, "replaced"), (4, "counted")]
    figures = {key[6]: counts for key, counts in counted(DailyCount).items()}
    assert figures == {"counted": (0, 0, 0, 1, 0), "replaced": (0, 1, 0, 0, 1)}


@pytest.mark.parametrize(
    "other",
    [
        {"address": "192.0.2.8"},
        {"user_agent": BROWSER.replace("130", "131")},
        {"languages": "fr"},
    ],
)
def test_another_address_browser_or_language_is_another_visitor(other):
    record(answer(2), client(), NOON)
    record(answer(5), client(**other), NOON)

    assert [standing for _score, standing in standings()] == ["counted", "counted"]


def test_another_page_and_another_day_are_answers_of_their_own():
    record(answer(2), client(), NOON)
    record(answer(5, Page("edition_list", "edition_list", "ar")), client(), NOON)
    record(answer(3), client(), NOON + timedelta(days=1))

    assert [standing for _score, standing in standings()] == ["counted"] * 3


def test_nothing_stored_names_a_visitor():
    record(answer(comment="Good"), client(), NOON)

    row = Recognition.objects.values().get()
    stored = repr([row, Rating.objects.values().get()])
    assert "192.0.2.7" not in stored
    assert "Firefox" not in stored
    assert {len(row[name]) for name in ("visitor", "browser", "network")} == {16}


def test_hashes_and_their_key_are_gone_with_the_day():
    record(answer(), client(), NOON)

    keep(NOON + timedelta(hours=6))
    assert DailyKey.objects.count() == Recognition.objects.count() == 1
    keep(NOON + timedelta(hours=24))

    assert DailyKey.objects.count() == Recognition.objects.count() == 0
    assert Rating.objects.count() == 1


def test_the_same_visitor_has_another_hash_the_next_day():
    record(answer(), client(), NOON)
    record(answer(), client(), NOON + timedelta(days=1))

    first, second = Recognition.objects.order_by("day")
    assert bytes(first.visitor) != bytes(second.visitor)


def test_what_is_set_apart_takes_no_place_and_is_counted_apart():
    record(answer(2), client(), NOON)
    record(answer(5, trap="x"), client(), NOON)

    assert standings() == [(2, "counted"), (5, "quarantined")]
    assert Rating.objects.last().verdicts.get().reason == "honeypot"


def test_staff_count_an_answer_again_and_the_verdicts_tell_who_and_why(desk):
    record(answer(5, trap="x"), client(), NOON)
    rating = Rating.objects.get()

    rating.judge(Standing.COUNTED, "staff", note="A password manager filled it in.")

    assert rating.current_standing() == Standing.COUNTED
    assert [verdict.standing for verdict in rating.verdicts.order_by("pk")] == ["quarantined", "counted"]
    assert not rating.judge(Standing.COUNTED, "staff")


def test_what_the_script_says_is_kept():
    record(answer(is_script=True, seconds=12, nonce="a" * 32), client(), NOON)

    rating = Rating.objects.get()
    assert (rating.channel, rating.seconds, rating.device) == ("script", 12, "computer")


def test_an_answer_sent_twice_by_one_browser_counts_once():
    for _click in range(2):
        record(answer(is_script=True, seconds=12, nonce="a" * 32), client(), NOON)

    assert [standing for _score, standing in standings()] == ["counted", "quarantined"]


def test_an_answer_takes_the_same_few_queries_however_many_came_before(django_assert_max_num_queries):
    for number in range(30):
        record(answer(1 + number % 5), client(f"192.0.2.{number}"), NOON)

    with django_assert_max_num_queries(16):
        record(answer(), client("192.0.2.99"), NOON)
