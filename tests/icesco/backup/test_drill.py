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


@pytest.fixture(scope="module")
def archive(second):
    """What the second Host backs up, before anybody asked it anything."""
    return second.backed_up()


@pytest.fixture(scope="module")
def answers(first, second, archive):
    """What both hosts tell: see newsroom.ask()."""
    return first[0].asked(), second.asked()


def test_what_is_restored_is_backed_up_to_the_same_bytes(first, archive):
    assert kept_in(archive) == kept_in(first[1])
    assert kept_in(archive)["tables"]["news_revision"][1] > 30
    assert len(kept_in(archive)["files"]) > 20


def test_pages_and_searches_say_the_same_words(answers):
    before, after = answers

    assert {status for status, _body in before["pages"].values()} == {200}
    assert after["pages"] == before["pages"]
    assert len(after["pages"]) > 30
    assert any("<mark>" in body for _status, body in after["pages"].values())


@pytest.mark.parametrize("derived", ["queue", "memory"])
def test_what_is_derived_is_derived_to_the_same(answers, derived):
    before, after = answers

    assert before[derived]
    assert after[derived] == before[derived]


def test_the_key_of_a_deleted_story_does_not_come_again(first, answers):
    stories = manifest_of(first[1])["tables"]["news_article"]

    assert stories["last_key"] > stories["rows"]
    assert answers[1]["next"] > stories["last_key"]


def test_who_rated_is_in_no_archive(first, answers):
    assert [told["visitors"] for told in answers] == [1, 0]
    assert not {"feedback_recognition", "feedback_dailykey"} & manifest_of(first[1])["tables"].keys()


def test_uploads_are_back_with_their_rights(first, second):
    for name in manifest_of(first[1])["files"]:
        assert (second.folder / name).read_bytes() == (first[0].folder / name).read_bytes()
        assert (second.folder / name).stat().st_mode & 0o777 == 0o644


def test_a_third_host_is_the_first_again_and_an_older_one_is_migrated_once_it_is_loaded(first, archive, tmp_path):
    third, fourth = Host.on_sqlite(tmp_path / "third"), Host.on_sqlite(tmp_path / "fourth")

    third.manage("restore", str(archive))
    assert kept_in(third.backed_up()) == kept_in(first[1])

    third.manage("migrate", "news", THE_ONE_BEFORE)
    older = third.backed_up()
    assert ["news", NEWEST_OF_NEWS] not in manifest_of(older)["migrations"]
    assert "will be migrated" in fourth.manage("restore", str(older))
    assert kept_in(fourth.backed_up()) == kept_in(first[1])
