"""Sort keys put names in alphabetical order when compared by code point."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from icesco.text.sorting import sort_key

from .strategies import TEXTS

LANGUAGES = st.sampled_from(["ar", "en", "fr"])


@pytest.mark.parametrize(
    ("language", "names"),
    [
        ("ar", ["أذربيجان", "ألبانيا", "الإمارات", "أوغندا", "إيران", "باكستان", "الجزائر", "دولة فلسطين", "السعودية"]),
        ("ar", ["السنغال", "الصومال", "العراق", "عمان", "كوت ديفوار", "لبنان", "المالديف", "مالي", "المغرب", "اليمن"]),
        ("ar", ["آل ثاني", "الله", "إلياس", "النور"]),
        ("ar", ["مكتب", "المكتبات", "مكتبة", "مكتبي"]),
        ("en", ["Albania", "Algeria", "Côte d’Ivoire", "Guinea", "Guinea-Bissau", "Guyana", "The Gambia", "Türkiye"]),
        ("fr", ["Cameroun", "Côte d’Ivoire", "Égypte", "Émirats arabes unis", "Guinée", "Guinée équatoriale"]),
        ("fr", ["L’éducation", "Les arts", "Œuvre", "Oman", "Ouganda"]),
    ],
)
def test_names_stand_in_the_alphabetical_order_of_the_language(language, names):
    shuffled = names[::2] + names[1::2]

    assert sorted(shuffled, key=lambda name: sort_key(name, language)) == names


@pytest.mark.parametrize("name", ["المغرب", "مغرب", "الـمَغْرِب", "اَلمغرب", "ٱلمغرب", "\u200fالمغرب", " المغرب "])
def test_the_arabic_article_is_skipped_however_it_is_written(name):
    assert sort_key(name, "ar") == "مغرب"


@pytest.mark.parametrize("name", ["ألبانيا", "البانيا", "الله", "إلياس", "آل ثاني", "ألمانيا"])
def test_a_word_that_only_begins_like_the_article_keeps_its_letters(name):
    assert sort_key(name, "ar").startswith("ال")


def test_only_the_article_at_the_start_is_skipped():
    assert sort_key("الإمارات العربية", "ar") == "امارات العربيه"


def test_articles_count_in_english_and_french_and_arabic_names_keep_theirs_there():
    assert sort_key("The Gambia", "en") == "the gambia"
    assert sort_key("Le Caire", "fr") == "le caire"
    assert sort_key("المغرب", "en") == "المغرب"


@given(TEXTS, LANGUAGES)
def test_a_key_is_bounded_made_of_words_and_never_fails(text, language):
    key = sort_key(text * 20, language)

    assert len(key) <= 200
    assert key == " ".join(key.split())


@given(TEXTS, st.sampled_from(["en", "fr"]))
def test_a_key_is_its_own_key(text, language):
    key = sort_key(text, language)

    assert sort_key(key, language) == key
