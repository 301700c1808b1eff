"""What icesco is made of is written down whole, what is unknown is not called sound, and what may stand is named."""

import json
import re

import pytest
from cyclonedx.output.json import JsonV1Dot6

from scripts import audit, sbom, static_analysis
from scripts.refusal import Refused


@pytest.fixture(scope="module")
def bill():
    return json.loads(JsonV1Dot6(sbom.bill()).output_as_string())


def locked():
    """(kind, name, version) of all that the locks name, read line by line."""
    for path in (sbom.ROOT / "requirements").glob("*.txt"):
        for line in path.read_text(encoding="utf-8").splitlines():
            if found := re.match(r"([A-Za-z0-9._-]+)==([^ ]+)", line):
                yield "pypi", found[1], found[2]
    packages = json.loads(sbom.NPM_LOCK.read_text(encoding="utf-8"))["packages"]
    for place, told in packages.items():
        if place:
            yield "npm", re.sub(".*node_modules/", "", place), told["version"]


def test_the_bill_lists_exactly_what_is_locked(bill):
    listed = [(part["purl"][4:].partition("/")[0], part["name"], part["version"]) for part in bill["components"]]

    assert len(listed) == len(set(listed)) > 100
    assert set(listed) == set(locked())


def test_every_part_of_the_bill_has_digests_and_is_told_from_what_only_checks(bill):
    scopes = {part["name"]: part["scope"] for part in bill["components"]}

    assert all(part["hashes"] for part in bill["components"])
    assert (scopes["django"], scopes["translate-toolkit"], scopes["ruff"]) == ("required", "optional", "excluded")


def test_the_same_locks_make_the_same_bill():
    assert sbom.bill().serial_number == sbom.bill().serial_number


# The audit


def test_a_known_hole_is_told():
    told = {"dependencies": [{"name": "a", "version": "1", "vulns": [{"id": "CVE-1"}]}]}

    assert audit.python_answer(json.dumps(told)) == (["a 1: CVE-1"], [])


def test_a_package_that_was_skipped_is_not_called_sound():
    told = {"dependencies": [{"name": "a", "skip_reason": "not found"}, {"name": "b", "version": "1", "vulns": []}]}

    assert audit.python_answer(json.dumps(told)) == ([], ["1 of 2 packages, such as a"])


@pytest.mark.parametrize("read", [audit.python_answer, audit.npm_answer])
@pytest.mark.parametrize("text", ["", "no json", "{}", '{"error": "405"}'])
def test_no_answer_is_not_a_good_answer(read, text):
    with pytest.raises(Refused):
        read(text)


def test_npm_names_what_has_a_hole():
    assert audit.npm_answer('{"vulnerabilities": {"a": {"severity": "high"}}}') == (["a: high"], [])


@pytest.mark.parametrize(
    ("answer", "words", "status"),
    [
        (([], []), [], 0),
        ((["a"], []), ["--if-possible"], audit.HOLE),
        (([], ["b"]), [], audit.NOT_ASKED),
        (([], ["b"]), ["--if-possible"], 0),
    ],
)
def test_the_audit_ends_with_what_it_found(monkeypatch, capsys, answer, words, status):
    monkeypatch.setattr(audit, "python_holes", lambda name: answer)
    monkeypatch.setattr(audit, "npm_holes", lambda name: ([], []))

    assert audit.main(words) == status
    assert ("NOT everything" in capsys.readouterr().out) is bool(answer[1])


# The static analysis


FINDING = {"filename": "news/a.py", "test_id": "B608"}


def test_a_finding_without_a_reason_is_left():
    assert static_analysis.judge([FINDING], []) == ([FINDING], [])


@pytest.mark.parametrize("change", [{"files": "people/*"}, {"rules": ["B101"]}])
def test_an_exception_that_excuses_nothing_is_told(change):
    excused = {"files": "news/*", "rules": ["B608"], "reason": "ours", **change}

    assert static_analysis.judge([FINDING], [excused]) == ([FINDING], [excused])


def test_every_exception_has_a_reason():
    assert all(len(one["reason"]) > 5 for one in static_analysis.exceptions())
