"""Each rule at its border: what is one below a limit counts, and what passes it is set apart."""

from datetime import timedelta

import pytest

from feedback import abuse
from feedback.abuse import Group, Past, reasons_for
from feedback.client import Client
from feedback.models import Rating, Recognition, Standing
from feedback.models.verdict import REASONS
from feedback.pages import Page
from feedback.recording import CHANGE_OF_MIND, Answer, record
from tests.feedback.ratings import NOON

CHROME = (
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/144.0.0.0 Safari/537.36"
)
SAFARI = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) {} Safari/605.1.15"
CUBOT = (
    "Mozilla/5.0 (Linux; Android 11; CUBOT NOTE 20 Build/RP1A) AppleWebKit/537.36 Chrome/144.0.0.0 Mobile Safari/537.36"
)
FETCH = {"site": "same-origin", "mode": "cors", "dest": "empty"}
LONG = "This organisation wastes the money of its members"


def client(kind=0, address="192.0.2.7", **changes):
    """A Client with a browser of its own for each `kind`."""
    return Client(**{"address": address, "user_agent": CHROME, "languages": f"en-{kind}", "fetch": FETCH} | changes)


def answer(score=4, page=0, **changes):
    return Answer(**{"score": score, "comment": "", "page": Page("article", f"article:{page}", "en")} | changes)


def group(browser=b"own", score=4, **counts):
    return Group(browser, score, is_own=browser == b"own", **counts)


def others(number, score=3, **counts):
    """Groups of so many other browsers."""
    return [group(f"other {index}".encode(), score, **counts) for index in range(number)]


def reasons(*groups, sent=None, sender=None, **past):
    return reasons_for(sent or answer(), sender or client(), Past(groups, **past))


def test_every_rule_has_words_for_people():
    assert abuse.RULES.keys() <= REASONS.keys()


def test_an_ordinary_first_answer_counts():
    assert reasons() == []


def test_the_field_that_people_do_not_see_gives_a_program_away():
    assert reasons(sent=answer(trap="x")) == ["honeypot"]


@pytest.mark.parametrize(("seconds", "found"), [(None, []), (2, []), (1, ["too_fast"]), (0, ["too_fast"])])
def test_nobody_answers_in_less_than_two_seconds(seconds, found):
    assert reasons(sent=answer(seconds=seconds)) == found


@pytest.mark.parametrize(
    ("changes", "is_odd"),
    [
        ({}, False),
        ({"fetch": {}}, True),
        ({"fetch": {"site": "same-origin"}}, True),
        ({"languages": ""}, True),
        ({"user_agent": ""}, True),
        ({"user_agent": "python-requests/2.32.3", "fetch": {}}, True),
        ({"user_agent": CHROME.replace("Chrome", "HeadlessChrome")}, True),
        ({"user_agent": CHROME.replace("144", "79"), "fetch": {}}, False),
        ({"user_agent": SAFARI.format("Version/16.3"), "fetch": {}}, False),
        ({"user_agent": SAFARI.format("Version/16.4"), "fetch": {}}, True),
        ({"user_agent": SAFARI.format("Version/26.3"), "fetch": {}}, True),
        ({"user_agent": CUBOT}, False),
    ],
)
def test_headers_that_no_browser_sends_are_odd(changes, is_odd):
    assert reasons(sender=client(**changes)) == (["odd_client"] if is_odd else [])


@pytest.mark.parametrize(("same_words", "found"), [(4, []), (5, ["same_words"])])
def test_a_long_comment_may_come_five_times(same_words, found):
    assert reasons(same_words=same_words) == found


@pytest.mark.parametrize(("pages", "found"), [(3, []), (4, ["one_mind"])])
def test_a_network_may_agree_on_four_pages(pages, found):
    assert reasons(*others(pages, score=4, day=1, pages=1)) == found


def test_a_network_of_two_minds_is_not_of_one():
    assert reasons(*others(8, score=4, day=1, pages=1), *others(2, score=1, day=1, pages=1)) == []


@pytest.mark.parametrize(("other_scores", "found"), [(2, []), (1, ["one_sided"])])
def test_one_person_may_not_hide_many_alike_behind_one_that_differs(other_scores, found):
    assert reasons(group(day=4, pages=4), group(score=2, day=other_scores, pages=other_scores)) == found


def test_one_person_who_agrees_with_themselves_on_five_pages_is_one_sided():
    assert reasons(group(day=3, pages=3)) == []
    assert reasons(group(day=4, pages=4)) == ["one_sided"]


def test_an_answer_given_again_is_not_another_page():
    assert reasons(group(day=4, pages=4), is_again=True) == []


@pytest.mark.parametrize(("day", "found"), [(6, []), (7, ["one_browser"])])
def test_one_person_may_answer_seven_times(day, found):
    mixed = [group(score=score, day=1, pages=1) for score in (1, 2, 3)]

    assert reasons(*mixed, group(day=day - 3, pages=1)) == found


def test_alike_devices_beside_as_many_others_are_many_people():
    assert reasons(group(day=20, pages=20), *others(21, score=2, day=1, pages=1)) == []


@pytest.mark.parametrize(("own", "found"), [(4, []), (5, ["burst"])])
def test_a_browser_may_answer_five_times_a_minute(own, found):
    assert reasons(group(minute=own, day=own, pages=1), *others(9, day=1, pages=1)) == found


