"""Dates and weekdays of a text and its translation."""

import pytest

from news.translation_checks import findings

from .pairs import details, pair

SAME_DATES = [
    ("en", "on 3 March 2025", "ar", "يوم 3 مارس 2025"),
    ("en", "on March 3, 2025", "fr", "le 3 mars 2025"),
    ("ar", "يوم ٣ آذار ٢٠٢٥", "fr", "le 03/03/2025"),
    ("ar", "من 25 إلى 27 فبراير 2025", "en", "on 25 February 2025 … until 27 February 2025"),
    ("en", "25 and 26 February 2025", "fr", "les 25 et 26 février 2025"),
    ("en", "Tuesday 17 December", "ar", "الثلاثاء 17 ديسمبر"),
    ("en", "Tuesday 17 December", "fr", "le mardi 17 décembre 2024"),
    ("fr", "le 1er mai", "en", "May 1"),
    ("fr", "du 3 au 5 mai", "en", "3–5 May 2025"),
    ("fr", "les 3, 4 et 5 mai", "ar", "أيام 3 و4 و5 مايو"),
    ("en", "between 3 and 5 May", "fr", "entre le 3 et le 5 mai 2025"),
    ("en", "They may 5 times", "fr", "Ils peuvent"),
    ("en", "In March 20 countries agreed", "fr", "En mars, 20 pays"),
    ("en", "3 March 2025\nthen", "fr", "d’abord\nle 3 mars 2025"),
    ("ar", "28 رجب 1446هـ الموافق 28 يناير 2025", "fr", "le 28 janvier 2025"),
]
OTHER_DATES = [
    ("en", "on 3 March 2025", "ar", "يوم 4 مارس 2025", ["2025-03-03", "2025-03-04"]),
    ("en", "on 3 March 2025", "fr", "le 3 mars 2024", ["2025-03-03", "2024-03-03"]),
    ("ar", "من 25 إلى 27 فبراير 2025", "fr", "du 25 au 28 février 2025",
     ["2025-02-25/2025-02-27", "2025-02-25/2025-02-28"]),
    ("fr", "le 17 décembre", "ar", "يوم 18 ديسمبر", ["--12-17", "--12-18"]),
    ("fr", "le 17 décembre", "en", "that day", ["--12-17"]),
    ("ar", "في الشهر المقبل", "en", "on April 2, 2025", ["2025-04-02"]),
]  # fmt: skip


@pytest.mark.parametrize(("source_language", "source", "language", "target"), SAME_DATES)
def test_the_same_dates_are_no_finding(source_language, source, language, target):
    assert details("dates", source_language, source, language, target) == []
    assert details("dates", language, target, source_language, source) == []


@pytest.mark.parametrize(("source_language", "source", "language", "target", "expected"), OTHER_DATES)
def test_other_dates_are_found(source_language, source, language, target, expected):
    assert details("dates", source_language, source, language, target) == expected


def test_a_date_is_said_as_it_is_written():
    found = findings(pair("en", "on 3 March 2025", "fr", "un jour"))

    assert [(finding.kind, finding.row, finding.sentence) for finding in found] == [
        ("dates", "body.0", "The date “3 March 2025” of the source is missing from the translation.")
    ]


SAME_WEEKDAYS = [
    ("en", "on Monday", "ar", "يوم الاثنين"),
    ("en", "on Mondays", "fr", "chaque lundi"),
    ("en", "Mon. 3 March 2025", "fr", "lundi 3 mars 2025"),
    ("ar", "يوم الإثنين والثلاثاء", "fr", "lundi et mardi"),
    ("ar", "لم يحضر أحد من اثنين", "fr", "personne"),
    ("ar", "اتركوا الاثنين فارغين", "en", "leave both empty"),
    ("ar", "مساء الاثنين", "en", "on Monday evening"),
    ("fr", "la mer et mon ami Sam", "en", "the sea and my friend"),
    ("en", "The cat sat", "ar", "جلست القطة"),
]
OTHER_WEEKDAYS = [
    ("en", "on Monday", "ar", "يوم الثلاثاء", ["weekday 0", "weekday 1"]),
    ("ar", "يوم الخميس", "fr", "ce jour-là", ["weekday 3"]),
    ("ar", "صباح الاثنين", "fr", "ce jour-là", ["weekday 0"]),
    ("ar", "الاثنين 16 ديسمبر", "fr", "le 16 décembre", ["weekday 0"]),
    ("fr", "dimanche", "en", "Saturday", ["weekday 6", "weekday 5"]),
]


@pytest.mark.parametrize(("source_language", "source", "language", "target"), SAME_WEEKDAYS)
def test_the_same_weekdays_are_no_finding(source_language, source, language, target):
    assert details("weekdays", source_language, source, language, target) == []


@pytest.mark.parametrize(("source_language", "source", "language", "target", "expected"), OTHER_WEEKDAYS)
def test_other_weekdays_are_found(source_language, source, language, target, expected):
    assert details("weekdays", source_language, source, language, target) == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [("ar", "يوم الثلاثاء 27 يناير 2025"), ("en", "Tuesday 27 January 2025"), ("fr", "mardi 27 janvier 2025")],
)
def test_a_weekday_that_does_not_fit_its_date_is_found_in_the_translation_only(language, text):
    source_language = "en" if language != "en" else "fr"

    assert details("weekday_date", source_language, "", language, text) == ["2025-01-27"]
    assert details("weekday_date", language, text, source_language, "") == []
