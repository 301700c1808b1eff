"""Numbers that a translation has and has not, as three languages write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from icesco.text.digits import ARABIC_INDIC, EXTENDED_ARABIC_INDIC
from news.translation_checks import findings

from .pairs import details, pair

SAME = [
    # Signs between thousands, and decimals.
    ("en", "It reached 1,200 pupils.", "fr", "Le projet a touché 1 200 élèves."),
    ("en", "It reached 1,200 pupils.", "fr", "Le projet a touché 1\u202f200 élèves."),
    ("en", "It reached 1,200 pupils.", "fr", "Le projet a touché 1\u00a0200 élèves."),
    ("en", "It reached 1,200 pupils.", "ar", "شمل المشروع ١٬٢٠٠ تلميذ."),
    ("en", "It reached 1,200 pupils.", "ar", "شمل المشروع 1.200 تلميذ."),
    ("en", "It reached 1,200 pupils.", "ar", "شمل المشروع 1200 تلميذ."),
    ("fr", "1 234 567,89 euros", "en", "1,234,567.89 euros"),
    ("fr", "une hausse de 3,5 %", "en", "a rise of 3.5 percent"),
    ("fr", "une hausse de 3,5 %", "ar", "بزيادة ٣٫٥ في المئة"),
    ("ar", "بنسبة 3,50%", "en", "by 3.5%"),
    ("ar", "۱۲ دولة", "en", "12 countries"),
    ("en", "Chapter 12 300 copies", "fr", "Chapitre 12, 300 exemplaires"),
    # Words for small numbers, tens and large ones.
    ("en", "7 ministers", "ar", "سبعة وزراء"),
    ("en", "7 ministers", "ar", "وبسبعة وزراء"),
    ("en", "2 days", "ar", "على مدى يومين"),
    ("fr", "de 2 à 20 tags", "ar", "ما بين وسمين و20 وسمًا"),
    ("en", "2 schools", "ar", "بمدرستين"),
    ("ar", "2 من الكتب", "fr", "deux livres"),
    ("ar", "12 خبيرًا", "fr", "douze experts"),
    ("ar", "اثنا عشر خبيرًا", "fr", "12 experts"),
    ("ar", "خمسة وأربعين خبيرًا", "fr", "45 experts"),
    ("ar", "مئة وخمسون خبيرًا", "en", "150 experts"),
    ("fr", "quatre-vingt-dix-sept pays", "en", "97 countries"),
    ("fr", "soixante et onze pays", "en", "71 countries"),
    ("fr", "trente pays", "ar", "30 دولة"),
    ("en", "sixty-two people", "fr", "62 personnes"),
    ("en", "two hundred people", "fr", "200 personnes"),
    ("en", "one million trees", "fr", "1 million d’arbres"),
    ("en", "one million trees", "ar", "1,000,000 شجرة"),
    ("en", "5 million dollars", "fr", "5 000 000 de dollars"),
    ("en", "5 million dollars", "ar", "خمسة ملايين دولار"),
    ("en", "a $5m grant", "fr", "un don de 5 millions de dollars"),
    ("fr", "un don de 5 M$", "ar", "هبة قدرها 5 ملايين دولار"),
    ("en", "a wall of 5 m", "fr", "un mur de cinq mètres"),
    ("en", "$1.5 billion", "fr", "1,5 milliard de dollars"),
    ("en", "$1.5 billion", "ar", "1500 مليون دولار"),
    ("en", "2000 books", "ar", "ألفي كتاب"),
    ("en", "2,000,000 books", "ar", "مليوني كتاب"),
    ("en", "half of the pupils, 50%", "ar", "نصف التلاميذ"),
    # Ordinals.
    ("en", "the 45th session", "ar", "الدورة الخامسة والأربعون"),
    ("en", "the 45th session", "ar", "الدورة 45"),
    ("en", "the 221st session", "ar", "الدورة الحادية والعشرون بعد المئتين"),
    ("en", "the 105th session", "ar", "الدورة الخامسة بعد المئة"),
    ("fr", "la 1re édition, ouverte à vingt pays", "en", "its opening, with twenty countries"),
    ("en", "the 45th session", "fr", "la 45e session"),
    ("en", "the 1st session", "fr", "la 1re session"),
    ("en", "the 21st century", "fr", "le XXIe siècle"),
    ("en", "in the 21st century", "ar", "في القرن الحادي والعشرين"),
    ("ar", "في القرن 21", "fr", "au XXIᵉ siècle"),
    ("ar", "في القرن 21", "fr", "au XXIe siècle"),
    ("fr", "la 3ème édition", "en", "the third edition"),
    # Numbers as part of a word.
    ("en", "COP29 in Baku", "ar", "مؤتمر الأطراف «كوب 29» في باكو"),
    ("en", "the G20", "ar", "مجموعة العشرين"),
    ("en", "COVID-19", "fr", "la pandémie"),
    # Dates and what belongs to them are for other checks.
    ("ar", "الثلاثاء 28 رجب 1446هـ الموافق 28 يناير 2025", "en", "Tuesday 28 January 2025"),
    ("ar", "28 رجب 1446 هـ", "en", "that day"),
    ("ar", "في 5 ذي الحجة ١٤٤٦", "fr", "ce jour-là"),
    ("ar", "عام 1446هـ", "fr", "cette année-là"),
    ("en", "on 17 December", "ar", "في اليوم نفسه"),
    ("en", "on 3 March 2025", "fr", "ce jour-là"),
    ("en", "in 2025", "fr", "le 3 mars 2025"),
    ("en", "in 2024–25", "fr", "en 2024-2025"),
    ("en", "the 1990s", "fr", "les années 1990"),
    # Hours.
    ("en", "at 3 p.m.", "fr", "à 15 h"),
    ("en", "at 3:30 pm", "fr", "à 15h30"),
    ("en", "at 10.30 a.m.", "fr", "à 10 h 30"),
    ("ar", "القاعتان 12،15", "fr", "les salles 12 et 15"),
    ("en", "at 10:00", "fr", "à 10 heures"),
    ("en", "at 10:00", "ar", "على الساعة العاشرة"),
    ("fr", "à 15 h 30", "ar", "على الساعة 3:30 مساءً"),
    ("fr", "à 15 h", "ar", "الساعة 3 بعد الظهر"),
    # Addresses and telephones.
    ("en", "See https://example.org/2025/12 now", "fr", "Voir le site"),
    ("en", "Write to desk24@example.org", "fr", "Écrivez-nous"),
    ("en", "Call +212 537 56 60 52", "fr", "Appelez le +212 5 37 56 60 52"),
    # Order, repetition and passages.
    ("en", "12 and 300\n45", "fr", "45\n300 et 12, oui, 12"),
    ("en", "40 came.\n50 left.", "fr", "40 sont venus, 50 sont partis."),
    ("ar", "‏45‏ دولة", "en", "45 countries"),
]
DIFFERENT = [
    ("en", "It reached 1,200 pupils.", "fr", "Le projet a touché 1 300 élèves.", ["1200", "1300"]),
    ("en", "It reached 1,200 pupils.", "ar", "شمل المشروع ١٬٣٠٠ تلميذ.", ["1200", "1300"]),
    ("fr", "3,5 %", "en", "35 %", ["3.5", "35"]),
    ("ar", "٣٫٥ في المئة", "fr", "5,3 %", ["3.5", "5.3"]),
    ("ar", "53 دولة", "en", "all the countries", ["53"]),
    ("fr", "tous les pays", "ar", "53 دولة", ["53"]),
    ("en", "7 ministers", "ar", "ثمانية وزراء", ["7"]),
    ("en", "45 experts", "fr", "cinquante-quatre experts", ["45"]),
    ("en", "5 million dollars", "fr", "5 milliards de dollars", ["5000000", "5000000000"]),
    ("en", "5 million dollars", "ar", "5 آلاف دولار", ["5000000", "5000"]),
    ("en", "the 45th session", "fr", "la 46e session", ["45", "46"]),
    ("en", "the 45th session", "ar", "الدورة 46", ["45", "46"]),
    ("en", "The 45th session\nThe 45th session in Tunis", "fr", "La 45e session\nLa 48e session, à Tunis", ["48"]),
    ("ar", "الدورة الخامسة والأربعون", "en", "the 48th session", ["48"]),
    ("ar", "الدورة الخامسة والأربعون", "fr", "la 48e session", ["48"]),
    ("en", "COP29 in Baku", "fr", "la COP28 à Bakou", ["29", "28"]),
    ("en", "in 2025", "ar", "في عام 2026", ["2025", "2026"]),
    ("en", "at 3:30 pm", "fr", "à 15h45", ["30", "45"]),
    ("en", "2 ministers", "ar", "ثلاثة وزراء", ["2"]),
]


@pytest.mark.parametrize(("source_language", "source", "language", "target"), SAME)
def test_the_same_numbers_are_no_finding(source_language, source, language, target):
    assert details("numbers", source_language, source, language, target) == []
    assert details("numbers", language, target, source_language, source) == []


@pytest.mark.parametrize(("source_language", "source", "language", "target", "expected"), DIFFERENT)
def test_other_numbers_are_found(source_language, source, language, target, expected):
    assert details("numbers", source_language, source, language, target) == expected
    assert set(details("numbers", language, target, source_language, source)) == set(expected)


def test_a_number_is_found_in_its_passage_and_said_as_it_is_written():
    found = findings(pair("en", "One\nIt reached 1,200 pupils.", "fr", "Un\nDes élèves, dont 30 filles, y étaient."))

    assert [(finding.row, finding.sentence) for finding in found] == [
        ("body.1", "The number 1,200 is missing from the translation."),
        ("body.1", "The number 30 of the translation is not in the source."),
    ]


FIGURES = st.text("0123456789.,:-/ \u00a0hMe%ab\n()", max_size=60)


@given(FIGURES, st.sampled_from([ARABIC_INDIC, EXTENDED_ARABIC_INDIC]), st.sampled_from(["en", "fr"]))
def test_the_kind_of_digits_makes_no_difference(text, digits, language):
    eastern = text.translate(str.maketrans("0123456789", digits))

    assert details("numbers", language, text, "ar", eastern) == []
    assert details("numbers", "ar", eastern, language, text) == []


@given(st.integers(0, 10**9), st.integers(1, 99))
def test_each_language_may_write_a_number_its_own_way(number, hundredths):
    english = f"{number:,}.{hundredths:02}"
    french = english.replace(".", ";").replace(",", "\u202f").replace(";", ",")
    arabic = english.translate(str.maketrans("0123456789,.", ARABIC_INDIC + "٬٫"))

    assert details("numbers", "en", english, "fr", french) == []
    assert details("numbers", "en", english, "ar", arabic) == []
    assert details("numbers", "ar", arabic, "fr", french) == []
