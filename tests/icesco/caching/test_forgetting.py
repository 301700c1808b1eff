"""Kept pages are forgotten when something public is committed, not before and not for less."""

import pytest
from django.db import connection, transaction

from icesco.caching.shared_mark import mark
from people.models import Sector
from tests.factories import make_draft, make_edition, make_sector, make_user

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_withdrawal_moves_the_mark_before_it_returns():
    edition = make_edition()
    before = mark.value

    edition.withdraw()

    assert mark.value != before


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE people_sector SET name_en = 'Seas'",
        'update "people_sector" set name_en = name_en',
        "DELETE FROM people_redirect",
        "WITH one AS (SELECT 1) DELETE FROM people_redirect",
        "INSERT INTO people_redirect (kind, old_slug, new_slug) VALUES ('person', 'a', 'b')",
    ],
)
def test_plain_sql_moves_it_too(sql):
    before = mark.value

    with connection.cursor() as cursor:
        cursor.execute(sql)

    assert mark.value != before


def test_it_moves_once_what_was_written_can_be_seen():
    before = mark.value

    with transaction.atomic():
        make_sector()
        make_sector(name="Rivers Sector")
        assert mark.value == before
        assert len(connection.run_on_commit) == 1

    assert mark.value != before


def test_what_is_called_off_leaves_it():
    before = mark.value

    with transaction.atomic():
        make_sector()
        transaction.set_rollback(True)

    assert mark.value == before


def test_after_a_savepoint_is_called_off_the_rest_still_moves_it():
    before = mark.value

    with transaction.atomic():
        with transaction.atomic():
            make_sector()
            transaction.set_rollback(True)
        make_sector()

    assert mark.value != before


def test_reading_and_the_desks_own_rows_leave_it():
    make_draft()
    before = mark.value

    list(Sector.objects.select_for_update().none())
    list(Sector.objects.all())
    make_user()

    assert mark.value == before
