"""Where an Arabic text dates by the Hijri calendar."""

import re

# Spellings differ in letters only, never in length.
LETTERS = str.maketrans("أإآٱىیة", "ااااييه")
MONTHS = (
    "محرم|صفر|ربيع (?:الاول|الاخر|الثاني)|جمادي (?:الاولي|الاول|الاخره|الاخر|الثانيه)|رجب|شعبان|رمضان|شوال"
    "|ذ[وي] (?:القعده|الحجه)"
)
YEAR = r"1[345]\d\d(?!\d)"
DAY = r"(?:(?<!\d)\d{1,2} ?(?:من )?(?:شهر )?)?"
DATE = re.compile(
    rf"{DAY}(?:ال)?(?:{MONTHS}) ?(?:من )?(?:عام |سنه |لعام )?{YEAR}"
    rf"|(?<!\d){YEAR} ?(?:هـ?(?!\w)|هجري|للهجره|A\.?H\b)"
)


def hijri_spans(text):
    """The offsets (from, to) of the Hijri dates in `text`, whose figures are ASCII."""
    plain = re.sub(r"[^\S\n]", " ", text.translate(LETTERS))
    return [match.span() for match in DATE.finditer(plain)]