@pytest.mark.parametrize(
    ("span", "most", "found"), [("minute", 10, "burst"), ("hour", 60, "flood"), ("day", 250, "flood")]
)
def test_a_network_has_limits_by_the_minute_the_hour_and_the_day(span, most, found):
    assert reasons(*others(most - 1, **{span: 1})) == []
    assert reasons(*others(most, **{span: 1})) == [found]


@pytest.mark.parametrize(("own", "found"), [(39, []), (40, ["flood"])])
def test_a_browser_may_come_forty_times_an_hour(own, found):
    assert reasons(group(hour=own, day=own), *others(50, day=1)) == found


def test_the_flood_of_one_browser_is_not_held_against_those_beside_it():
    assert reasons(*others(1, minute=500, hour=500, day=500, pages=5)) == []


# Through the recording


def standings():
    return list(Rating.objects.with_standing().order_by("pk").values_list("standing", flat=True))


def send_many(number, sender=client, **changes):
    """So many answers on as many pages, two minutes apart, with scores in turn unless told otherwise."""
    for index in range(number):
        sent = answer(**{"score": 1 + index % 5, "page": index} | changes)
        record(sent, sender(), NOON + timedelta(minutes=2 * index))


@pytest.mark.django_db
def test_when_a_browser_has_sent_too_much_what_it_sent_before_is_set_apart_as_well():
    send_many(7)
    assert standings() == ["counted"] * 7

    send_many(1, page=70)

    assert standings() == ["quarantined"] * 8
    assert not Recognition.objects.filter(is_counted=True).exists()
    assert {verdict.reason for rating in Rating.objects.all() for verdict in rating.verdicts.all()} == {"one_browser"}


@pytest.mark.django_db
def test_five_alike_from_changing_browsers_of_one_network_are_all_set_apart():
    for kind in range(5):
        record(answer(1, page=kind), client(kind), NOON + timedelta(hours=kind))

    assert standings() == ["quarantined"] * 5


@pytest.mark.django_db
def test_others_at_the_address_of_a_flood_are_counted():
    record(answer(5), client("neighbour"), NOON)
    send_many(30)
    record(answer(2, page=3), client("another neighbour"), NOON + timedelta(hours=1))

    assert standings() == ["counted", *["quarantined"] * 30, "counted"]


@pytest.mark.django_db
def test_a_neighbour_who_happens_to_agree_with_a_flood_is_counted():
    record(answer(1), client("neighbour"), NOON)
    send_many(30, score=1)

    assert standings() == ["counted", *["quarantined"] * 30]


@pytest.mark.django_db
def test_the_sixth_of_the_same_long_comment_takes_the_others_along_wherever_they_came_from():
    for number in range(6):
        sent = answer(1, comment=f"  {LONG.upper() if number % 2 else LONG}! ", nonce=f"{number:032x}")
        record(sent, client(address=f"192.0.2.{number}"), NOON)
    record(answer(5, comment=LONG), client(address="192.0.2.99"), NOON)

    assert standings() == [*["quarantined"] * 6, "counted"]


@pytest.mark.django_db
def test_short_words_may_be_repeated_by_anybody():
    for number in range(30):
        record(answer(5, comment="شكرا"), client(address=f"192.0.2.{number}"), NOON)

    assert standings() == ["counted"] * 30


@pytest.mark.django_db
def test_what_staff_counted_again_is_not_set_apart_again_by_what_comes_later():
    send_many(8)
    restored = Rating.objects.first()
    restored.judge(Standing.COUNTED, "staff")

    send_many(1, page=80)

    assert restored.current_standing() == Standing.COUNTED


@pytest.mark.django_db
def test_an_answer_that_is_set_apart_replaces_nothing():
    record(answer(2), client(), NOON)
    record(answer(5, seconds=0, nonce="a" * 32), client(), NOON)

    assert standings() == ["counted", "quarantined"]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("kinds", "wait", "first"),
    [
        (4, CHANGE_OF_MIND * 2, "replaced"),
        (5, CHANGE_OF_MIND - timedelta(seconds=1), "replaced"),
        (5, CHANGE_OF_MIND, "counted"),
    ],
)
def test_where_many_share_an_address_only_an_answer_just_given_is_replaced(kinds, wait, first):
    for kind in range(kinds):
        record(answer(1 + kind % 5, page=kind), client(kind), NOON)

    record(answer(3), client(), NOON + wait)

    assert standings() == [first, *["counted"] * kinds]


@pytest.mark.django_db
@pytest.mark.parametrize("before", [0, 6, 40])
def test_what_is_asked_of_the_past_takes_three_queries_however_long_it_is(before, django_assert_num_queries):
    from feedback.models import DailyKey, day_of
    from feedback.recording import digests_of, past_of

    send_many(before)
    sent, day = answer(comment=LONG, nonce="b" * 32), day_of(NOON)
    digests = digests_of(sent, client(), DailyKey.of(day))

    with django_assert_num_queries(3):
        past_of(digests, sent.score, day, NOON)


@pytest.mark.django_db
def test_an_answer_takes_as_many_queries_on_a_busy_day_as_on_a_quiet_one(django_assert_max_num_queries):
    send_many(4, sender=lambda: client(address="192.0.2.9"))

    for number in range(3):
        with django_assert_max_num_queries(21):
            record(answer(comment=LONG, nonce=f"{number:032x}", page=number), client(number), NOON)
