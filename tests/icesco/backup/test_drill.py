"""The drill that operators do: the demo backed up, restored elsewhere, asked, and backed up again."""

import pytest

from .hosts import Host, PostgresqlHost, is_postgresql, kept_in, manifest_of

pytestmark = pytest.mark.xdist_group("backup_drill")
NEWEST_OF_NEWS, THE_ONE_BEFORE = "0031_waived_checks", "0030_the_term_list"


@pytest.fixture(scope="module")
def first(tmp_path_factory):
    """A Host with the demo, on SQLite, and its archive."""
    host = Host.on_sqlite(tmp_path_factory.mktemp("drill") / "first")
    host.newsroom("make")
    return host, host.backed_up()


@pytest.fixture(scope="module")
def second(first, tmp_path_factory):
    """A Host restored from the first one's archive: on PostgreSQL where there is a server."""
    folder = tmp_path_factory.mktemp("drill") / "second"
    host = PostgresqlHost.made(folder) if is_postgresql() else Host.on_sqlite(folder)
    host.manage("restore", str(first[1]))
    yield host
    if is_postgresql():
        host.remove()


def test_what_is_restored_is_backed_up_to_the_same_bytes(first, second):
    archive = second.backed_up()

    assert kept_in(archive) == kept_in(first[1])
    assert kept_in(archive)["tables"]["news_revision"][1] > 30
    assert len(kept_in(archive)["files"]) > 20


def test_a_third_host_is_the_first_one_again_whatever_was_between(first, second, tmp_path):
    third = Host.on_sqlite(tmp_path / "third")

    third.manage("restore", str(second.backed_up()))

    assert kept_in(third.backed_up()) == kept_in(first[1])


def test_pages_searches_queue_and_memory_answer_as_before(first, second):
    before, after = first[0].asked(), second.asked()

    assert {status for status, _body in before["pages"].values()} == {200}
    assert after["pages"] == before["pages"]
    assert any("<mark>" in body for _status, body in after["pages"].values())
    assert before["queue"]
    assert after["queue"] == before["queue"]
    assert before["memory"]
    assert after["memory"] == before["memory"]


def test_the_key_of_a_deleted_story_does_not_come_again(first, second):
    archive = manifest_of(first[1])["tables"]["news_article"]

    assert archive["last_key"] > archive["rows"]
    assert second.asked()["next"] > archive["last_key"]


def test_who_rated_is_in_no_archive(first, second):
    assert first[0].asked()["visitors"] == 1
    assert second.asked()["visitors"] == 0
    assert not {"feedback_recognition", "feedback_dailykey"} & manifest_of(first[1])["tables"].keys()


def test_uploads_are_back_with_their_rights(first, second):
    for name in manifest_of(first[1])["files"]:
        assert (second.folder / name).read_bytes() == (first[0].folder / name).read_bytes()
        assert (second.folder / name).stat().st_mode & 0o777 == 0o644


def test_nothing_is_restored_over_rows_or_files(first, tmp_path):
    assert "isn’t empty" in first[0].refusal("restore", str(first[1]))

    host = Host.on_sqlite(tmp_path / "other")
    (host.folder / "originals").mkdir()
    (host.folder / "originals" / "mine.png").touch()

    assert "originals isn’t empty" in host.refusal("restore", str(first[1]))
    assert (host.folder / "originals" / "mine.png").exists()


def test_an_archive_of_an_older_database_is_migrated_once_it_is_loaded(first, tmp_path):
    old, new = Host.on_sqlite(tmp_path / "old"), Host.on_sqlite(tmp_path / "new")
    old.manage("restore", str(first[1]))
    old.manage("migrate", "news", THE_ONE_BEFORE)
    archive = old.backed_up()
    assert ["news", NEWEST_OF_NEWS] not in manifest_of(archive)["migrations"]

    said = new.manage("restore", str(archive))

    assert "will be migrated" in said
    assert kept_in(new.backed_up()) == kept_in(first[1])
