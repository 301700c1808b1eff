"""Archives that are damaged or mean harm are refused before anything of them is used."""

import os
import tarfile

import pytest

from icesco.backup.archive import open_archive
from icesco.backup.errors import DamagedArchive, RestoreRefused
from icesco.backup.format import MANIFEST, MANIFEST_DIGEST, digest_of, is_safe

from .archives import FILES, LINES, manifest_for, member, sound_members, write_tar


def read(path):
    with open_archive(path) as archive:
        archive.check()
        return archive.manifest


def test_a_sound_archive_is_read_whole(tmp_path):
    path = write_tar(tmp_path / "a.tar", sound_members())

    with open_archive(path) as archive:
        assert list(archive.lines("news_term")) == LINES.splitlines(keepends=True)[1:]
        assert {name: b"".join(archive.file_chunks(name)) for name in archive.manifest.files} == FILES


@pytest.mark.parametrize(
    "name",
    [
        "/etc/passwd",
        "../x",
        "media/../../x",
        "media/./x",
        "media//x",
        "media/",
        "media",
        "other/x",
        "media/a\\..\\x",
        "media/a\nb",
        f"media/{'é' * 128}",
        "media/" + "long/" * 210 + "x",
    ],
)
def test_a_file_outside_of_the_uploads_is_refused(tmp_path, name):
    files = {name: b"harm"}
    path = write_tar(tmp_path / "a.tar", sound_members(manifest_for(files=files), files=files))

    assert not is_safe(name)
    with pytest.raises(DamagedArchive, match="manifest makes no sense"):
        read(path)


@pytest.mark.parametrize("name", ["media/شعار.webp", "media/.hidden", "originals/a b/c.d.pdf", "media/..a/b.."])
def test_odd_names_that_do_no_harm_are_let_in(name):
    assert is_safe(name)


@pytest.mark.parametrize(
    "kind",
    [tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.CHRTYPE, tarfile.BLKTYPE, tarfile.FIFOTYPE, tarfile.DIRTYPE],
)
def test_links_devices_pipes_and_folders_are_refused(tmp_path, kind):
    harm = member("media/2026/a.webp", type=kind, linkname="/etc/passwd")
    path = write_tar(tmp_path / "a.tar", [harm, *sound_members()])

    with pytest.raises(DamagedArchive, match="no plain file"):
        read(path)


def test_a_sparse_file_is_refused(tmp_path):
    holes = member("media/c", b"1\n0\n1\nx", pax_headers={"GNU.sparse.major": "1", "GNU.sparse.minor": "0"})
    path = write_tar(tmp_path / "a.tar", [holes, *sound_members()])

    with pytest.raises(DamagedArchive):
        read(path)


def test_a_header_of_an_absurd_size_is_refused(tmp_path):
    long = member("media/c", pax_headers={"comment": "x" * 20_000})
    path = write_tar(tmp_path / "a.tar", [long, *sound_members()])

    with pytest.raises(DamagedArchive, match="absurd size"):
        read(path)


def test_a_header_that_gives_a_member_another_size_is_refused(tmp_path):
    """What is checked as data would be read as headers."""
    path = write_tar(tmp_path / "a.tar", [member("media/c", pax_headers={"size": "0"}), *sound_members()])

    with pytest.raises(DamagedArchive, match="no backup has"):
        read(path)


def test_a_member_that_claims_more_than_the_file_holds_is_refused(tmp_path):
    path = tmp_path / "a.tar"
    info, _data = member("media/c")
    info.size = 2**40
    path.write_bytes(info.tobuf(tarfile.GNU_FORMAT) + b"x" * 2048)

    with pytest.raises(DamagedArchive, match="ends too early"):
        read(path)


def test_a_table_that_swells_beyond_what_it_said_is_refused_without_reading_it_all(tmp_path):
    swollen = LINES + b"[3," + b" " * 50_000_000 + b'"x"]\n'
    path = write_tar(tmp_path / "a.tar", sound_members(lines=swollen))

    with open_archive(path) as archive, pytest.raises(DamagedArchive, match="longer than it should be"):
        list(archive.lines("news_term"))


@pytest.mark.parametrize("extra", [member("media/more", b"x"), member("media/2026/a.webp", b"x")])
def test_what_the_manifest_does_not_name_or_names_once_is_refused(tmp_path, extra):
    path = write_tar(tmp_path / "a.tar", [extra, *sound_members()])

    with pytest.raises(DamagedArchive):
        read(path)


def test_a_file_that_is_a_folder_too_is_refused(tmp_path):
    files = {"media/a": b"x", "media/a/b": b"y"}
    path = write_tar(tmp_path / "a.tar", sound_members(manifest_for(files=files), files=files))

    with pytest.raises(DamagedArchive, match="folder"):
        read(path)


def test_a_newer_format_is_named(tmp_path):
    data = manifest_for().written().replace(b'"format": 1', b'"format": 2')
    members = [part for part in sound_members() if not part[0].name.startswith("manifest")]
    ends = [member(MANIFEST, data), member(MANIFEST_DIGEST, digest_of(data).encode())]
    path = write_tar(tmp_path / "a.tar", [*members, *ends])

    with pytest.raises(RestoreRefused, match="format 2"):
        read(path)


@pytest.mark.parametrize(
    "changes",
    [
        {"format": "1"},
        {"tables": []},
        {"tables": {"x": {"rows": -1}}},
        {"migrations": ["news"]},
        {"tables": {"x": {"columns": [], "rows": 2**70, "bytes": 1, "sha256": "0" * 64, "last_key": 0}}},
        {"made_at": None},
        {"missing": 1},
    ],
)
def test_a_manifest_that_makes_no_sense_is_refused(tmp_path, changes):
    path = write_tar(tmp_path / "a.tar", sound_members(manifest_for(**changes)))

    with pytest.raises(DamagedArchive):
        read(path)


def test_every_byte_that_counts_is_guarded(tmp_path):
    """One byte changed in the middle of any member, or in its header, is found."""
    path = write_tar(tmp_path / "a.tar", sound_members())
    whole = path.read_bytes()
    with tarfile.open(path) as tar:
        places = [place for m in tar for place in (m.offset + 3, m.offset_data, m.offset_data + m.size - 1)]

    for place in places:
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        with pytest.raises(DamagedArchive):
            read(path)


def test_one_that_was_cut_off_anywhere_is_refused(tmp_path):
    path = write_tar(tmp_path / "a.tar", sound_members())
    whole = path.read_bytes()
    with tarfile.open(path) as tar:
        end = tar.getmember("manifest.sha256").offset_data

    for length in range(0, end, 100):
        path.write_bytes(whole[:length])
        with pytest.raises(DamagedArchive):
            read(path)


def test_what_is_no_archive_is_refused_in_a_sentence(tmp_path):
    (tmp_path / "text").write_text("not a tar file" * 100)
    os.mkfifo(tmp_path / "pipe")

    for name, words in [
        ("text", "damaged"),
        ("none", "No such file"),
        ("pipe", "no plain file"),
        (".", "no plain file"),
    ]:
        with pytest.raises(RestoreRefused, match=words):
            read(tmp_path / name)
