"""The traffic of the simulation is what it says it is, before any rule judges it."""

from collections import Counter

from tests.feedback.simulation.bots import bots
from tests.feedback.simulation.humans import OFFICE_ADDRESS, OFFICE_PEOPLE, humans
from tests.feedback.simulation.pages import HOME, NEWEST

PEOPLE, PROGRAMS = humans(), bots()


def test_the_same_traffic_comes_out_each_time():
    assert humans() == PEOPLE
    assert bots() == PROGRAMS


def test_ten_thousand_answers_of_people_come_in_the_proportions_of_a_newsroom():
    pages = Counter(session.answer.page.key for session in PEOPLE)

    assert len(PEOPLE) == 10_000
    assert 0.83 < sum(session.answer.is_script for session in PEOPLE) / 10_000 < 0.87
    assert 0.05 < sum(bool(session.answer.comment) for session in PEOPLE) / 10_000 < 0.07
    assert 0.28 < (pages[HOME] + pages[NEWEST]) / 10_000 < 0.38
    assert len({session.client.address for session in PEOPLE}) > 4_000
    assert len({session.client.user_agent for session in PEOPLE}) >= 55
    assert 100 < sum(session.again for session in PEOPLE) < 300


def test_two_hundred_people_with_fifteen_kinds_of_browser_share_one_address():
    office = [session for session in PEOPLE if session.client.address == OFFICE_ADDRESS]

    assert len({session.person for session in office}) == OFFICE_PEOPLE
    assert len({(session.client.user_agent, session.client.languages) for session in office}) == 15
    assert {session.place for session in office} == {"office"}


def test_programs_send_three_thousand_requests_from_five_hundred_addresses_that_no_person_has():
    networks = {session.client.address for session in PROGRAMS}

    assert 2_900 <= len(PROGRAMS) <= 3_300
    assert len(networks) == 500
    assert len({session.kind for session in PROGRAMS}) == 10
    assert not networks & {session.client.address for session in PEOPLE}


def test_rotated_forwarded_headers_leave_the_five_real_addresses():
    assert len({session.client.address for session in PROGRAMS if session.kind == "forwarded"}) == 5
