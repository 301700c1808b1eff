"""Passages without a translation, and those that are in the source's words or in another language."""

import pytest

from news.translation_checks import findings

from .pairs import details, pair


def test_a_passage_without_a_translation_is_found_and_quoted():
    source = "Rabat hosts a forum on the future of teaching today.\n12\nEnd"

    found = findings(pair("en", source, "fr", "\n12\nFin"))

    assert [(finding.kind, finding.row, finding.sentence) for finding in found] == [
        ("paragraphs", "body.0", "The passage “Rabat hosts a forum on the future of…” is not translated.")
    ]


def test_a_passage_that_only_the_translation_has_is_no_finding():
    assert findings(pair("en", "", "fr", "Un mot.")) == []


TRANSLATED = [
    ("en", "Communication", "fr", "Communication"),
    ("en", "information, communication, culture", "fr", "information, communication, culture"),
    ("en", "ICESCO", "ar", "ICESCO"),
    ("en", "https://example.org/the-way", "ar", "https://example.org/the-way"),
    ("ar", "desk@example.org", "en", "desk@example.org"),
    ("ar", "12", "en", "12"),
    ("en", "Salim M. AlMalik, Director-General", "fr", "Salim M. AlMalik, Director-General"),
    ("en", "Khalid Fathalrahman, Anar Karimov and Abdelilah Benarafa", "fr",
     "Khalid Fathalrahman, Anar Karimov et Abdelilah Benarafa"),
    ("en", "See https://example.org/the/way/of/the/world", "fr", "https://example.org/the/way/of/the/world"),
    ("en", "Reading", "ar", "صدر كتاب «The way of the world and its people» في الرباط."),
    ("en", "Reading", "ar", "نظمه المركز (Center for the study of old world books) في الرباط."),
    ("en", "Reading", "ar", "حضر Salim M. AlMalik and Anar Karimov اللقاء."),
    ("en", "Reading", "ar", "مبادرة ICESCO Prize for Women in Science السنوية"),
    ("ar", "قراءة", "en", "The book «العربية لغة العالم الإسلامي» was shown (مكتبة المدينة القديمة)."),
    ("ar", "قراءة", "fr", "Le mot سلام veut dire paix."),
    ("ar", "قراءة", "en", "The review “Les amis de la langue et de la paix” is read by many of the pupils."),
    ("ar", "قراءة", "fr", "Le réseau The Voice of the Youth est né dans la capitale pour les jeunes."),
    ("ar", "قراءة", "en", "Agence de la Francophonie de Paris"),
    ("en", "A la carte menus were on offer", "fr", "Des menus à la carte étaient proposés"),
]  # fmt: skip
LEFT = [
    ("en", "The forum opens in Rabat.", "fr", "The forum opens in Rabat."),
    ("en", "Hello. The forum opens in Rabat!", "fr", "Bonjour. The Forum opens in Rabat !"),
    ("fr", "Le forum ouvre à Rabat.", "en", "Le forum ouvre à Rabat."),
    ("en", "virtual museums;", "ar", "virtual museums;"),
    ("ar", "التعليم؛", "fr", "التعليم؛"),
    ("en", "About this page", "fr", "About this page"),
    ("fr", "l’éducation ;", "en", "l’éducation ;"),
    ("ar", "ينعقد المنتدى في الرباط.", "fr", "ينعقد المنتدى في الرباط."),
    ("en", "The forum opens in Rabat.", "ar", "قال: the forum opens in Rabat."),
    ("fr", "Le forum ouvre à Rabat.", "ar", "Le forum ouvre à Rabat."),
    ("ar", "قال ذلك", "en", "He said ينعقد المنتدى في الرباط today."),
    ("ar", "قال ذلك", "en", "Il a dit que la session est dans la capitale."),
    ("ar", "قال ذلك", "fr", "He said that the session is in the capital."),
    ("fr", "Il a dit que oui.", "en", "Il l’a dit dans un entretien."),
]


@pytest.mark.parametrize(("source_language", "source", "language", "target"), TRANSLATED)
def test_names_addresses_and_quoted_titles_may_stay(source_language, source, language, target):
    assert details("untranslated", source_language, source, language, target) == []


@pytest.mark.parametrize(("source_language", "source", "language", "target"), LEFT)
def test_words_left_in_another_language_are_found(source_language, source, language, target):
    found = details("untranslated", source_language, source, language, target)

    assert found
    assert all(detail.startswith("body.0 ") for detail in found)


def test_a_passage_left_as_it_was_is_one_finding():
    text = "The forum opens in Rabat. The pupils of the town came to see it."

    assert len(details("untranslated", "en", text, "fr", text)) == 1


def test_a_sentence_in_another_language_is_one_finding():
    text = "Le ministre a salué ce projet. He said that the session is in the capital."

    assert details("untranslated", "ar", "قال ذلك", "fr", text) == ["body.0 He said that the session is in the…"]
