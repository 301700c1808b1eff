"""What pages cost: few queries, the same however many stories there are, and no body that isn't shown.

One query of each page asks for the site's moment, from which its tag is made.
"""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories import update_edition
from tests.news.linked import Subjects

pytestmark = pytest.mark.django_db

BODY = re.compile(r'"(body(?:_[a-z]+)?)"')


def asked(client, address):
    """The SQL of the queries that a page takes: a list of str."""
    with CaptureQueriesContext(
        connection,
    ) as queries:
        assert client.get(address).status_code == 200
    return [query["sql"] for query in queries]


def bodies(queries):
    return {column for sql in queries for column in BODY.findall(sql)}


@pytest.fixture
def subjects(db):
    return Subjects()


def entity_pages(subjects):
    return {
        "person": "/en/people/amina-diallo/",
        "member state": "/en/member-states/atlantis/",
        "sector": "/en/sectors/oceans-sector/",
        "tag": "/en/tags/tides/",
    }


ALL_FILTERS = "?sector=oceans-sector&state=atlantis&person=amina-diallo&tag=tides&year={year}"


def test_a_story_takes_fourteen_queries_at_most_and_no_body_but_its_own(client, subjects):
    arabic, source = subjects.full_story()
    subjects.stories(3, "ar")
    update_edition(source, title="Changed since")

    queries = asked(client, arabic.get_absolute_url())

    assert len(queries) <= 14
    assert bodies(queries) == {"body_ar"}


def test_the_home_page_takes_eight_queries_at_most_and_no_body(client, subjects):
    subjects.full_story()
    few = asked(client, "/en/")
    subjects.stories(25)

    many = asked(client, "/en/")

    assert len(many) == len(few) <= 8
    assert bodies(many) == set()


@pytest.mark.parametrize("query", ["", ALL_FILTERS, ALL_FILTERS + "&page=2"])
def test_the_list_takes_seven_queries_at_most_and_no_body(client, subjects, query):
    editions = subjects.stories(41)
    address = "/en/news/" + query.format(year=editions[0].permalink_on.year)

    queries = asked(client, address)

    assert len(queries) <= 7
    assert bodies(queries) == set()


@pytest.mark.parametrize("query", ["", ALL_FILTERS])
def test_the_list_takes_no_more_queries_with_more_stories(client, subjects, query):
    editions = subjects.stories(21)
    address = "/en/news/" + query.format(year=editions[0].permalink_on.year)
    few = asked(client, address)
    subjects.stories(25)

    many = asked(client, address)

    assert len(many) == len(few)


@pytest.mark.parametrize("kind", ["person", "member state", "sector", "tag"])
def test_an_entitys_page_takes_eight_queries_at_most_and_no_body(client, subjects, kind):
    subjects.full_story()
    subjects.stories(25)
    subjects.stories(14, language="fr")
    address = entity_pages(subjects)[kind]
    few = asked(client, address)
    subjects.stories(25)

    many = asked(client, address)

    assert len(many) == len(few) <= 8
    assert bodies(many) == set()


@pytest.mark.parametrize("address", ["/en/people/", "/en/member-states/", "/en/sectors/"])
def test_lists_of_entities_take_two_queries_at_most(client, subjects, address):
    subjects.stories(3)

    assert len(asked(client, address)) <= 2


def test_a_month_takes_six_queries_at_most_and_no_body(client, subjects):
    edition = subjects.stories(25)[0]

    queries = asked(client, f"/en/{edition.permalink_on:%Y/%m}/")

    assert len(queries) <= 6
    assert bodies(queries) == set()


def test_no_page_reads_a_session_or_a_user(client, admin_user, subjects):
    edition = subjects.stories(1)[0]
    client.force_login(admin_user)

    for address in ["/en/", "/en/news/", edition.get_absolute_url(), *entity_pages(subjects).values()]:
        queries = asked(client, address)

        assert not [sql for sql in queries if "session" in sql or "auth_user" in sql]
