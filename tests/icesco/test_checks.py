"""The parts of `make test` that decide: gaps in catalogues, servers and browsers, outcomes, samples."""

import os
import sys

import pytest

from scripts import catalogues, lighthouse, node_tools, postgres
from scripts import test as checks
from scripts.chromium import find_chromium
from scripts.refusal import Refused
from scripts.stages import Suite
from tests.sampling import sampled

HEADER = (
    'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\nPlural-Forms: nplurals={forms}; plural=n != 1;\\n"\n'
)


def write_catalogue(folder, language, entries):
    """A catalogue of one language with these entries, as its file."""
    po = folder / "locale" / language / "LC_MESSAGES" / "django.po"
    po.parent.mkdir(parents=True)
    po.write_text(HEADER.format(forms=catalogues.PLURAL_FORMS[language]) + "\n" + entries, encoding="utf-8")
    return po


@pytest.mark.parametrize(
    ("entries", "complaint"),
    [
        ('msgid "News"\nmsgstr ""\n', "empty"),
        ('#, fuzzy\nmsgid "News"\nmsgstr "Nouvelles"\n', "fuzzy"),
        ('msgid "One"\nmsgid_plural "Many"\nmsgstr[0] "Un"\nmsgstr[1] ""\n', "empty"),
    ],
)
def test_a_gap_in_a_catalogue_is_noticed(tmp_path, entries, complaint):
    po = write_catalogue(tmp_path, "fr", entries)

    assert [gap.split(": ")[1] for gap in catalogues.gaps(po)] == [complaint]


def test_arabic_needs_six_plural_forms(tmp_path):
    po = write_catalogue(tmp_path, "ar", 'msgid "One"\nmsgid_plural "Many"\nmsgstr[0] "لا شيء"\nmsgstr[1] "واحد"\n')

    assert len(list(catalogues.gaps(po))) == 1


def test_a_full_catalogue_has_no_gap(tmp_path):
    forms = "".join(f'msgstr[{number}] "خبر"\n' for number in range(6))
    po = write_catalogue(tmp_path, "ar", f'msgid "News"\nmsgstr "أخبار"\n\nmsgid "One"\nmsgid_plural "Many"\n{forms}')

    assert list(catalogues.gaps(po)) == []


def test_only_a_catalogue_that_changed_is_compiled(tmp_path, monkeypatch):
    po = write_catalogue(tmp_path, "fr", 'msgid "News"\nmsgstr "Actualités"\n')
    monkeypatch.setattr(catalogues, "sources", lambda: [po])

    catalogues.compile_stale()
    assert catalogues.stale() == []
    assert "Actualités".encode() in po.with_suffix(".mo").read_bytes()

    os.utime(po, (2**31, 2**31))
    assert catalogues.stale() == [po]


def test_a_folder_without_the_servers_programs_is_no_server(tmp_path):
    assert postgres.version(tmp_path) == 0


def test_programs_that_do_not_start_say_why(tmp_path):
    # A folder deep enough: what lies beside packaged programs is copied along with them.
    programs = tmp_path / "package" / "bin"
    programs.mkdir(parents=True)

    with pytest.raises(postgres.NotStarted, match="initdb"), postgres.temporary_server(programs):
        pass


def test_a_named_browser_is_the_only_one_looked_for(monkeypatch, tmp_path):
    monkeypatch.setenv("CHROMIUM", str(tmp_path / "nothing"))

    assert find_chromium() is None


def test_a_missing_part_fails_only_when_it_is_required(capsys):
    relaxed, strict = (Suite(sys.executable, set(), {}) for _ in range(2))
    relaxed.leave_out("browser", "no Chromium: install it", is_required=False)
    strict.leave_out("browser", "no Chromium: install it", is_required=True)

    assert (relaxed.tell(), strict.tell()) == (0, 1)
    assert "Did not run: browser; no Chromium: install it." in capsys.readouterr().out


@pytest.mark.parametrize(("required", "status"), [({"validator"}, 1), (set(), 0)])
def test_a_validator_that_cannot_run_says_how_to_get_it(monkeypatch, capsys, required, status):
    monkeypatch.setattr(node_tools.shutil, "which", lambda name: None)
    suite = Suite(sys.executable, required, {})

    parts = checks.validator(suite)

    assert parts == []
    assert suite.tell() == status
    assert "Did not run: validator; no Java was found: install Java" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("path", "url", "told"),
    [("", "postgres://x", "no nginx was found: on Debian"), ("/usr/sbin/nginx", None, "it needs PostgreSQL too")],
)
@pytest.mark.parametrize(("required", "status"), [({"nginx"}, 1), (set(), 0)])
def test_an_nginx_that_cannot_be_tried_says_why(monkeypatch, capsys, path, url, told, required, status):
    monkeypatch.setattr(checks, "find_nginx", lambda: path)
    suite = Suite(sys.executable, required, {})

    assert not checks.nginx(suite, url)
    assert suite.tell() == status
    assert f"Did not run: nginx; {told}" in capsys.readouterr().out


