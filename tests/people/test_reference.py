from io import StringIO

import pytest
from django.contrib.staticfiles import finders
from django.core.management import call_command

from people.languages import LANGUAGES
from people.models import MemberState, Place, Sector
from people.reference import load_people, load_reference, read
from tests.reference_data import reference_data_in

# One worker: the data are loaded once for all of them.
pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("reference data")]

CODES = [
    "AF",
    "DZ",
    "AZ",
    "BH",
    "BD",
    "BJ",
    "BN",
    "BF",
    "CM",
    "TD",
    "KM",
    "CI",
    "DJ",
    "EG",
    "GA",
    "GM",
    "GN",
    "GW",
    "GY",
    "ID",
    "IR",
    "IQ",
    "JO",
    "KZ",
    "KW",
    "KG",
    "LB",
    "LY",
    "MY",
    "MV",
    "ML",
    "MR",
    "MA",
    "NE",
    "NG",
    "OM",
    "PK",
    "PS",
    "QA",
    "SA",
    "SN",
    "SL",
    "SO",
    "SD",
    "SR",
    "SY",
    "TJ",
    "TG",
    "TN",
    "UG",
    "AE",
    "UZ",
    "YE",
]


@pytest.fixture(scope="module")
def reference_data(django_db_setup, django_db_blocker):
    with reference_data_in(django_db_blocker):
        yield


def test_the_fixture_has_the_53_member_states():
    assert sorted(row["code"] for row in read("member_states")) == sorted(CODES)


@pytest.mark.parametrize("fixture", ["member_states", "sectors", "places", "people"])
def test_every_name_is_there_in_three_languages(fixture):
    missing = [(row["slug"], code) for row in read(fixture) for code in LANGUAGES if not row["name"].get(code)]

    assert not missing


def test_every_state_has_a_flag():
    missing = [code for code in CODES if not finders.find(f"flags/{code.lower()}.svg")]

    assert not missing


def test_the_organisations_own_wording_is_kept(reference_data):
    palestine, ivory_coast = MemberState.objects.get(code="PS"), MemberState.objects.get(code="CI")
    assert [palestine.name_in(code) for code in LANGUAGES] == ["دولة فلسطين", "State of Palestine", "État de Palestine"]
    assert ivory_coast.name_ar == "كوت ديفوار"


def test_loading_twice_adds_nothing_and_overwrites_nothing(reference_data):
    sector = Sector.objects.get(slug="education")
    sector.name_en = "Education and Learning Sector"
    sector.save()

    made = load_reference()

    sector.refresh_from_db()
    assert set(made.values()) == {0}
    assert sector.name_en == "Education and Learning Sector"


def test_refreshing_puts_the_reviewed_wording_back(reference_data):
    Sector.objects.filter(slug="education").update(name_en="Wrong")

    call_command("load_reference", "--refresh", stdout=StringIO())

    assert Sector.objects.get(slug="education").name_en == "Education Sector"


def test_a_state_is_found_by_its_people_and_by_any_language(reference_data):
    for words in ("tunisian", "تونسي", "tunisienne", "Tunisie"):
        assert MemberState.objects.found_by(words).get().code == "TN"


def test_an_ambiguous_name_is_marked_as_such(reference_data):
    niger = MemberState.objects.get(code="NE")
    assert niger.other_names.filter(language="en", form="Niger", is_ambiguous=True).exists()


def test_places_know_their_state(reference_data):
    assert Place.objects.get(slug="douala").member_state.code == "CM"
    assert Place.objects.get(slug="paris").member_state is None


def test_the_people_of_the_demo_are_loaded_once(reference_data):
    assert load_people() == len(read("people"))
    assert load_people() == 0
