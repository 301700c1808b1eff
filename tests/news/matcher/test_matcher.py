"""Names found in texts: what is a name, where it stands, and what is only proposed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from news.matcher import Matcher, Name, folded_words, settle

from ..listing.known import listing, reference_matcher

ALPHABET = "aéñ ’'-.،وبلالمغربتونسيةNigerTunsoكف\u064f\u0640\u200f\u00adé٣\n"


def states(text, language):
    """(code, the words of the text, whether ambiguous) of each state found."""
    return [
        (hit.key, text[slice(*hit.span)], hit.is_ambiguous)
        for hit in reference_matcher().find(text, language)
        if hit.kind == "member_state"
    ]


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("the Tunisian Minister", "en", [("TN", "Tunisian")]),
        ("Tunisia’s vision, Tunisia's hopes", "en", [("TN", "Tunisia"), ("TN", "Tunisia")]),
        ("young Tunisians and MOROCCANS", "en", [("TN", "Tunisians"), ("MA", "MOROCCANS")]),
        ("Ambassador to the Kingdom of Morocco", "en", [("MA", "Kingdom of Morocco")]),
        ("the Burkinabe capital; Burkina\nFaso", "en", [("BF", "Burkinabe"), ("BF", "Burkina\nFaso")]),
        ("in Guinea-Bissau", "en", [("GW", "Guinea-Bissau")]),
        ("Côte d'Ivoire and Cote d’Ivoire", "en", [("CI", "Côte d'Ivoire"), ("CI", "Cote d’Ivoire")]),
        ("l’Azerbaïdjan, d'Azerbaïdjan", "fr", [("AZ", "Azerbaïdjan"), ("AZ", "Azerbaïdjan")]),
        ("la Commission burkinabè, burkinabé", "fr", [("BF", "burkinabè"), ("BF", "burkinabé")]),
        ("les autorités tunisiennes", "fr", [("TN", "tunisiennes")]),
        ("تونس وتونس فتونس بتونس لتونس", "ar", [("TN", "تونس")] * 5),
        ("الوزير التونسي والتونسية وتونسيين", "ar", [("TN", "التونسي"), ("TN", "التونسية"), ("TN", "تونسيين")]),
        ("بالمملكة المغربية وللمملكة المغربية", "ar", [("MA", "المملكة المغربية"), ("MA", "مملكة المغربية")]),
        ("للعراق ولليمن وللبنان", "ar", [("IQ", "عراق"), ("YE", "يمن"), ("LB", "لبنان")]),
        ("بجمهورية الكاميرون", "ar", [("CM", "جمهورية الكاميرون")]),
        ("تُونِس وتـــونس", "ar", [("TN", "تُونِس"), ("TN", "تـــونس")]),
    ],
)
def test_a_state_is_found_by_name_adjective_and_inflected_form(text, language, found):
    assert states(text, language) == [(code, words, False) for code, words in found]


@pytest.mark.parametrize(
    ("text", "language", "codes"),
    [
        ("from Niger to Nigeria", "en", ["NE", "NG"]),
        ("Guinea and Chad", "en", ["GN", "TD"]),
        ("Jordan", "en", ["JO"]),
        ("la Guinée et le Tchad", "fr", ["GN", "TD"]),
        ("في المغرب والمغرب وبالمغرب وللمغرب", "ar", ["MA"] * 4),
        ("في مالي", "ar", ["ML"]),
        ("في عُمان", "ar", ["OM"]),
        ("الوفد النيجيري", "ar", ["NG"]),
    ],
)
def test_an_ambiguous_form_is_marked(text, language, codes):
    assert [(code, is_ambiguous) for code, _words, is_ambiguous in states(text, language)] == [
        (code, True) for code in codes
    ]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        *(("Austria and France", "en"), ("Equatorial Guinea", "en"), ("Papua New Guinea", "en"), ("South Sudan", "en")),
        *(("the Gulf of Guinea", "en"), ("Georgia", "en"), ("the Nigeriana shop, Malice", "en"), ("Lake Chad", "en")),
        *(("la Guinée équatoriale", "fr"), ("Autriche", "fr"), ("النمسا", "ar"), ("وزارة المالية", "ar")),
        *(("غينيا الاستوائية", "ar"), ("المغرب العربي", "ar"), ("صلاة المغرب", "ar"), ("مسلمون", "ar")),
    ],
)
def test_what_only_looks_like_a_member_state_is_not_found(text, language):
    assert states(text, language) == []


def test_a_state_inside_a_person_s_name_is_ambiguous():
    text = "Dr. Yasmina Morocco spoke."

    hits = reference_matcher().find(text, "en", name_spans=[(4, 19)])

    assert [(hit.key, hit.is_ambiguous) for hit in hits] == [("MA", True)]


def test_a_form_of_two_entities_of_one_kind_is_ambiguous():
    matcher = Matcher([Name("Springfield", "place", "a", "en"), Name("springfield", "place", "b", "en")])

    assert [(hit.key, hit.is_ambiguous) for hit in matcher.find("in Springfield", "en")] == [("a", True), ("b", True)]


def test_the_longest_name_wins_and_a_sentence_ends_it():
    matcher = Matcher([Name("Culture", "sector", "c", "en"), Name("Culture Sector", "sector", "cs", "en")])

    assert [hit.key for hit in matcher.find("The Culture Sector. Culture. Sector", "en")] == ["cs", "c"]


def test_names_of_another_language_are_not_looked_for():
    assert states("Maroc", "fr") == [("MA", "Maroc", False)]
    assert reference_matcher().find("Tunisie", "ar") == []


def test_a_sure_form_settles_the_ambiguous_ones_of_its_entity():
    sure = reference_matcher().find("Niger and Nigeria; the Republic of Niger", "en")

    settled = settle(sure)

    assert settled.linked == [("member_state", "NE")]
    assert list(settled.proposed) == [("member_state", "NG")]


@pytest.mark.parametrize(
    ("name", "language"),
    [("icesco-news-listing-en.txt", "en"), ("listing-sample-ar.txt", "ar"), ("listing-sample-fr.txt", "fr")],
)
def test_spans_in_real_texts_fold_to_their_forms(name, language):
    text = listing(name)

    hits = reference_matcher().find(text, language)

    assert hits
    assert all(folded_words(text[slice(*hit.span)]) == folded_words(hit.form) for hit in hits)


@given(st.text(alphabet=ALPHABET) | st.text(), st.sampled_from(["ar", "en", "fr"]))
def test_every_span_folds_to_its_form_in_any_text(text, language):
    hits = reference_matcher().find(text, language)

    assert all(folded_words(text[slice(*hit.span)]) == folded_words(hit.form) for hit in hits)
    assert [hit.span for hit in hits] == sorted(hit.span for hit in hits)