def test_a_part_that_nobody_knows_cannot_be_required(monkeypatch):
    monkeypatch.setenv("REQUIRE", "postgres,validador")

    with pytest.raises(Refused, match="REQUIRE knows postgres, browser, validator, nginx, not validador"):
        checks.required_parts()


def test_a_failed_stage_does_not_stop_the_next_one(capsys):
    suite = Suite(sys.executable, set(), {})
    suite.run("first", ["-c", "raise SystemExit(3)"])
    suite.run("second", ["-c", "print('still here')"])

    assert suite.tell() == 1
    assert "still here" in capsys.readouterr().out


def test_the_closing_line_of_pytest_is_kept(capsys):
    suite = Suite(sys.executable, set(), dict(os.environ))

    suite.pytest(["SQLite"], ["tests/icesco/test_checks.py", "-k", "deep_run"])

    assert suite.outcomes[0].words.startswith("1 passed")
    assert suite.tell() == 0


def test_parts_that_run_together_are_told_one_by_one(capsys):
    suite = Suite(sys.executable, set(), dict(os.environ))

    suite.pytest(["validator", "browser"], ["tests/icesco/test_checks.py", "-k", "deep_run"])
    suite.tell()

    said = capsys.readouterr().out
    assert "validator and browser  1 passed" in said
    assert "Ran: validator, browser (of" in said


def test_a_part_in_which_no_test_was_selected_did_not_run(capsys):
    suite = Suite(sys.executable, set(), dict(os.environ))

    suite.pytest(["browser"], ["tests/icesco/test_checks.py", "-k", "nothing_of_that_name"])

    assert not suite.outcomes[0].has_run
    assert suite.tell() == 1


def test_a_sample_is_the_same_all_day_and_another_one_tomorrow():
    cases = list(range(100))

    assert sampled(cases, 5, seed="2026-03-09", is_deep=False) == sampled(cases, 5, seed="2026-03-09", is_deep=False)
    assert sampled(cases, 5, seed="2026-03-09", is_deep=False) != sampled(cases, 5, seed="2026-03-10", is_deep=False)


def test_a_deep_run_tries_every_case():
    assert sampled(range(100), 5, is_deep=True) == list(range(100))


def test_the_median_report_counts_and_names_what_cost_points():
    reports = [lighthouse_report(performance=score) for score in (0.5, 0.97, 0.99)]

    row = lighthouse.median(reports)

    assert (row["performance"], row["seo"], row["LCP ms"]) == (97, 100, 1200)
    assert row["missed"] == ["performance: largest-contentful-paint"]


@pytest.mark.parametrize(("performance", "status"), [(0.94, 1), (0.95, 0)])
def test_a_page_below_a_goal_fails_the_measuring(monkeypatch, tmp_path, capsys, performance, status):
    monkeypatch.setattr(lighthouse, "RESULTS", tmp_path)

    assert lighthouse.tell({"home-ar": lighthouse.median([lighthouse_report(performance)])}, runs=1) == status
    assert "home-ar" in (tmp_path / "table.txt").read_text()


@pytest.mark.parametrize("runs", ["0", "26", "-1", "٥", "many"])
def test_a_number_of_runs_that_is_none_is_refused(monkeypatch, runs):
    monkeypatch.setenv("RUNS", runs)

    with pytest.raises(Refused, match="RUNS must be a number from 1 to 25"):
        lighthouse.number_of_runs()


def lighthouse_report(performance):
    """A report of Lighthouse, as much of it as is read; only the largest paint costs points, below a full score."""
    audits = {audit: {"score": 1, "numericValue": 0} for audit in lighthouse.FIGURES.values()}
    audits["largest-contentful-paint"] = {"score": performance, "numericValue": 1200}
    categories = {name: {"score": 1, "auditRefs": []} for name in lighthouse.GOALS}
    categories["performance"] = {"score": performance, "auditRefs": [{"id": "largest-contentful-paint", "weight": 25}]}
    return {"audits": audits, "categories": categories}
