"""Quotation marks, brackets and stops of a translation."""

import pytest

from news.translation_checks import findings

from .pairs import details, pair

SOUND = [
    ("fr", "Il dit : « C’est “bien” fait. »"),
    ("fr", "Il dit : «\u00a0oui\u00a0» et l'autre : « non »."),
    ("fr", "Un écran de 5\" et l’école d'art"),
    ("fr", "« Il a dit « oui », puis “non” hier »"),
    ("en", "He said “yes” and 'no', \"maybe\"."),
    ("en", "The pupils’ ‘own’ rock ’n’ roll"),
    ("en", "a) first (of all) [sic]; 1) second :)"),
    ("en", "“It goes on.\n“And on.\n“And ends.” he said"),
    ("en", "“It goes on.\nAnd on.\nAnd ends.”"),
    ("ar", 'قال: «نعم» و“لا” و"ربما"'),
    ("ar", "قال: ”نعم“ (مرة)، ثم: «قال لي ‘نعم’ أمس»"),
    ("ar", "L’ICESCO و COVID-19, نعم"),
    ("ar", "أ) أولًا؛ ب) ثانيًا"),
    ("ar", "هل حضر؟ نعم، حضر؛ ثم مضى."),
]
FAULTY = [
    ("fr", "Il dit “oui” hier", "“"),
    ("fr", 'Il dit "oui" hier', '"'),
    ("fr", "Il dit « oui hier", "«"),
    ("fr", "Il dit oui » hier", "»"),
    ("fr", "Il dit „oui“ hier", "„"),
    ("fr", "Le « projet (grand » pays) vient", "»"),
    ("en", "He said « yes » today", "«"),
    ("en", "He said “yes today", "“"),
    ("en", "He said (yes today", "("),
    ("en", "He said yes) today", ")"),
    ("en", "He said [yes) today", ")"),
    ("en", 'He said "yes today', '"'),
    ("ar", "قال ‘نعم’ أمس", "‘"),
    ("ar", "قال „نعم“ أمس", "„"),
    ("ar", "قال «نعم أمس", "«"),
    ("ar", "قال “نعم أمس", "“"),
    ("ar", "قال نعم, ثم مضى", ","),
    ("ar", "هل حضر?", "?"),
    ("ar", "قرأَ; ثم مضى", ";"),
]


@pytest.mark.parametrize(("language", "text"), SOUND)
def test_marks_of_the_language_are_no_finding(language, text):
    assert details("quotation", "fr" if language == "en" else "en", "", language, text) == []


@pytest.mark.parametrize(("language", "text", "mark"), FAULTY)
def test_foreign_lonely_and_crossed_marks_are_found(language, text, mark):
    found = details("quotation", "fr" if language == "en" else "en", "", language, text)

    assert any(detail.startswith(f"body.0 {mark} ") for detail in found)


def test_the_marks_of_the_source_are_its_own_affair():
    assert details("quotation", "en", "He said “yes", "fr", "Il dit oui") == []


def test_the_words_around_a_mark_are_quoted():
    found = findings(pair("en", "", "ar", "حضر الوزير اللقاء, ثم عاد الوفد كله إلى الرباط"))

    assert [finding.sentence for finding in found] == [
        "After an Arabic word, “,” should be “،”: “حضر الوزير اللقاء, ثم عاد الوفد كله”."
    ]
