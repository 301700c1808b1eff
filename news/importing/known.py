"""The names that the database knows, for the matcher."""

from icesco.text.folding import fold
from people.languages import LANGUAGES, column
from people.models import MemberState, MemberStateName, Place, PlaceName, Sector, SectorName
from people.reference import read

from ..matcher import Matcher, Name
from ..models import Tag


def known_matcher():
    """A Matcher of all member states, sectors and places; keys are their primary keys as str."""
    names = [
        *names_of("member_state", MemberState, MemberStateName, "member_state_id", ("name", "official_name")),
        *names_of("sector", Sector, SectorName, "sector_id", ("name",)),
        *names_of("place", Place, PlaceName, "place_id", ("name",)),
    ]
    lookalikes = [(phrase, language) for language, phrases in read("lookalikes").items() for phrase in phrases]
    return Matcher(names, lookalikes)


def tag_matcher():
    """A Matcher of all tags' labels; keys are primary keys as str. Apart: a tag may be named like a state."""
    labels = [(column("label", language), language) for language in LANGUAGES]
    rows = Tag.objects.values("pk", *(label for label, _language in labels))
    return Matcher(
        Name(row[label], "tag", str(row["pk"]), language) for row in rows for label, language in labels if row[label]
    )


def names_of(kind, model, name_model, owner, fields):
    """Names of all rows of `model` and of their other forms. A form marked ambiguous makes the equal name ambiguous."""
    wanted = [(column(field, language), language) for field in fields for language in LANGUAGES]
    rows = list(model.objects.values("pk", *(name for name, _language in wanted)))
    others = list(name_model.objects.values_list(owner, "language", "form", "is_ambiguous"))
    ambiguous = {(key, language, fold(form)) for key, language, form, is_ambiguous in others if is_ambiguous}
    forms = [(row["pk"], language, row[name]) for row in rows for name, language in wanted if row[name]]
    forms += [(key, language, form) for key, language, form, _is_ambiguous in others]
    return [
        Name(form, kind, str(key), language, (key, language, fold(form)) in ambiguous)
        for key, language, form in dict.fromkeys(forms)
    ]


def states_of_places():
    """Which member state a place lies in: dict of primary keys as str; places elsewhere are left out."""
    pairs = Place.objects.filter(member_state__isnull=False).values_list("pk", "member_state_id")
    return {str(place): str(state) for place, state in pairs}
