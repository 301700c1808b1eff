"""Parquet files: the rows of the CSV, with types."""

import csv
import json
from datetime import UTC, datetime
from io import BytesIO, StringIO

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse
from pyarrow import parquet, types
from pytest_django.asserts import assertNotContains

from feedback.exports import parquet as ours
from feedback.exports.parts import write_export
from feedback.exports.request import Export, iso
from feedback.filters import Filters
from feedback.models import ExportLog, Standing
from tests.feedback.analysts import sign_in
from tests.feedback.ratings import make_rating, make_ratings

pytestmark = pytest.mark.django_db
AS_OF = datetime(2026, 4, 20, tzinfo=UTC)
FEBRUARY, MARCH = datetime(2026, 2, 27, 13, 5, 7, 120000, tzinfo=UTC), datetime(2026, 3, 9, 12, tzinfo=UTC)
FILTERS = Filters(FEBRUARY.date(), MARCH.date())


def export(**changes):
    return Export(**{"filters": FILTERS, "as_of": AS_OF, "dialect": "parquet", **changes})


def as_cells(row):
    """A row of a Parquet file as the file of CSV has it."""
    cells = {name: "" if value is None else str(value) for name, value in row.items()}
    return {**cells, "created_at": iso(row["created_at"]), "is_demo": str(row["is_demo"]).lower()}


def rows_of_csv(path):
    return list(csv.DictReader(StringIO(path.read_bytes().decode(), newline="")))


@pytest.mark.parametrize("more", [{}, {"comments": "whole", "has_exact_times": True}, {"comments": "masked"}])
def test_the_file_holds_the_rows_of_the_csv(tmp_path, more):
    make_ratings(1, 2, 3, at=FEBRUARY, page_key='odd, "key"; ключ')
    make_rating(4, at=MARCH, is_demo=True, seconds=7, channel="script", device="phone", comment='NA "نعم"\nسطر\r\nnull')
    make_rating(5, at=MARCH, page_key="NA").judge(Standing.REPLACED, "answered_again")
    make_rating(5, at=MARCH, comment="a@b.example")

    write_export(export(**more), tmp_path / "parquet")
    write_export(export(dialect="raw", **more), tmp_path / "csv")

    for month in ("2026-02", "2026-03"):
        rows = parquet.read_table(tmp_path / "parquet" / f"ratings-{month}.parquet").to_pylist()
        expected = rows_of_csv(tmp_path / "csv" / f"ratings-{month}.csv")
        assert len(rows) == 3
        assert [as_cells(row) for row in rows] == expected


def test_columns_have_types_and_say_what_they_mean(tmp_path):
    make_rating(1, at=MARCH)
    write_export(export(), tmp_path)

    schema = parquet.read_schema(tmp_path / "ratings-2026-03.parquet")

    told = {field.name: str(field.type) for field in schema}
    assert (told["score"], told["id"], told["seconds"]) == ("int8", "int64", "int32")
    assert (told["created_at"], told["rated_on"], told["is_demo"]) == ("timestamp[us, tz=UTC]", "date32[day]", "bool")
    assert types.is_dictionary(schema.field("language").type)
    assert told["page_key"] == "string"
    assert b"most negative" in schema.field("score").metadata[b"description"]
    assert "counted" in json.loads(schema.field("standing").metadata[b"choices"])
    assert json.loads(schema.metadata[b"export"])["as_of"] == "2026-04-20T00:00:00Z"


def test_rows_come_in_groups_and_one_moment_gives_the_same_bytes(tmp_path, monkeypatch):
    monkeypatch.setattr(ours, "ROWS_PER_GROUP", 4)
    make_ratings(*[1, 2, 3, 4, 5] * 2, at=MARCH)

    manifest = write_export(export(), tmp_path / "one")
    monkeypatch.setattr(ours, "BYTES_PER_READ", 300)
    again = write_export(export(), tmp_path / "two")

    assert again == manifest
    assert manifest["rows"] == 10
    found = parquet.ParquetFile(tmp_path / "one" / "ratings-2026-03.parquet")
    assert [found.metadata.row_group(number).num_rows for number in range(found.num_row_groups)] == [4, 4, 2]


def test_the_command_writes_parquet(tmp_path, capsys):
    make_rating(1, at=FEBRUARY)

    call_command("export_ratings", tmp_path / "out", "--format", "parquet", "--as-of", AS_OF.isoformat())

    assert (ExportLog.objects.get().rows, ExportLog.objects.get().request["dialect"]) == (1, "parquet")
    assert "1 answers" in capsys.readouterr().out
    names = {path.name for path in (tmp_path / "out").iterdir()}
    assert {"ratings-2026-02.parquet", "manifest.json", "dictionary.ar.md"} <= names


def test_without_pyarrow_the_command_says_so_in_one_sentence(tmp_path, monkeypatch):
    monkeypatch.setattr(ours, "find_spec", lambda name: None)
    make_rating(1, at=FEBRUARY)

    with pytest.raises(CommandError, match=r"^Parquet files need the package pyarrow[^.]*dependencies.md says\.$"):
        call_command("export_ratings", tmp_path / "out", "--format", "parquet", "--as-of", AS_OF.isoformat())


def test_an_analyst_downloads_one_file_of_all_months(client):
    sign_in(client, "view_dashboard", "export_ratings")
    stored = [make_rating(1, at=FEBRUARY), make_rating(5, at=MARCH)]

    asked = {"start": "2026-01-01", "end": "2026-03-31", "dialect": "parquet"}
    answer = client.get(reverse("admin:feedback_rating_ratings_csv"), asked)
    body = b"".join(answer.streaming_content)

    assert answer.headers["Content-Disposition"].endswith('.parquet"')
    assert parquet.read_table(BytesIO(body)).column("id").to_pylist() == [rating.pk for rating in stored]
    assert ExportLog.objects.get().rows == 2


def test_without_pyarrow_parquet_is_not_offered(client, monkeypatch):
    monkeypatch.setattr(ours, "find_spec", lambda name: None)
    sign_in(client, "view_dashboard", "export_ratings")

    assertNotContains(client.get(reverse("admin:feedback_rating_dashboard")), "Parquet")
    asked = client.get(reverse("admin:feedback_rating_ratings_csv"), {"dialect": "parquet"})
    assert asked.status_code == 422
