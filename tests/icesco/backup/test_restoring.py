"""Restoring: wholly, or not at all and with one sentence."""

import shutil

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from icesco.backup import restoring, unpacking
from icesco.backup.making import make_backup
from icesco.backup.migrations import applied
from icesco.backup.snapshot import last_key
from icesco.backup.tables import DERIVED, LEFT_OUT, MADE_BY_MIGRATIONS, all_tables
from news.models import Article, Edition, Term
from tests.factories import make_edition, make_user

from .archives import altered
from .hosts import manifest_of

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def archive(settings, tmp_path):
    """The archive of a small newsroom; after it the database and the folders are empty."""
    settings.VAR_DIR = tmp_path / "var"
    settings.VAR_DIR.mkdir()
    settings.MEDIA_ROOT.mkdir()
    (settings.MEDIA_ROOT / "a.webp").write_bytes(b"a picture")
    make_edition(title="The forum opens", author=make_user())
    Term.objects.create(ar="أ", en="one", fr="un")
    path, _manifest = make_backup(tmp_path / "backups")
    forget_everything(settings)
    return path


def forget_everything(settings):
    call_command("flush", verbosity=0, interactive=False, inhibit_post_migrate=True)
    shutil.rmtree(settings.MEDIA_ROOT)


def refused(archive, words):
    """Restoring says so, and there are no rows and no files."""
    with pytest.raises(CommandError, match=words) as refusal:
        call_command("restore", archive)
    assert "\n" not in str(refusal.value)
    assert not Article.objects.exists()
    assert not Term.objects.exists()


def test_rows_files_and_what_is_derived_are_back(archive, settings, capsys):
    call_command("restore", archive)

    edition = Edition.objects.live("en").get()
    assert edition.title == "The forum opens"
    assert edition.article.work.count() == 3
    assert edition.search_entry.language == "en"
    assert (settings.MEDIA_ROOT / "a.webp").read_bytes() == b"a picture"
    assert "Restored as of" in capsys.readouterr().out


def test_new_rows_get_keys_of_their_own(archive):
    call_command("restore", archive)

    keys = set(Article.objects.values_list("pk", flat=True))

    assert make_edition().article_id > max(keys)


def test_a_database_with_a_single_row_is_refused(archive):
    Term.objects.create(ar="ب", en="two", fr="deux")

    with pytest.raises(CommandError, match="isn’t empty: news_term has rows"):
        call_command("restore", archive)

    assert Term.objects.count() == 1
    assert not Article.objects.exists()


def test_a_folder_with_a_single_file_is_refused(archive, settings):
    settings.ORIGINALS_ROOT.mkdir()
    (settings.ORIGINALS_ROOT / "mine").touch()

    refused(archive, "originals isn’t empty")

    assert (settings.ORIGINALS_ROOT / "mine").exists()


def test_an_archive_with_an_unknown_migration_is_refused(archive, tmp_path):
    seen = [*map(list, applied(connection)), ["news", "9999_telepathy"]]

    refused(altered(archive, tmp_path / "b.tar", migrations=seen), "newer version of icesco.*news.9999_telepathy")


def test_an_archive_whose_migrations_have_gaps_is_refused(archive, tmp_path):
    seen = [list(key) for key in applied(connection) if key != ("news", "0001_articles_editions_revisions")]

    refused(altered(archive, tmp_path / "b.tar", migrations=seen), "has gaps")


def test_a_database_of_another_state_is_refused(archive, tmp_path):
    seen = [list(key) for key in applied(connection) if key != ("news", "0031_waived_checks")]

    refused(altered(archive, tmp_path / "b.tar", migrations=seen), "another state")


def test_a_table_too_few_is_refused(archive, tmp_path):
    tables = manifest_of(archive)["tables"]
    del tables["news_term"]

    refused(altered(archive, tmp_path / "b.tar", tables=tables), "its tables aren’t those of its migrations")


@pytest.mark.parametrize(
    "change",
    [{"number": "1"}, {"created_at": "yesterday"}, {"title": "a\0b"}, {"article_id": 2**63}, {"id": None}],
)
def test_a_value_that_no_column_takes_leaves_nothing(archive, tmp_path, settings, change):
    bad = altered(archive, tmp_path / "b.tar", "news_revision", lambda rows: [{**row, **change} for row in rows])

    refused(bad, "damaged|refused it")

    assert not any(settings.MEDIA_ROOT.rglob("*"))


def test_a_row_that_names_a_missing_one_leaves_nothing(archive, tmp_path, settings):
    bad = altered(archive, tmp_path / "b.tar", "auth_user", lambda rows: [])

    refused(bad, "rows in it name others")

    assert not any(settings.MEDIA_ROOT.rglob("*"))


def test_a_row_twice_leaves_nothing(archive, tmp_path):
    refused(altered(archive, tmp_path / "b.tar", "news_term", lambda rows: rows * 2), "refused it")


def test_a_sound_archive_is_restored_after_one_was_refused(archive, tmp_path):
    refused(altered(archive, tmp_path / "b.tar", "auth_user", lambda rows: []), "rows in it name others")

    call_command("restore", archive)

    assert Term.objects.get().en == "one"


def test_an_archive_for_which_there_is_no_room_is_refused(archive, monkeypatch):
    monkeypatch.setattr(unpacking.shutil, "disk_usage", lambda _path: shutil._ntuple_diskusage(1, 1, 0))

    refused(archive, "has 0 left")


def test_what_fails_after_the_rows_says_what_to_run(archive, monkeypatch):
    monkeypatch.setattr(restoring, "REBUILDING", ("rebuild_nothing",))

    with pytest.raises(CommandError, match=r"is restored, but .* run migrate, rebuild_nothing"):
        call_command("restore", archive)

    assert Article.objects.exists()


def test_every_table_that_is_treated_apart_exists():
    assert {table.label for table in tables()} >= LEFT_OUT | DERIVED | MADE_BY_MIGRATIONS


def tables():
    from django.apps import apps

    return all_tables(apps)


def test_the_last_key_outlives_its_row():
    table = next(table for table in tables() if table.label == "news.term")
    key = Term.objects.create(ar="أ", en="one", fr="un").pk
    Term.objects.all().delete()

    assert last_key(connection, table) == key
