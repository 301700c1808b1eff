"""Dates as newsrooms write them are found in running text, in three languages."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from icesco.text.dates import dated_line, find_dates

from .misleading import PIECES
from .strategies import TEXTS

MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY = range(7)


def day(month_and_day, year=2025):
    return date.fromisoformat(f"{year}-{month_and_day}")


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "held on April 2, 2025, in Douala", day("04-02")),
        ("en", "on Tuesday, April 8, 2025 at ICESCO", day("04-08")),
        ("en", "on Wednesday, 12 March 2025, in the", day("03-12")),
        ("en", "Monday, December 16, 2024.", day("12-16", 2024)),
        ("en", "the 1st of March 2025", day("03-01")),
        ("en", "March 2nd, 2025", day("03-02")),
        ("en", "Tues. Sept. 2, 2025", day("09-02")),
        ("en", "2 SEPTEMBER 2025", day("09-02")),
        ("en", "2-Sep-2025", day("09-02")),
        ("en", "Tuesday - 28 January 2025", day("01-28")),
        ("en", "on 02/04/2025", day("04-02")),
        ("en", "on 2.4.2025.", day("04-02")),
        ("en", "at 2025-04-02T10:00", day("04-02")),
        ("en", "In Room 5, 3 March 2025", day("03-03")),
        ("en", "rooms 15 and 3 March 2025", day("03-03")),
        ("en", "on 2\nApril\u00a02025", day("04-02")),
        ("fr", "à Ouagadougou, mardi 18 février 2025, un projet", day("02-18")),
        ("fr", "lundi, 3 février 2025", day("02-03")),
        ("fr", "le 1er mars 2025", day("03-01")),
        ("fr", "le 1ᵉʳ août 2025", day("08-01")),
        ("fr", "le 3 fe\u0301vrier 2025", day("02-03")),
        ("fr", "MARDI 18 FÉVRIER 2025", day("02-18")),
        ("fr", "mar. 18 févr. 2025", day("02-18")),
        ("ar", "أقيم يوم الأربعاء (2 أبريل2025) في مدينة دوالا", day("04-02")),
        ("ar", "وذلك يوم الثلاثاء 28 يناير 2025 بمقر الوزارة", day("01-28")),
        ("ar", "٢٨ يناير ٢٠٢٥", day("01-28")),
        ("ar", "الأربعاء الموافق لـ 2 أبريل 2025م", day("04-02")),
        ("ar", "2 من شهر أبريل من عام 2025", day("04-02")),
        ("ar", "بتاريخ 02/04/2025", day("04-02")),
        ("ar", "الأربعاء \u200f2\u200f/4\u200f/2025", day("04-02")),
        ("ar", "٠٢/٠٤/٢٠٢٥", day("04-02")),
        ("ar", "الثلاثاء 28 رجب 1446هـ الموافق 28 يناير 2025م", day("01-28")),
        ("ar", "28 يناير/كانون الثاني 2025", day("01-28")),
        ("ar", "28 كانون الثاني (يناير) 2025", day("01-28")),
        ("es", "el 02/04/2025", day("04-02")),
    ],
)
def test_one_day_is_found(language, text, expected):
    found = find_dates(text, language)

    assert [(one.start, one.end) for one in found] == [(expected, expected)]
    assert not found[0].has_wrong_weekday


@pytest.mark.parametrize(
    ("month", "names"),
    [
        (1, ["يناير", "جانفي", "كانون الثاني", "كانون ثاني"]),
        (2, ["فبراير", "فيفري", "شباط"]),
        (3, ["مارس", "آذار", "اذار"]),
        (4, ["أبريل", "ابريل", "إبريل", "أفريل", "نيسان"]),
        (5, ["مايو", "ماي", "أيار", "أيّار"]),
        (6, ["يونيو", "يونيه", "جوان", "حزيران"]),
        (7, ["يوليو", "يوليوز", "جويلية", "تموز", "تمّوز"]),
        (8, ["أغسطس", "غشت", "أوت", "آب"]),
        (9, ["سبتمبر", "شتنبر", "أيلول"]),
        (10, ["أكتوبر", "اكتوبر", "تشرين الأول", "تِشرين الأوّل"]),
        (11, ["نوفمبر", "نونبر", "تشرين الثاني"]),
        (12, ["ديسمبر", "دجنبر", "كانون الأول"]),
    ],
)
def test_arabic_months_are_known_by_their_names_of_west_and_east(month, names):
    for name in names:
        found = find_dates(f"في 3 {name} 2025 بالرباط", "ar")

        assert [one.start for one in found] == [date(2025, month, 3)], name


@pytest.mark.parametrize(
    ("language", "text", "start", "end"),
    [
        ("en", "held from 7 to 17 April 2025 at UNESCO", day("04-07"), day("04-17")),
        ("en", "(ICESCO) on February 25-26, 2025, with", day("02-25"), day("02-26")),
        ("en", "3–5 March 2025", day("03-03"), day("03-05")),
        ("en", "28 February to 2 March 2025", day("02-28"), day("03-02")),
        ("en", "March 30 – April 2, 2025", day("03-30"), day("04-02")),
        ("en", "30 December to 2 January 2025", day("12-30", 2024), day("01-02")),
        ("en", "Dec. 30, 2024 – Jan. 2, 2025", day("12-30", 2024), day("01-02")),
        ("en", "3, 4 and 5 March 2025", day("03-03"), day("03-05")),
        ("en", "between 3 and 17 March 2025", day("03-03"), day("03-17")),
        ("en", "28 February and 1 March 2025", day("02-28"), day("03-01")),
        ("en", "from 02/04/2025 to 05/04/2025", day("04-02"), day("04-05")),
        ("fr", "du 7 au 17 avril 2025", day("04-07"), day("04-17")),
        ("fr", "les 25 et 26 février 2025", day("02-25"), day("02-26")),
        ("fr", "du 28 février au 2 mars 2025", day("02-28"), day("03-02")),
        ("fr", "entre le 3 et le 17 mars 2025", day("03-03"), day("03-17")),
        ("fr", "du lundi 7 jusqu’au jeudi 17 avril 2025", day("04-07"), day("04-17")),
        ("ar", "من 7 إلى 17 أبريل 2025", day("04-07"), day("04-17")),
        ("ar", "يومي 25 و26 فبراير 2025", day("02-25"), day("02-26")),
        ("ar", "أيام 25 و26 و27 فبراير 2025", day("02-25"), day("02-27")),
        ("ar", "أيام 25، 26 و27 فبراير 2025", day("02-25"), day("02-27")),
        ("ar", "ما بين 3 و17 مارس 2025", day("03-03"), day("03-17")),
        ("ar", "28 فبراير - 2 مارس 2025", day("02-28"), day("03-02")),
        ("ar", "7-17 أبريل 2025", day("04-07"), day("04-17")),
        ("ar", "17-7 أبريل 2025", day("04-07"), day("04-17")),
        ("ar", "من 28 شباط/فبراير إلى 2 آذار/مارس 2025", day("02-28"), day("03-02")),
    ],
)
def test_days_in_a_row_are_one_date(language, text, start, end):
    found = find_dates(text, language)

    assert [(one.start, one.end) for one in found] == [(start, end)]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "3 and 17 March 2025", [day("03-03"), day("03-17")]),
        ("en", "5 April and 3 March 2025", [day("04-05"), day("03-03")]),
        ("en", "3 March 2025 and 2 March 2025", [day("03-03"), day("03-02")]),
        ("en", "On April 2, 2025 … On 8 April 2025", [day("04-02"), day("04-08")]),
        ("fr", "les 3, 10 et 17 mars 2025", [day("03-03"), day("03-10"), day("03-17")]),
        ("ar", "يومي 3 و17 مارس 2025", [day("03-03"), day("03-17")]),
        ("ar", "3 دجنبر 2025، ثم 4 شتنبر 2025", [day("12-03"), day("09-04")]),
    ],
)
def test_days_apart_are_several_dates_in_the_order_of_the_text(language, text, expected):
    found = find_dates(text, language)

    assert [one.start for one in found] == [one.end for one in found] == expected


@pytest.mark.parametrize(
    ("language", "text", "weekday", "end_weekday"),
    [
        ("en", "Tuesday, April 8, 2025", TUESDAY, None),
        ("en", "April 8, 2025", None, None),
        ("en", "from Monday 7 to Thursday, 17 April 2025", MONDAY, THURSDAY),
        ("en", "Tuesday and Wednesday, 25-26 February 2025", TUESDAY, WEDNESDAY),
        ("fr", "vendredi 7 février 2025", FRIDAY, None),
        ("fr", "les mardi 25 et mercredi 26 février 2025", TUESDAY, WEDNESDAY),
        ("ar", "السبت 8 فبراير 2025", SATURDAY, None),
        ("ar", "الأحد 9 فبراير 2025", SUNDAY, None),
        ("ar", "الاحد 9 فبراير 2025", SUNDAY, None),
        ("ar", "الإثنين 10 فبراير 2025", MONDAY, None),
        ("ar", "ثلاثاء 11 فبراير 2025", TUESDAY, None),
        ("ar", "الثُّلَاثَاءِ، 11 فبراير 2025", TUESDAY, None),
        ("ar", "أربعاء (12 فبراير2025)", WEDNESDAY, None),
        ("ar", "يوم الجمعه 14 فبراير 2025", FRIDAY, None),
        ("ar", "يومي الثلاثاء والأربعاء 25 و26 فبراير 2025", TUESDAY, WEDNESDAY),
        ("ar", "من الاثنين 7 إلى الخميس 17 أبريل 2025", MONDAY, THURSDAY),
    ],
)
def test_weekdays_are_read_as_written(language, text, weekday, end_weekday):
    [found] = find_dates(text, language)

    assert (found.weekday, found.end_weekday) == (weekday, end_weekday)
    assert not found.has_wrong_weekday


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "on Tuesday, 27 January 2025"),
        ("en", "from Monday 7 to Friday 17 April 2025"),
        ("fr", "mercredi 18 février 2025"),
        ("ar", "الخميس (2 أبريل2025)"),
    ],
)
def test_a_weekday_that_does_not_fit_is_told(language, text):
    [found] = find_dates(text, language)

    assert found.has_wrong_weekday


@pytest.mark.parametrize(
    ("language", "text", "written"),
    [
        ("en", "held on Tuesday, April 8, 2025, at", "Tuesday, April 8, 2025"),
        ("fr", "du 7 au 17 avril 2025.", "7 au 17 avril 2025"),
        ("fr", "le 3 fe\u0301vrier 2025.", "3 fe\u0301vrier 2025"),
        ("ar", "يوم الأربعاء (2 أبريل2025) في", "الأربعاء (2 أبريل2025)"),
        ("ar", "في (٢٨ ينايـــر ٢٠٢٥)", "٢٨ ينايـــر ٢٠٢٥"),
        ("ar", "والأربعاء 2 أبريل 2025", "الأربعاء 2 أبريل 2025"),
    ],
)
def test_the_span_is_the_date_in_the_text_as_given(language, text, written):
    [found] = find_dates(text, language)

    assert text[slice(*found.span)] == written


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "31 February 2025"),
        ("en", "28 to 31 February 2025"),
        ("en", "29 February 2025"),
        ("en", "0 April 2025 and 32 April 2025"),
        ("en", "04/25/2025"),
        ("en", "15/07/1446"),
        ("en", "in April 2025"),
        ("en", "on 2 April"),
        ("en", "2 April 1446"),
        ("en", "Room A4 March 2025"),
        ("en", "meet on Tuesday 3.\n\nApril 2025"),
        ("en", "April 2. 2025 was a good year"),
        ("en", "version 1.2.2025.3, see /2025/04/02/title"),
        ("en", "2 avril 2025"),
        ("en", "the 221st session, 15 teams out of 62"),
        ("fr", "2 April 2025"),
        ("ar", "15 رجب 1446هـ"),
        ("ar", "عام 1446هـ"),
        ("ar", "15 ربيع الأول 1446"),
        ("ar", "2 أبريل"),
        ("es", "2 April 2025"),
        ("en", ""),
    ],
)
def test_what_is_no_date_of_a_known_year_is_left_out(language, text):
    assert find_dates(text, language) == []


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("fr", "19 février 2025"),
        ("fr", "    19 février 2025\n"),
        ("fr", "Le mercredi 19 février 2025."),
        ("fr", "– 19 février 2025 –"),
        ("en", "February 19, 2025"),
        ("en", "(Wednesday) 19/02/2025"),
        ("ar", "الأربعاء 19 فبراير 2025"),
        ("ar", "١٩ شباط ٢٠٢٥ م"),
    ],
)
def test_a_line_that_is_only_a_date_gives_its_day(language, line):
    assert dated_line(line, language) == day("02-19")


@pytest.mark.parametrize(
    "line",
    [
        "",
        "L’ICESCO lance un projet",
        "Ouagadougou, 19 février 2025",
        "19 février 2025 et la suite",
        "du 7 au 17 avril 2025",
        "19 février 2025, 21 février 2025",
        "31 février 2025",
        "19 février 2025" + " " * 200,
    ],
)
def test_any_other_line_gives_none(line):
    assert dated_line(line, "fr") is None


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)), st.sampled_from(["ar", "en", "fr"]))
def test_every_day_written_in_figures_is_found(some_day, language):
    iso, european = some_day.isoformat(), some_day.strftime("%d/%m/%Y")

    assert [found.start for found in find_dates(f"{iso}; {european}", language)] == [some_day, some_day]


DATE_SCRAPS = [
    "Tuesday", "mardi", "الثلاثاء", "April", "avril", "أبريل", "كانون", "الثاني", "2", "17", "31", "2025", "1446",
    "٢٠٢٥", "from", "to", "and", "et", "au", "و", "إلى", "بين", "between", "02/04/2025", "2025-04-02", "99/99/9999",
    "9" * 5000, ",", "،", "-", "–", "/", ".", "(", ")", " ", " ", " ", "\n\n", "\u200f", "\u0651", "st", "er",
    "م", "هـ",
]  # fmt: skip


@given(
    st.one_of(TEXTS, st.lists(st.sampled_from(DATE_SCRAPS), max_size=25).map("".join)),
    st.sampled_from(["ar", "en", "fr", "es"]),
)
def test_any_text_gives_dates_in_order_that_do_not_overlap(text, language):
    found = find_dates(text, language)

    edges = [edge for one in found for edge in one.span]
    assert edges == sorted(edges)
    assert all(0 <= one.span[0] < one.span[1] <= len(text) for one in found)
    assert all(one.start <= one.end for one in found)
    assert dated_line(text, language) in [None, *(one.start for one in found)]


@pytest.mark.parametrize("piece", PIECES)
@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_hundred_thousand_misleading_characters_are_read_to_the_end(piece, language):
    """How long that takes, benchmarks/dates.py measures; a pattern that explodes would never come back."""
    text = (piece * 100_000)[:100_000]

    assert all(one.span[1] <= len(text) for one in find_dates(text, language))
