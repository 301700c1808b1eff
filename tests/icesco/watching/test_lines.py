"""A record is one line, whatever is in it, and holds nothing that somebody typed."""

import json
import sys

import pytest
from django.db import IntegrityError, connection, transaction
from hypothesis import given
from hypothesis import strategies as st

from feedback.models import Rating
from icesco.watching.failures import written
from icesco.watching.masking import masked
from tests.icesco.watching.lines import JsonLines, TextLines, record

ANY_TEXT = st.text(st.characters(codec=None), max_size=200).filter(lambda text: "/preview/" not in text)
STEERING = "\x00\x07\x1b\x7f\x9b\r\n\u061c\u200f\u2028\u2029\u202e\u2066\ufeff"


@given(ANY_TEXT, ANY_TEXT)
def test_any_message_and_path_make_one_line_of_json_with_both_intact(message, path):
    line = JsonLines().format(record("%s", message, told={"path": path, "status": 404}))

    read = json.loads(line)
    assert (read["message"], read["path"], read["status"]) == (message, path, 404)
    assert all(" " <= sign <= "~" for sign in line)


@given(ANY_TEXT)
def test_any_message_makes_one_line_of_text_that_steers_nothing(message):
    line = TextLines().format(record("%s", message))

    assert len(line.splitlines()) == 1
    assert not set(STEERING) & set(line)


@pytest.mark.parametrize("sign", STEERING)
def test_no_sign_that_could_steer_a_terminal_gets_into_a_line(sign):
    assert sign not in JsonLines().format(record(f"a{sign}b"))
    assert sign not in TextLines().format(record(f"a{sign}b"))


def test_a_text_line_keeps_arabic_letters():
    assert "خبر" in TextLines().format(record("%s", "خبر"))


def test_a_broken_call_of_the_log_is_a_line_all_the_same():
    assert json.loads(JsonLines().format(record("%s and %s", "one")))["message"] == "%s and %s"


@pytest.mark.parametrize("form", [JsonLines, TextLines])
def test_the_key_of_a_preview_is_in_no_line(form):
    key = "ab" * 32

    line = form().format(record("Forbidden: %s", f"/ar/preview/{key}/"))

    assert key not in line
    assert "/ar/preview/" in line


@pytest.mark.parametrize(
    "path", ["/ar/preview/KEY/", "/de/preview/KEY", "/preview//KEY/x", "/en/preview/KEY/preview/KEY"]
)
def test_keys_are_hidden_wherever_the_address_is_mistyped(path):
    assert "KEY" not in masked(path)


def failure(raises):
    try:
        raises()
    except Exception:
        return sys.exc_info()[1]


def test_a_trace_is_one_field_that_says_where_and_what():
    def broken():
        return None.title

    error = failure(broken)
    line = JsonLines().format(record("failed", exc_info=(type(error), error, error.__traceback__)))

    trace = json.loads(line)["trace"]
    assert "test_lines.py" in trace
    assert "in broken" in trace
    assert trace.endswith("AttributeError: 'NoneType' object has no attribute 'title'")


def test_a_trace_leaves_out_what_could_not_be_read_and_names_the_cause():
    comment, secret = "heard in confidence", "s3cret"

    def broken():
        try:
            int(comment)
        except ValueError as error:
            raise LookupError(secret) from error

    trace = written(failure(broken))

    assert comment not in trace
    assert secret not in trace
    assert trace.endswith("\nLookupError")
    assert "\nValueError\n" in trace


@pytest.mark.django_db
def test_a_trace_of_a_broken_rule_of_the_database_holds_no_comment():
    comment = "heard in confidence"

    def broken():
        with transaction.atomic():
            Rating(score=9, comment=comment, page_type="home", page_key="home", language="en").save()

    error = failure(broken)

    assert isinstance(error, IntegrityError)
    assert comment not in written(error)
    if connection.vendor == "postgresql":
        assert comment in str(error.__cause__)
        assert "score_is_1_to_5" in written(error)
