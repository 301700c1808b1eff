"""The reviewed fixtures in this folder, and how they get into the database.

Loading adds what is missing and leaves what staff have changed alone. Codes come from ISO 3166-1; names are the
organisation's own wording, each row with its source.
"""

import json
from pathlib import Path

from django.db import transaction

from icesco.text.folding import fold

from ..languages import LANGUAGES, column
from ..models import MemberState, MemberStateName, Person, PersonName, Place, PlaceName, Sector, SectorName

FOLDER = Path(__file__).parent


def read(name):
    """The fixture `name`, such as "sectors": a list of dicts."""
    return json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))


def translated(row, *fields):
    """The values of translated `fields` in `row`, by column: {"name_ar": …}."""
    return {column(field, code): (row.get(field) or {}).get(code) for field in fields for code in LANGUAGES}


@transaction.atomic
def load_reference(refresh=False):
    """Load states, sectors and places. refresh: put the wording of rows that exist back to the fixture's.

    Returns how many rows were made, by kind.
    """
    return {
        "member states": sum(load_state(row, refresh) for row in read("member_states")),
        "sectors": sum(load_sector(row, refresh) for row in read("sectors")),
        "places": sum(load_place(row, refresh) for row in read("places")),
    }


def load_state(row, refresh=False):
    fields = translated(row, "name", "official_name") | {"status": row["status"], "source": row["source"]}
    state, is_new = keep(MemberState, {"code": row["code"]}, fields | {"slug": row["slug"]}, refresh)
    if is_new or refresh:
        add_forms(MemberStateName, {"member_state": state}, row, "other_names")
        add_forms(MemberStateName, {"member_state": state}, row, "demonyms", is_demonym=True)
        add_ambiguous(MemberStateName, {"member_state": state}, row)
        state.save()
    return is_new


def load_sector(row, refresh=False):
    fields = translated(row, "name", "description") | {"kind": row["kind"], "source": row["source"]}
    sector, is_new = keep(Sector, {"slug": row["slug"]}, fields, refresh)
    if is_new or refresh:
        add_forms(SectorName, {"sector": sector}, row, "other_names")
        add_ambiguous(SectorName, {"sector": sector}, row)
        sector.save()
    return is_new


def load_place(row, refresh=False):
    state = MemberState.objects.filter(code=row["member_state"]).first() if row["member_state"] else None
    place, is_new = keep(Place, {"slug": row["slug"]}, translated(row, "name") | {"member_state": state}, refresh)
    if is_new or refresh:
        add_forms(PlaceName, {"place": place}, row, "other_names")
        add_ambiguous(PlaceName, {"place": place}, row)
        place.save()
    return is_new


@transaction.atomic
def load_people():
    """Load the people of the demo stories, reviewed and public. Returns how many were made."""
    return sum(load_person(row) for row in read("people"))


def load_person(row):
    fields = translated(row, "name", "honorific", "office", "organisation", "biography")
    fields["sector"] = Sector.objects.filter(slug=row["sector"]).first() if row["sector"] else None
    code = row["member_state"]
    fields["member_state"] = MemberState.objects.filter(code=code).first() if code else None
    person, is_new = keep(Person, {"slug": row["slug"]}, fields, refresh=False)
    if is_new:
        add_new(
            PersonName, {"person": person}, [(other["language"], other["name"], False) for other in row["other_names"]]
        )
        person.save()
    return is_new


def keep(model, key, fields, refresh):
    """The row of `model` with `key`, made with `fields` when it is missing: (row, whether it is new)."""
    row = model.objects.filter(**key).first()
    is_new = row is None
    if is_new:
        row = model(**key)
    if is_new or refresh:
        for name, value in fields.items():
            setattr(row, name, value)
        row.save()
    return row, is_new


def add_forms(model, key, row, field, **more):
    """Rows of `model` for the other forms in row[field], a dict of language → list; `more`: their other fields."""
    ambiguous = folded_ambiguous(row)
    forms = [(language, form) for language, forms in row[field].items() for form in forms]
    add_new(model, key, [(language, form, fold(form) in ambiguous[language]) for language, form in forms], **more)


def add_ambiguous(model, key, row):
    """A row for each ambiguous form that is the name itself: the flag hangs on the form, not on the name."""
    for language, forms in row.get("ambiguous", {}).items():
        known = {fold(form) for form in model.objects.filter(**key, language=language).values_list("form", flat=True)}
        add_new(model, key, [(language, form, True) for form in forms if fold(form) not in known])


def add_new(model, key, forms, **more):
    """Rows for those of `forms`, tuples (language, form, is_ambiguous), that have none, without a word to search.

    The entity has to be saved afterwards: once for all its forms.
    """
    known = set(model.objects.filter(**key).values_list("language", "form"))
    wanted = {(language, form): is_ambiguous for language, form, is_ambiguous in forms}
    model.objects.bulk_create(
        model(**key, language=language, form=form, is_ambiguous=is_ambiguous, **more)
        for (language, form), is_ambiguous in wanted.items()
        if (language, form) not in known
    )


def folded_ambiguous(row):
    return {code: {fold(form) for form in row.get("ambiguous", {}).get(code, ())} for code in LANGUAGES}
