"""Names and terms that a translation says, says otherwise or doesn't say."""

import pytest

from news.translation_checks import Name, findings

from .pairs import pair

TURKIYE = Name("member_state", ("تركيا",), ("Türkiye", "Republic of Türkiye"), ("Turkey",), ("Turkish",))
PERSON = Name("person", ("سالم بن محمد المالك",), ("Salim M. AlMalik",), ("Salem Al-Malik",))
SECTOR = Name("sector", ("قطاع التربية", "قطاع التعليم"), ("Education Sector",), ("Schools Department",))
TAG = Name("tag", ("الشباب",), ("Youth",), ("Young people",))
TERM = Name("term", ("بناء القدرات",), ("capacity building",), ("skills raising",))
STATES = Name("term", ("الدول الأعضاء",), ("Member State",))
ALL = (TURKIYE, PERSON, SECTOR, TAG, TERM, STATES)


def sentences(source, target, names=ALL, languages=("ar", "en")):
    found = findings(pair(languages[0], source, languages[1], target, names=names))
    return [finding.sentence for finding in found if finding.kind == "names"]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("زار تركيا", "He went to Türkiye"),
        ("زار تركيا", "He went to the republic of Turkiye"),
        ("زار تركيا", "The Turkish minister"),
        ("قال سالم بن محمد المالك", "Salim M. Al Malik and Salim M. AlMalik said"),
        ("قطاع التعليم", "the Schools Department"),
        ("قطاع التربية", "the Education Sector"),
        ("مؤتمر الشباب", "The conference"),
        ("بناء القدرات", "Capacity-building"),
        ("الدول الأعضاء", "all Member States"),
        ("لا شيء", "Turkey"),
    ],
)
def test_official_names_and_adjectives_are_no_finding(source, target):
    assert sentences(source, target) == []


@pytest.mark.parametrize(
    ("source", "target", "sentence"),
    [
        ("وبتركيا", "in Turkey", "The text says “Turkey”; the official name is “Türkiye”."),
        ("زار تركيا", "He left", "“تركيا” is not found in the translation; the official name is “Türkiye”."),
        ("قال سالم بن محمد المالك", "Salem Al-Malik said",
         "The text says “Salem Al-Malik”; the official name is “Salim M. AlMalik”."),
        ("قطاع التربية", "the Schools Department",
         "The text says “Schools Department”; the official name is “Education Sector”."),
        ("مؤتمر الشباب", "Young people met", "The text says “Young people”; the official name is “Youth”."),
        ("بناء القدرات", "He left",
         "“بناء القدرات” is not found in the translation; the official name is “capacity building”."),
    ],
)  # fmt: skip
def test_other_names_and_missing_ones_are_found(source, target, sentence):
    assert sentences(source, target) == [sentence]


def test_a_name_without_an_official_form_is_never_missed():
    nameless = Name("person", ("سالم",), (), ("Salem",))

    assert sentences("قال سالم", "He said", (nameless,)) == []


def test_names_are_found_in_arabic_behind_its_prefixes():
    morocco = Name("member_state", ("Morocco",), ("المغرب",), (), ("مغربي",))

    assert sentences("in Morocco", "للمغرب", (morocco,), ("en", "ar")) == []
    assert sentences("in Morocco", "الوزيرة المغربية", (morocco,), ("en", "ar")) == []
    assert sentences("in Morocco", "في الخارج", (morocco,), ("en", "ar")) != []
