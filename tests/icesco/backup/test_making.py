"""Making a backup: what it leaves behind, when it works and when it can't."""

import errno
import json
import os
from datetime import datetime

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, connections, transaction

from icesco.backup import files, making
from icesco.backup.archive import open_archive
from icesco.backup.snapshot import snapshot
from icesco.environment import sqlite
from icesco.watching.newsroom import backup_age
from tests.factories import make_user

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    """Where backups go by default; ICESCO_VAR is the test's own."""
    settings.VAR_DIR = tmp_path / "var"
    settings.VAR_DIR.mkdir()
    return settings.VAR_DIR / "backups"


@pytest.fixture
def upload(settings):
    """A function that puts a file among the public uploads."""

    def put(name, data=b"a picture"):
        path = settings.MEDIA_ROOT / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        return path

    return put


def names(folder):
    return sorted(path.name for path in folder.iterdir() if path.name != ".lock")


def test_a_backup_is_one_private_file_and_says_when_it_was_made(folder, upload, settings, capsys):
    make_user()
    upload("2026/a.webp")

    call_command("backup")

    (path,) = (folder / name for name in names(folder))
    told = json.loads((settings.VAR_DIR / "last-backup.json").read_text())
    assert path.stat().st_mode & 0o777 == 0o600
    assert told["archive"] == str(path)
    assert datetime.fromisoformat(told["made_at"]).tzinfo
    assert 0 <= backup_age() < 600
    assert "1 files" in capsys.readouterr().out


@pytest.fixture
def disk_full_after(monkeypatch):
    """A function: from so many written members on the disk is full."""

    def fill(count):
        whole, calls = making.TarWriter.add, []

        def add(*args, **kwargs):
            calls.append(args)
            if len(calls) > count:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            return whole(*args, **kwargs)

        monkeypatch.setattr(making.TarWriter, "add", add)

    return fill


@pytest.mark.parametrize("members", [0, 30, 66])
def test_a_full_disk_leaves_nothing_and_is_told_in_a_sentence(folder, upload, disk_full_after, settings, members):
    upload("a.webp")
    call_command("backup")
    kept, told = names(folder), (settings.VAR_DIR / "last-backup.json").read_text()
    disk_full_after(members)

    with pytest.raises(CommandError, match=r"^The disk is full: no backup was made in .*\.$"):
        call_command("backup", keep=1)

    assert names(folder) == kept
    assert (settings.VAR_DIR / "last-backup.json").read_text() == told


def test_what_can_not_be_read_back_is_no_backup(folder, monkeypatch):
    whole = making.write

    def damaging(*args):
        path, manifest = whole(*args)
        data = bytearray(path.read_bytes())
        data[540] ^= 1  # of the first table
        path.write_bytes(data)
        return path, manifest

    monkeypatch.setattr(making, "write", damaging)

    with pytest.raises(CommandError, match="can’t be read back"):
        call_command("backup", keep=1)

    assert names(folder) == []


def test_the_newest_stay_once_the_new_one_is_whole(folder):
    for _time in range(3):
        call_command("backup")
    before = names(folder)
    (folder / "notes.txt").touch()

    call_command("backup", keep=2)

    after = names(folder)
    assert after[0] == before[-1]
    assert len(after) == 3
    assert after[-1] == "notes.txt"


@pytest.mark.parametrize("keep", ["0", "-1", "x", "1.5"])
def test_keeping_none_is_refused(keep):
    with pytest.raises(CommandError, match="whole number"):
        call_command("backup", "--keep", keep)


def test_two_backups_into_one_folder_do_not_run_at_once(folder):
    folder.mkdir()
    with making.alone_in(folder), pytest.raises(CommandError, match="Another backup"):
        call_command("backup")


def test_what_a_killed_backup_left_is_removed_by_the_next(folder):
    (folder / ".unfinished-x").mkdir(parents=True)
    (folder / ".unfinished-x" / "archive.tar").touch()

    call_command("backup")

    assert not (folder / ".unfinished-x").exists()


