"""Spellings of one word fold to the same form, in three languages."""

import unicodedata

import pytest
from hypothesis import given

from icesco.text.characters import without_invisible
from icesco.text.folding import fold

from .strategies import TEXTS


@pytest.mark.parametrize(
    ("written", "also_written"),
    [
        # Arabic
        ("مُؤْتَمَرٌ", "مؤتمر"),
        ("الإيسيسكو", "الايسيسكو"),
        ("أبريل", "إبريل"),
        ("آسيا", "اسيا"),
        ("ٱلمغرب", "المغرب"),
        ("رؤية", "روية"),
        ("هيئة", "هيية"),
        ("منظمة", "منظمه"),
        ("مصطفى", "مصطفي"),
        ("الـــثقافة", "الثقافة"),
        ("ﺍﻟﺜﻘﺎﻓﺔ", "الثقافة"),
        ("ﻻ", "لا"),
        ("مرﹶكز", "مركز"),
        ("٢٠٢٥", "2025"),
        ("۲۰۲۵", "2025"),
        ("ایران", "ايران"),
        ("کتاب", "كتاب"),
        ("قال\u200f (ICESCO)", "قال (icesco)"),
        ("عَمّان", "عمان"),
        # English
        ("ICESCO", "icesco"),
        ("ICESCO’s", "ICESCO's"),
        ("Qurʼan", "Qur'an"),
        ("Qur`an", "Qur'an"),
        ("Qur´an", "Qur'an"),
        ("Guinea–Bissau", "Guinea-Bissau"),
        ("Guinea‑Bissau", "Guinea-Bissau"),
        ("  two \n\t words\u00a0", "two words"),
        ("co\u00adoperation", "cooperation"),
        ("ＩＣＥＳＣＯ", "icesco"),
        # French and other Latin letters
        ("Éducation", "education"),
        ("E\u0301ducation", "éducation"),
        ("Œuvre", "oeuvre"),
        ("Ça et là", "ca et la"),
        ("Ouagadougou–Soré", "OUAGADOUGOU-SORE"),
        ("Türkiye", "turkiye"),
        ("İstanbul", "istanbul"),
        ("Əliyev", "Aliyev"),
        ("Straße", "STRASSE"),
    ],
)
def test_two_spellings_of_a_word_fold_alike(written, also_written):
    assert fold(written) == fold(also_written)


@pytest.mark.parametrize(
    ("one", "another"),
    [("عمان", "عمن"), ("مالي", "مال"), ("بناء", "بنا"), ("Niger", "Nigeria"), ("sept", "set"), ("a b", "ab")],
)
def test_different_words_stay_different(one, another):
    assert fold(one) != fold(another)


@given(TEXTS)
def test_folding_twice_changes_nothing_more(text):
    assert fold(fold(text)) == fold(text)


@given(TEXTS)
def test_a_folded_text_is_composed_visible_lower_case_and_trimmed(text):
    folded = fold(text)

    assert unicodedata.normalize("NFC", folded) == folded
    assert without_invisible(folded) == folded
    assert folded.lower() == folded
    assert folded.split() == [word for word in folded.split(" ") if word]


@given(TEXTS)
def test_case_normal_form_and_surrounding_white_space_make_no_difference(text):
    assert fold(f"\n {text}\u00a0") == fold(text)
    assert fold(unicodedata.normalize("NFC", text)) == fold(unicodedata.normalize("NFD", text)) == fold(text)


def test_every_character_folds_for_good():
    changed_again = [hex(code) for code in range(0x30000) if fold(fold(chr(code))) != fold(chr(code))]

    assert changed_again == []
