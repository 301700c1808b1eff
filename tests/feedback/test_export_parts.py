"""Exports in monthly parts: of one moment, the same bytes each time, whole or gone on with."""

import csv
import hashlib
import json
from datetime import UTC, datetime, timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from feedback.exports.copying import can_copy
from feedback.exports.dialects import csv_blocks
from feedback.exports.parts import write_export
from feedback.exports.request import Export
from feedback.exports.tally import RowTally, Tally
from feedback.filters import Filters
from feedback.models import ExportLog, Standing
from tests.feedback.ratings import make_rating, make_ratings

pytestmark = pytest.mark.django_db
AS_OF = datetime(2026, 4, 20, tzinfo=UTC)
FEBRUARY, MARCH = datetime(2026, 2, 27, 13, 5, 7, 120000, tzinfo=UTC), datetime(2026, 3, 9, 12, tzinfo=UTC)
FILTERS = Filters(FEBRUARY.date(), MARCH.date())


def export(**changes):
    return Export(**{"filters": FILTERS, "as_of": AS_OF, **changes})


def bytes_in(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_a_folder_that_is_made_is_for_its_owner_alone(tmp_path):
    write_export(export(), tmp_path / "new")

    assert (tmp_path / "new").stat().st_mode & 0o777 == 0o700


def test_there_is_a_part_for_each_month_with_answers_and_a_manifest_of_all(tmp_path):
    make_ratings(1, 2, at=FEBRUARY)
    make_rating(5, at=MARCH)

    manifest = write_export(export(), tmp_path)

    parts = {part["name"]: part for part in manifest["parts"]}
    assert {name: part["rows"] for name, part in parts.items()} == {"ratings-2026-02.csv": 2, "ratings-2026-03.csv": 1}
    for name, part in parts.items():
        body = (tmp_path / name).read_bytes()
        assert (part["bytes"], part["sha256"]) == (len(body), hashlib.sha256(body).hexdigest())
    assert manifest["rows"] == 3


def test_what_comes_later_changes_nothing_of_an_earlier_moment(tmp_path):
    rating = make_rating(1, at=FEBRUARY)
    write_export(export(), tmp_path / "before")

    make_rating(2, at=AS_OF + timedelta(seconds=1))
    rating.judge(Standing.QUARANTINED, "staff")
    write_export(export(), tmp_path / "after")

    assert bytes_in(tmp_path / "before") == bytes_in(tmp_path / "after")


def test_an_interrupted_export_goes_on_where_it_was(tmp_path):
    make_rating(1, at=FEBRUARY)
    make_rating(2, at=MARCH)
    write_export(export(), tmp_path)
    whole = bytes_in(tmp_path)
    (tmp_path / "ratings-2026-03.csv").write_bytes(b"half")
    written = []

    write_export(export(), tmp_path, say=written.append)

    assert bytes_in(tmp_path) == whole
    assert [sentence.split(":")[0] for sentence in written] == ["ratings-2026-03.csv"]


def test_a_folder_with_another_export_is_left_alone(tmp_path):
    write_export(export(), tmp_path)
    before = bytes_in(tmp_path)

    with pytest.raises(FileExistsError):
        write_export(export(dialect="excel"), tmp_path)

    assert bytes_in(tmp_path) == before


@pytest.mark.parametrize("has_exact_times", [False, True])
def test_the_database_writes_the_same_bytes_as_we_do_row_by_row(tmp_path, has_exact_times):
    make_ratings(1, 2, 3, at=FEBRUARY, page_key='odd, "key"; ключ')
    make_rating(4, at=MARCH, is_demo=True, seconds=7, channel="script", device="phone")
    make_rating(5, at=MARCH).judge(Standing.REPLACED, "answered_again")
    asked = export(has_exact_times=has_exact_times, as_of=datetime.now(UTC) - timedelta(minutes=5))

    write_export(asked, tmp_path)

    for first, last in asked.months():
        by_hand = b"".join(csv_blocks(asked.names, asked.rows(first, last), "raw"))
        assert (tmp_path / f"ratings-{first:%Y-%m}.csv").read_bytes() == by_hand


def test_the_database_writes_where_it_can():
    assert can_copy(export()) in {True, False}
    assert not can_copy(export(comments="whole"))
    assert not can_copy(export(dialect="excel"))


def test_raw_values_are_untouched_and_times_exact_when_asked(tmp_path):
    make_rating(1, at=FEBRUARY, comment="=1+1\nنعم")

    write_export(export(comments="whole", has_exact_times=True), tmp_path)

    text = (tmp_path / "ratings-2026-02.csv").read_bytes().decode()
    row = next(csv.DictReader(StringIO(text, newline="")))
    assert row["comment"] == "=1+1\nنعم"
    assert row["created_at"] == "2026-02-27T13:05:07.120000Z"


def test_schemas_and_dictionaries_name_just_the_columns_of_the_file(tmp_path):
    make_rating(1, at=FEBRUARY)
    write_export(export(), tmp_path)

    names = (tmp_path / "ratings-2026-02.csv").read_text().splitlines()[0].split(",")
    package = json.loads((tmp_path / "datapackage.json").read_text())
    csvw = json.loads((tmp_path / "csvw-metadata.json").read_text())
    assert [field["name"] for field in package["resources"][0]["schema"]["fields"]] == names
    assert [column["name"] for column in csvw["tables"][0]["tableSchema"]["columns"]] == names
    for language in ("ar", "en", "fr"):
        dictionary = (tmp_path / f"dictionary.{language}.md").read_text()
        assert all(f"| `{name}` |" in dictionary for name in names)


def test_rows_are_counted_whatever_stands_in_their_cells():
    counted, tally = RowTally(), Tally()
    rows = [["a\nb"], ['c"d\n"'], ["e"]]

    blocks = list(tally.through(counted.through(csv_blocks(["x"], rows, "raw", lines_per_block=1))))

    assert counted.number == 3
    assert tally.bytes == sum(map(len, blocks))


def test_a_moment_that_is_not_over_is_refused():
    with pytest.raises(ValueError, match="five minutes"):
        export(as_of=datetime.now(UTC))


def test_the_command_writes_and_logs(tmp_path, capsys):
    make_rating(1, at=FEBRUARY)

    call_command("export_ratings", tmp_path / "out", "--as-of", AS_OF.isoformat())

    assert ExportLog.objects.get().rows == 1
    assert "1 answers as of 2026-04-20T00:00:00Z" in capsys.readouterr().out
    with pytest.raises(CommandError):
        call_command("export_ratings", tmp_path / "out", "--as-of", "2026-04-20T00:00:00")
