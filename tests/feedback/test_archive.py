"""All months in one archive."""

import json
import zipfile
from hashlib import sha256
from io import BytesIO

import pytest
from django.urls import reverse

from feedback.exports.archive import archive_blocks
from feedback.exports.parts import write_export
from feedback.models import ExportLog
from tests.feedback.analysts import sign_in
from tests.feedback.ratings import make_rating, make_ratings
from tests.feedback.test_export_parts import FEBRUARY, MARCH, export

pytestmark = pytest.mark.django_db


def archive(asked):
    return b"".join(archive_blocks(asked, []))


@pytest.mark.parametrize("dialect", ["raw", "excel", "parquet"])
def test_the_archive_holds_what_the_command_writes(tmp_path, dialect):
    make_ratings(1, 2, at=FEBRUARY)
    make_rating(5, at=MARCH, comment="one\ntwo")
    asked = export(dialect=dialect, comments="whole")
    write_export(asked, tmp_path)

    held = zipfile.ZipFile(BytesIO(archive(asked)))

    assert held.testzip() is None
    assert {name: held.read(name) for name in held.namelist()} == {p.name: p.read_bytes() for p in tmp_path.iterdir()}


def test_one_moment_gives_one_archive():
    make_rating(1, at=FEBRUARY)

    assert archive(export()) == archive(export())


def test_it_is_sent_while_it_is_written():
    make_ratings(*[1, 2, 3, 4, 5] * 300, at=FEBRUARY)
    make_rating(5, at=MARCH)

    blocks = [block for block in archive_blocks(export(comments="whole"), []) if block]

    assert len(blocks) > 2


def test_an_analyst_downloads_it_and_that_is_noted(client):
    sign_in(client, "view_dashboard", "export_ratings")
    make_rating(1, at=FEBRUARY)
    make_rating(5, at=MARCH)

    asked = {"start": "2026-01-01", "end": "2026-03-31", "dialect": "raw"}
    answer = client.get(reverse("admin:feedback_rating_ratings_zip"), asked)
    held = zipfile.ZipFile(BytesIO(b"".join(answer.streaming_content)))

    assert (answer.headers["Content-Type"], answer.headers["Cache-Control"]) == ("application/zip", "no-store")
    parts = json.loads(held.read("manifest.json"))["parts"]
    assert [part["name"] for part in parts] == ["ratings-2026-02.csv", "ratings-2026-03.csv"]
    assert [part["sha256"] for part in parts] == [sha256(held.read(part["name"])).hexdigest() for part in parts]
    log = ExportLog.objects.get()
    assert (log.rows, log.sha256) == (2, sha256("".join(part["sha256"] for part in parts).encode()).hexdigest())


def test_without_the_right_to_export_there_is_no_archive(client):
    sign_in(client, "view_dashboard", "view_rating")

    assert client.get(reverse("admin:feedback_rating_ratings_zip")).status_code == 403