def test_a_backup_among_the_uploads_is_refused(settings):
    with pytest.raises(CommandError, match="uploads"):
        call_command("backup", to=settings.MEDIA_ROOT / "backups")

    assert not settings.MEDIA_ROOT.exists()


def test_a_file_that_vanishes_is_told_and_left_out(upload, monkeypatch, capsys):
    gone, _kept = upload("a.webp"), upload("b.webp")
    whole = files.copy_once

    def copy_once(tar, path, source):
        if source == gone:
            gone.unlink()
        return whole(tar, path, source)

    monkeypatch.setattr(files, "copy_once", copy_once)

    call_command("backup")

    said = capsys.readouterr()
    assert "not in the archive: media/a.webp (it was removed meanwhile)" in said.err
    assert "1 files" in said.out


def growing(path, times, monkeypatch):
    """Have the file grow under the hands of whoever reads it, so many times."""
    whole, left = files.hashed, [times]

    def hashed(chunks, digest):
        for chunk in whole(chunks, digest):
            if left[0] and chunk.startswith(b"growing"):
                left[0] -= 1
                path.write_bytes(path.read_bytes() + b"+")
            yield chunk

    monkeypatch.setattr(files, "hashed", hashed)
    monkeypatch.setattr(files, "WAIT_SECONDS", 0)


def test_a_file_that_changes_is_read_again(folder, upload, monkeypatch):
    path = upload("a.webp", b"growing")
    growing(path, 2, monkeypatch)

    call_command("backup")

    with open_archive(next(folder.glob("*.tar"))) as archive:
        assert b"".join(archive.file_chunks("media/a.webp")) == b"growing++"


def test_a_file_that_goes_on_changing_is_told_and_left_out(folder, upload, monkeypatch, capsys):
    upload("b.webp")
    growing(upload("a.webp", b"growing"), 100, monkeypatch)

    call_command("backup")

    assert "media/a.webp (it went on changing" in capsys.readouterr().err
    with open_archive(next(folder.glob("*.tar"))) as archive:
        assert list(archive.manifest.files) == ["media/b.webp"]


def test_links_among_the_uploads_are_told_and_never_followed(folder, upload, tmp_path, capsys):
    secret = tmp_path / "secret"
    secret.write_text("not for anybody")
    (upload("a.webp").parent / "link").symlink_to(secret)

    call_command("backup")

    assert "media/link (it is a link" in capsys.readouterr().err
    assert b"not for anybody" not in next(folder.glob("*.tar")).read_bytes()


@pytest.fixture
def two_connections(tmp_path):
    """A reader and a writer of one database on the disk, with a table of one row."""
    place = sqlite(tmp_path / "probe.sqlite3") if connection.vendor == "sqlite" else {}
    kind = type(connections["default"])
    pair = [kind({**connection.settings_dict, **place}, alias) for alias in ("reader", "writer")]
    for wrapper in pair:
        connections[wrapper.alias] = wrapper
    with pair[1].cursor() as cursor:
        cursor.execute("CREATE TABLE backup_probe (id integer)")
        cursor.execute("INSERT INTO backup_probe VALUES (1)")
    yield pair
    with pair[1].cursor() as cursor:
        cursor.execute("DROP TABLE backup_probe")
    for wrapper in pair:
        wrapper.close()
        del connections[wrapper.alias]


def count_in(wrapper):
    with wrapper.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM backup_probe")
        return cursor.fetchone()[0]


def test_it_is_of_one_instant_and_keeps_nobody_from_writing(two_connections):
    reader, writer = two_connections

    with snapshot(reader):
        count_in(reader)  # PostgreSQL's instant is that of the first question
        with transaction.atomic(using="writer"), writer.cursor() as cursor:
            cursor.execute("INSERT INTO backup_probe VALUES (2)")
        seen = count_in(reader)

    assert seen == 1
    assert count_in(reader) == 2
