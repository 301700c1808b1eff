"""Lines that hold nothing but the day on which a story was printed."""

from icesco.text.dates import find_dates

from ..matcher import folded_words

LONGEST = 80
# Words that may stand beside the day; a single other word only as a place in front: "Rabat, 3 April 2025".
BESIDE = frozenset(
    word
    for words in (
        "published posted updated date on the at by news icesco admin am pm gmt h min",
        "publié publiée posté mis à jour en ligne le la date du par actualités heures",
        "نشر نشرت في بتاريخ تاريخ النشر يوم التاريخ أخبار الأخبار الإيسيسكو الموافق هـ ص م الساعة بواسطة",
        "محرم صفر ربيع الأول الثاني الآخر جمادى الأولى الآخرة رجب شعبان رمضان شوال ذو ذي القعدة الحجة",
    )
    for word in folded_words(words)
)


def day_of_line(line, language):
    """The datetime.date when `line` is a date line in `language` or in English, else None: "Rabat, April 3, 2025"."""
    if len(line) > LONGEST:
        return None
    for dates_language in (language, "en"):
        found = find_dates(line, dates_language)
        if len(found) != 1 or found[0].start != found[0].end:
            continue
        before, after = line[: found[0].span[0]], line[found[0].span[1] :]
        others = [word for word in folded_words(before) if not _may_stand_beside(word)]
        is_place = (
            len(others) == 1
            and folded_words(before)[:1] == (others[0],)
            and before.rstrip().endswith((",", "،", ":", "-", "–", "—", "|"))
        )
        is_place = is_place or (len(others) == 1 and language == "fr" and before.rstrip().endswith(", le"))
        if (not others or is_place) and all(map(_may_stand_beside, folded_words(after))):
            return found[0].start
    return None


def _may_stand_beside(word):
    return word in BESIDE or (word.isdigit() and len(word) <= 4)
