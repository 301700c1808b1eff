"""Days of the Hijri calendar as Umm al-Qura prints it, the civil calendar of Saudi Arabia, in Arabic.

The months begin as the printed tables say (1343–1500 AH), not when the crescent is seen, so a feast that a country
announces may fall a day earlier or later.
"""

from hijridate import Gregorian

# As they stand after the number of a day, hence in the genitive: "10 ذي الحجة". One spelling for each.
MONTHS = (
    "محرم",
    "صفر",
    "ربيع الأول",
    "ربيع الآخر",
    "جمادى الأولى",
    "جمادى الآخرة",
    "رجب",
    "شعبان",
    "رمضان",
    "شوال",
    "ذي القعدة",
    "ذي الحجة",
)
ERA = "هـ"


def hijri_day(day):
    """(year, month, day) of the Hijri calendar for a date, or None where the printed tables don't reach.

    They reach from 1 August 1924 to 16 November 2077.
    """
    try:
        return Gregorian(day.year, day.month, day.day).to_hijri().datetuple()
    except OverflowError:
        return None


def hijri_words(day):
    """A date as Arabic prints it in the Hijri calendar, "14 جمادى الآخرة 1448 هـ", or '' out of the tables' reach."""
    found = hijri_day(day)
    if found is None:
        return ""
    year, month, number = found
    return f"{number} {MONTHS[month - 1]} {year} {ERA}"
