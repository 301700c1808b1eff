"""Words of a text as stems with places: spellings of one word meet, places are those of what is written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from icesco.text.analysis import analyse, common_stems, stems
from icesco.text.arabic_stemming import KEPT, PLURALS, arabic_stem
from icesco.text.folding import fold

from .strategies import NEWSROOM_TEXT, TEXTS

LANGUAGES = st.sampled_from(["ar", "en", "fr"])
ARABIC_WORDS = st.text(st.sampled_from("ابتةثجحخدذرزسشصضطظعغفقكلمنهويءىأإآؤئ"), min_size=1, max_size=12)

FORMS = {
    "ar": [
        "التعليم والتعليم تعليم للتعليم بالتعليم التَّعليمُ التـعليم ﺍﻟﺘﻌﻠﻴﻢ التعليمي التعليمية",
        "برنامج البرنامج برنامجا برنامجاً والبرنامج ببرنامج لبرنامج برامج البرامج",
        "لجنة اللجنة للجنة لجنتها باللجنة واللجنة لجان اللجان",
        "وزارة الوزارة وزارات بوزارة للوزارة وزارته",
        "وزير الوزير ووزير للوزير الوزراء",
        "لغة لغات اللغة للغة",
        "منظمة المنظمة منظمات للمنظمة منظمتها ومنظمة",
        "دولة الدول دول الدولة دولتين",
        "لبنان لبناني اللبنانية بلبنان ولبنان",
        "تونس بتونس التونسية وتونس تونسي",
        "مصر بمصر المصرية",
        "مؤتمر المؤتمر مؤتمرا مؤتمرات بالمؤتمر المؤتمرين موتمر",
        "الإيسيسكو إيسيسكو للإيسيسكو بالإيسيسكو الايسيسكو",
        "تنمية التنمية تنميتها للتنمية",
        "خدمة خدمات خدماته خدمته",
        "بيان بيانات البيان",
        "فلسطين الفلسطينية فلسطيني بفلسطين",
        "مشروع مشاريع المشاريع ومشروع",
        "عضو أعضاء الأعضاء والعضو",
        "رؤية روية الرؤية",
        "مكتبة المكتبات مكتبات للمكتبة",
        "٢٠٢٥ 2025 ۲۰۲۵",
    ],
    "en": [
        "education Educational EDUCATION educators",
        "minister ministers minister's ministers’",
        "culture cultural Cultures",
        "Qur'an Quran Qurʼan Qur`an",
        "Türkiye turkiye",
        "state states",
    ],
    "fr": [
        "éducation l'éducation l’éducation d’éducation Education e\u0301ducations L'ÉDUCATION",
        "formé formée formés formées former formee",
        "premier première premiers premieres",
        "œuvre oeuvre œuvres",
        "culturel culturelle culturels culturelles",
        "actif active actives",
        "musée musées musee",
        "qu'université université universités",
    ],
}


@pytest.mark.parametrize(("language", "forms"), [(language, forms) for language in FORMS for forms in FORMS[language]])
def test_forms_of_one_word_have_one_stem(language, forms):
    assert len(set(stems(forms, language))) == 1


@pytest.mark.parametrize(
    ("language", "one", "another"),
    [
        ("ar", "مالي", "المال"),
        ("ar", "وزارة", "زيارة"),
        ("ar", "وزير", "زار"),
        ("ar", "بحرين", "بحر"),
        ("ar", "لبنان", "لبن"),
        ("ar", "سودان", "سود"),
        ("ar", "مكتبة", "مكتب"),
        ("ar", "كتاب", "تاب"),
        ("ar", "فلسطين", "فلس"),
        ("ar", "بيان", "يان"),
        ("en", "Niger", "Nigeria"),
        ("en", "Mali", "male"),
        ("fr", "Niger", "Nigéria"),
    ],
)
def test_different_words_keep_different_stems(language, one, another):
    assert stems(one, language) != stems(another, language)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("COVID-19", ["covid", "19"]),
        ("Côte d’Ivoire", ["cote", "ivoir"]),
        ("ﷺ", stems("صلى الله عليه وسلم", "en")),
        ("«منتدى»، (الرباط)", stems("منتدى الرباط", "en")),
        ("", []),
        ("— … !", []),
        ("'' ’ ـ", []),
    ],
)
def test_punctuation_parts_words_and_is_none(text, wanted):
    assert stems(text, "en") == wanted


def test_a_token_says_where_its_word_stands():
    text = "L’ICESCO, «والتَّعليم» (2025)"

    tokens = analyse(text, "ar")

    assert [text[token.start : token.end] for token in tokens] == ["L’ICESCO", "والتَّعليم", "2025"]
    assert [token.position for token in tokens] == [1, 2, 3]


def test_a_word_is_stemmed_by_its_script_on_any_page():
    assert stems("والتعليم", "ar") == stems("والتعليم", "fr") == stems("تعليم", "en")


@pytest.mark.parametrize("language", ["ar", "en", "fr"])
def test_common_words_are_known_by_their_stems(language):
    assert {"ar": "من", "en": "the", "fr": "d"}[language] in common_stems(language)


def test_what_stands_in_the_lists_is_a_stem_already():
    assert [word for word in KEPT - PLURALS.keys() if arabic_stem(word) != word] == []
    assert [word for word in PLURALS.values() if arabic_stem(word) != word] == []


def test_the_lists_hold_folded_words():
    assert [word for word in [*KEPT, *PLURALS.values()] if fold(word) != word] == []


@given(ARABIC_WORDS)
def test_an_arabic_stem_is_its_own_stem_and_never_empty(word):
    stem = arabic_stem(fold(word))

    assert stem
    assert arabic_stem(stem) == stem


@given(NEWSROOM_TEXT, LANGUAGES)
def test_a_text_and_its_folded_form_have_the_same_stems(text, language):
    assert stems(fold(text), language) == stems(text, language)


@given(TEXTS, LANGUAGES)
def test_case_and_normal_form_make_no_difference(text, language):
    import unicodedata

    assert stems(unicodedata.normalize("NFD", text), language) == stems(unicodedata.normalize("NFC", text), language)


@given(TEXTS, LANGUAGES)
def test_places_are_in_order_and_within_the_text(text, language):
    tokens = analyse(text, language)

    assert [token.position for token in tokens] == list(range(1, len(tokens) + 1))
    assert all(0 <= token.start < token.end <= len(text) for token in tokens)
    assert [token.start for token in tokens] == sorted(token.start for token in tokens)
    assert [token.stem for token in tokens] == stems(text, language)


@given(TEXTS, LANGUAGES)
def test_a_stem_is_something_that_both_databases_take_for_one_word(text, language):
    for stem in stems(text, language):
        assert 1 <= len(stem) <= 64
        assert not any(character.isascii() and not character.isalnum() for character in stem)
        assert not {"§", "·"} & set(stem)
