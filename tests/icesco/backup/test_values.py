"""Every kind of column survives the way into an archive and back."""

import json
from datetime import UTC, timedelta, timezone

import pytest
from django.apps import apps
from hypothesis import given
from hypothesis import strategies as st

from icesco.backup.tables import all_tables
from icesco.backup.values import DECODERS, decoder, encoder, line_of, values_of

# Neither database takes a NUL, nor half of a pair of signs.
TEXTS = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"])) | st.sampled_from(
    ["", " ", "null", "\u2067شعبان\u2069\u200f", "\u2028\r\n\\N\\.", "𝄞", "1e5", "\u061c\u202b"]
)
NUMBERS = st.integers(-(2**63), 2**63 - 1)
ZONES = st.sampled_from([UTC, timezone(timedelta(hours=1)), timezone(timedelta(hours=-11, minutes=-30))])
TREES = st.recursive(
    st.none() | st.booleans() | NUMBERS | st.floats(allow_nan=False, allow_infinity=False) | TEXTS,
    lambda children: st.lists(children, max_size=3) | st.dictionaries(TEXTS, children, max_size=3),
    max_leaves=8,
)
KINDS = {
    "CharField": TEXTS,
    "TextField": TEXTS,
    "SlugField": TEXTS,
    "FileField": TEXTS,
    "AutoField": NUMBERS,
    "BigAutoField": NUMBERS,
    "IntegerField": NUMBERS,
    "BigIntegerField": NUMBERS,
    "PositiveIntegerField": NUMBERS,
    "PositiveBigIntegerField": NUMBERS,
    "PositiveSmallIntegerField": NUMBERS,
    "BooleanField": st.booleans(),
    "DateTimeField": st.datetimes(timezones=ZONES).filter(lambda at: 1 < at.year < 9999),
    "DateField": st.dates(),
    "TimeField": st.times(),
    "DurationField": st.timedeltas(),
    "DecimalField": st.decimals(allow_nan=False, allow_infinity=False, places=6),
    "FloatField": st.floats(allow_nan=False),
    "UUIDField": st.uuids(),
    "BinaryField": st.binary(),
    "JSONField": TREES.map(lambda tree: json.dumps(tree, ensure_ascii=False)),
}
ROWS = st.fixed_dictionaries({kind: st.none() | values for kind, values in KINDS.items()})


@given(ROWS)
def test_a_row_of_every_kind_is_the_same_after_the_way_there_and_back(row):
    line = line_of(row.values(), [encoder(kind) for kind in row])

    found = dict(zip(row, values_of(line, [decoder(kind) for kind in row]), strict=True))

    assert b"\n" not in line
    assert {**found, "JSONField": parsed(found["JSONField"])} == {**row, "JSONField": parsed(row["JSONField"])}
    assert line_of(found.values(), [encoder(kind) for kind in row]) == line


def parsed(text):
    """Apart: a column without value and one with JSON's null."""
    return "no value" if text is None else [json.loads(text)]


def test_missing_and_empty_stay_apart():
    kinds, row = ["CharField", "TextField", "JSONField", "JSONField"], ["", None, "null", None]

    line = line_of(row, [encoder(kind) for kind in kinds])

    assert line == b'["",null,"null",null]'
    assert values_of(line, [decoder(kind) for kind in kinds]) == row


def test_one_moment_is_written_in_one_way_wherever_its_clock_stands():
    noon = '["2026-03-09T12:00:00.000000Z"]'
    times = [decoder("DateTimeField")(text) for text in ("2026-03-09T13:00:00+01:00", "2026-03-09T12:00:00Z")]

    assert {line_of([at], [encoder("DateTimeField")]).decode() for at in times} == {noon}


def test_both_ways_of_keeping_json_come_to_one():
    assert encoder("JSONField")('{"b":1,"a":"é"}') == encoder("JSONField")('{"a": "\\u00e9", "b": 1}')


def test_every_column_of_the_newsroom_has_a_kind_that_these_tests_know():
    assert {kind for table in all_tables(apps) for kind in table.kinds} <= KINDS.keys()


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("CharField", 1),
        ("CharField", "a\0b"),
        ("CharField", "\ud800"),
        ("IntegerField", "1"),
        ("IntegerField", True),
        ("IntegerField", 2**63),
        ("BooleanField", 1),
        ("DateTimeField", "2026-03-09T12:00:00"),
        ("DateField", "2026-13-01"),
        ("BinaryField", "***"),
        ("UUIDField", "x"),
        ("DecimalField", "x"),
        ("JSONField", "{"),
    ],
)
def test_what_no_column_of_that_kind_can_hold_is_refused(kind, value):
    with pytest.raises(ValueError):  # noqa: PT011
        values_of(json.dumps([value]), [decoder(kind)])


def test_a_value_that_is_nested_too_deeply_is_refused():
    with pytest.raises(ValueError, match="nested"):
        DECODERS["JSONField"]("[" * 100_000)
