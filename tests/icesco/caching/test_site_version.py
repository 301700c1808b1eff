"""The database itself raises the site version with whatever readers see, by whatever way it is written."""

import pytest
from django.apps import apps
from django.db import connection, transaction

from icesco.caching import triggers
from icesco.caching.public_tables import APPS, PRIVATE, PUBLIC
from icesco.caching.version_row import SiteVersion
from people.models import Sector
from tests.factories import make_article, make_draft, make_edition, make_person, make_sector, make_tag, update_edition

# PostgreSQL raises it when a transaction ends, so there have to be some that do.
pytestmark = pytest.mark.django_db(transaction=True)


def version():
    return SiteVersion.objects.get().number


@pytest.fixture
def rises():
    """A function that calls another and says by how much the version rose."""

    def measured(change, *args, **kwargs):
        before = version()
        change(*args, **kwargs)
        return version() - before

    return measured


def test_each_model_is_either_public_or_private():
    models = {
        model._meta.label for app in APPS for model in apps.get_app_config(app).get_models(include_auto_created=True)
    }

    assert models == {*PUBLIC, *PRIVATE}
    assert not PRIVATE & PUBLIC.keys()


def test_columns_that_count_are_columns():
    for label, columns in PUBLIC.items():
        assert set(columns) <= {field.column for field in apps.get_model(label)._meta.concrete_fields}


def test_publishing_correcting_and_withdrawing_raise_it(rises):
    edition = make_edition(title="Forum opens")

    assert rises(update_edition, edition, title="Forum closes")
    assert rises(edition.corrections.create, text="The day was wrong.")
    assert rises(edition.withdraw)


def test_a_draft_over_a_public_text_does_not_raise_it(rises):
    edition = make_edition(title="Forum opens")

    assert rises(update_edition, edition, publish=False, title="Forum closes") == 0


def test_a_draft_of_a_new_language_shows_nothing_new(client):
    article = make_edition(title="Forum opens").article
    page = client.get("/en/news/").content
    make_draft(article, "fr", title="Le forum s’ouvre")

    assert client.get("/en/news/").content == page


def test_several_changes_of_a_transaction_raise_it(rises):
    def several():
        with transaction.atomic():
            for code in ("a", "b", "c"):
                make_sector(name=f"Sector {code}")

    assert rises(several)


def test_a_database_that_went_back_in_time_gives_no_number_twice():
    make_sector(name="Seas")
    seen = version()
    SiteVersion.objects.update(number=seen - 1)  # as a copy put back would have it

    make_sector(name="Rivers")

    assert version() > seen


def test_it_rises_though_the_clock_goes_back(rises):
    SiteVersion.objects.update(number=2**62)

    assert 0 < rises(make_sector) < 1_000


def test_what_is_called_off_does_not_raise_it(rises):
    def called_off():
        with transaction.atomic():
            make_sector()
            transaction.set_rollback(True)

    assert rises(called_off) == 0


def test_ways_around_the_models_raise_it_too(rises):
    sector, article = make_sector(), make_article()
    table = Sector._meta.db_table

    def plain_sql():
        with connection.cursor() as cursor:
            cursor.execute(f"UPDATE {table} SET name_en = 'Lakes' WHERE id = %s", [sector.pk])

    assert rises(Sector.objects.filter(pk=sector.pk).update, name_en="Seas")
    assert rises(plain_sql)
    assert rises(article.sectors.add, sector)
    assert rises(Sector.objects.filter(pk=sector.pk).delete)


def test_names_of_people_and_tags_raise_it(rises):
    person, tag = make_person(), make_tag()
    person.name_fr, tag.label_fr = "Amina Diallo", "Marées"

    assert rises(person.save)
    assert rises(tag.save)


def test_triggers_that_a_migration_lost_come_back():
    tables = set(connection.introspection.table_names())
    before = triggers.present_triggers(connection)
    name = next(iter(before))
    with connection.cursor() as cursor:
        on_table = f" ON {before[name]}" if connection.vendor == "postgresql" else ""
        cursor.execute(f"DROP TRIGGER {name}{on_table}")

    triggers.renew(connection, tables)

    assert triggers.present_triggers(connection) == before


def test_triggers_of_another_day_go_away():
    tables = set(connection.introspection.table_names())
    wanted = triggers.wanted_triggers(connection.vendor, tables)
    some = next(iter(wanted))
    with connection.cursor() as cursor:
        cursor.execute(wanted[some].replace(some, f"{triggers.PREFIX}_old_one_00000000"))

    triggers.renew(connection, tables)

    assert triggers.present_triggers(connection).keys() == wanted.keys()
