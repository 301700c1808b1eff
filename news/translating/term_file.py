"""The term list as a CSV file: out, and in again, whole or not at all."""

import csv
from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from icesco.text.characters import UnsafeCharacter, refuse_unsafe
from icesco.text.csv_lines import unguarded
from icesco.text.folding import fold
from people.languages import LANGUAGES

from ..models import Term

COLUMNS = (*LANGUAGES, "note")
MOST_BYTES = 1_000_000
MOST_ROWS = 10_000


@dataclass
class Outcome:
    """problems: (line of the file, sentence), and nothing was written where there is one; else counts of terms."""

    problems: list = field(default_factory=list)
    added: int = 0
    changed: int = 0
    same: int = 0


def term_rows():
    """The rows of the file, in the order of COLUMNS."""
    return Term.objects.order_by("pk").values_list(*COLUMNS).iterator()


def read_terms(data):
    """Bring the terms of `data`, bytes of a CSV file, in; returns the Outcome.

    The first line names columns of COLUMNS, in any order. A row changes the term that has one of its names already,
    else it is a new one; an empty cell leaves what is there.
    """
    outcome = Outcome()
    rows = rows_of(data, outcome)
    if not outcome.problems:
        with transaction.atomic():
            write_rows(rows, outcome)
            if outcome.problems:
                transaction.set_rollback(True)
    return outcome


def rows_of(data, outcome):
    """[(line, {column: words})] of the file; what is wrong with it as a whole goes to the outcome."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        outcome.problems.append(
            (data[: error.start].count(b"\n") + 1, _("The file is not UTF-8 text: save it as UTF-8."))
        )
        return []
    lines = text.splitlines()
    # Spreadsheets part cells with what is not a decimal sign: in French the semicolon.
    delimiter = max(",;\t", key=lambda sign: lines[0].count(sign)) if lines else ","
    reader = csv.DictReader(text.splitlines(keepends=True), delimiter=delimiter)
    names = [(name or "").strip().lower() for name in reader.fieldnames or ()]
    reader.fieldnames = names
    if not set(names) <= set(COLUMNS) or len(set(names)) < len(names) or len(set(names) & set(LANGUAGES)) < 2:
        known = ", ".join(COLUMNS)
        outcome.problems.append((1, _("The first line names the columns: two languages at least of %s.") % known))
        return []
    found = []
    try:
        for row in reader:
            cells = {name: unguarded((row[name] or "").strip()) for name in names}
            if None in row:
                outcome.problems.append((reader.line_num, _("This line has more cells than the first one.")))
            if any(cells.values()):
                found.append((reader.line_num, cells))
    except csv.Error as error:
        outcome.problems.append((reader.line_num, _("This line can’t be read: %s") % error))
    if len(found) > MOST_ROWS:
        outcome.problems.append((MOST_ROWS, _("The file has more than 10,000 terms: bring it in in parts.")))
    return found


def write_rows(rows, outcome):
    by_name, taken = {}, {}
    for term in Term.objects.select_for_update():
        note_names(by_name, term)
    for line, cells in rows:
        matching = {by_name[key].pk: by_name[key] for key in names_in(cells) if key in by_name}
        if len(matching) > 1:
            outcome.problems.append((line, _("Its names belong to different terms: mend those first.")))
            continue
        term = next(iter(matching.values()), None) or Term()
        if taken.get(term.pk):
            said = _("It is the same term as in line %(line)d.") % {"line": taken[term.pk]}
            outcome.problems.append((line, said))
            continue
        write_row(term, cells, line, outcome)
        if term.pk:
            taken[term.pk] = line
            note_names(by_name, term)


def write_row(term, cells, line, outcome):
    before = [getattr(term, name) for name in COLUMNS]
    for name, words in cells.items():
        if words:
            setattr(term, name, words)
    try:
        for words in cells.values():
            refuse_unsafe(words)
        term.full_clean()
    except UnsafeCharacter:
        outcome.problems.append((line, _("It holds a character that no text may hold.")))
        return
    except ValidationError as error:
        outcome.problems.append((line, " ".join(error.messages)))
        return
    if term.pk and before == [getattr(term, name) for name in COLUMNS]:
        outcome.same += 1
        return
    outcome.changed += bool(term.pk)
    outcome.added += not term.pk
    term.save()


def names_in(cells):
    """(language, folded first name) of the names that a row gives."""
    for language in LANGUAGES:
        if first := cells.get(language, "").split("|")[0].strip():
            yield language, fold(first)


def note_names(by_name, term):
    for key in names_in({language: getattr(term, language) for language in LANGUAGES}):
        by_name[key] = term
