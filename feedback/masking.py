"""Personal data that visitors write into comments against our advice, masked before anybody reads them.

E-mail addresses, phone numbers, numbers of identity, accounts and cards, in Arabic, English and French and with
either kind of digits. Years, dates, times, prices, percentages and plain counts stay.
"""

import re
from typing import NamedTuple

MASKS = {"email": "[e-mail]", "phone": "[phone]", "number": "[number]"}
TO_ASCII = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "0123456789" * 2)
UNSEEN = "\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad\u061c"
LONGEST_GAP = rf"[{UNSEEN}]{{0,2}}"

# "name (at) site dot org", "name arobase site point fr", «name آت site نقطة كوم»; with signs, words or both.
SIGN = r"\s{0,2}[@＠]\s{0,2}"
BRACKETED_AT = r"\s{0,3}[(\[{]\s{0,2}(?:at|arobase|a|آت|أت)\s{0,2}[)\]}]\s{0,3}"
AT = rf"(?:{SIGN}|{BRACKETED_AT}|\s{{1,3}}(?:at|arobase|آت|أت)\s{{1,3}})"
WORDED_DOT = r"(?:\s{0,3}[(\[{]\s{0,2}(?:dot|point)\s{0,2}[)\]}]\s{0,3}|\s{1,3}(?:dot|point|نقطة|دوت)\s{1,3})"
DOT = rf"(?:\.|{WORDED_DOT})"
LABEL = r"[^\W_](?:[\w-]{0,62}[^\W_])?"
LOCAL = r"[\w.+%'’-]{1,64}"
EMAIL = re.compile(rf"{LOCAL}{SIGN}{LABEL}(?:\.{LABEL}){{1,4}}", re.IGNORECASE)
# Words alone say little ("it began at 11.00"): either the sign is in brackets, or the points are words too.
SPOKEN_EMAIL = re.compile(
    rf"{LOCAL}(?:{WORDED_DOT}{LABEL}){{0,3}}(?:{BRACKETED_AT}{LABEL}(?:{DOT}{LABEL}){{1,4}}"
    rf"|{AT}{LABEL}(?:{WORDED_DOT}{LABEL}){{1,4}})",
    re.IGNORECASE,
)

BETWEEN = rf"\s().\-‑–{UNSEEN}"  # what people put between digits
# A number with its country, with an extension perhaps; found before anything else is taken for a large number.
EXTENSION = r"(?:\s{0,2}(?:ext\.?|poste|تحويلة)\s{0,2}\d{1,5})?"
INTERNATIONAL = re.compile(rf"(?<![\d.@])(?:\+|00){LONGEST_GAP}\d(?:[{BETWEEN}]{{0,3}}\d){{7,14}}(?!\d){EXTENSION}")
# Letters and digits as on cards and passports: BE123456, M139045678, 19AB45678, QQ 12 34 56 C.
CODE = re.compile(
    r"(?<![A-Za-z0-9])(?:\d{2}[A-Z]{2}\d{5}|[A-Z]{1,2}\d{6,9}|[A-Z]{2} ?\d\d ?\d\d ?\d\d ?[A-Z])(?![A-Za-z0-9])"
)
# Digits with what people put between them; judged by how many there are and what stands before.
RUN = re.compile(rf"(?<![\w@])\+?{LONGEST_GAP}[(]?\d(?:[{BETWEEN}/]{{0,3}}\d){{5,33}}(?!\d)(?: [A-Z](?!\w))?")
IBAN = re.compile(r"\b[A-Z]{2}\d{2}(?:[ \u00a0]?[A-Z0-9]{4}){2,7}(?:[ \u00a0]?[A-Z0-9]{1,3})?\b")
DOCUMENT = re.compile(
    r"(?:passports?|passeport|جواز(?: السفر| سفر)?|\bCINE?\b|\bCNIE?\b|\bCNE\b|"
    r"carte (?:nationale|d.identité|d.étudiant)|"
    r"student number|student id|matricule|ب\.ت\.و|الجامعي|رقم الطالب|بطاقتي(?: الوطنية)?|"
    r"identity card|\bID\b|"
    r"البطاقة الوطنية|بطاقة (?:التعريف|الهوية)|رقم الهوية)[\s\w.:°#،-]{0,20}?"
    r"((?:[A-Z]{1,3}[ -]?)?\d{2,12}(?:/\d{3,9})?)(?<=\d{5})(?!\w)",
    re.IGNORECASE,
)
# What has digits and is nobody's: taken out before runs of digits are looked for.
EDGES = r"(?<![\d/.\-]){}(?![\d/\-]|\.\d)"
DATE = r"(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{4}[/.-]\d{1,2}[/.-]\d{1,2})(?:[ T]+\d{1,2}[:.h]\d{2})?"
YEARS = r"(?:19|20)\d\d\s?[-–/]\s?(?:19|20)\d\d"
VERSION = r"[1-9]\d{0,2}(?:\.\d{1,6}){2,3}"
CURRENCY = r"(?:%|€|\$|£|dirhams?|dhs?|mad|euros?|eur|usd|dollars?|درهم|دولار|يورو|ريال|million|milliards?|مليون|مليار)"
GROUPED = r"(?<!\d[ \u00a0])[1-9]\d{0,2}(?:[ .,\u00a0\u202f٬]\d{3})+(?:[.,]\d{1,2})?(?![ \u00a0]\d)"
BOOK = r"(?:IS[BS]N|ردمك|ردمد)[\s:-]{0,3}[\dX -]{8,17}"
ADDRESS = r"(?:https?://|www\.|doi:|\b10\.\d{4,9}/)[^\s<>]{1,300}"
SCORE = r"(?<![\d/])\d{1,12}/\d{1,3}(?![\d/])"
NOBODYS = re.compile(
    "|".join(
        [
            *(EDGES.format(part) for part in (DATE, YEARS, VERSION, GROUPED)),
            rf"\d[\d ]{{0,14}}\s?{CURRENCY}",
            BOOK,
            ADDRESS,
            SCORE,
        ]
    ),
    re.IGNORECASE,
)
LEAST_PHONE, MOST_PHONE, LEAST_NUMBER = 8, 15, 10
MOBILE = 9  # without the 0 that many leave out


class Span(NamedTuple):
    """text[start:end] is personal data of a kind, a key of MASKS."""

    kind: str
    start: int
    end: int


def masked(text):
    """`text` with personal data replaced by what it was: "[e-mail]", "[phone]" or "[number]"."""
    parts, end = [], 0
    for span in found_in(text):
        parts += [text[end : span.start], MASKS[span.kind]]
        end = span.end
    return "".join([*parts, text[end:]])


def found_in(text):
    """The Spans of personal data in `text`, in order; none overlaps another. Time grows with the text's length."""
    plain = text.translate(TO_ASCII)
    found = [Span("email", *match.span()) for match in EMAIL.finditer(plain)]
    found += [Span("email", *match.span()) for match in SPOKEN_EMAIL.finditer(veiled(plain, found))]
    found += [Span("number", *match.span()) for match in IBAN.finditer(plain)]
    found += [Span("phone", *match.span()) for match in INTERNATIONAL.finditer(veiled(plain, found))]
    found += [Span("number", *match.span()) for match in CODE.finditer(plain)]
    found += [Span("number", *match.span(1)) for match in DOCUMENT.finditer(plain)]
    personal = NOBODYS.sub(lambda match: "¤" * len(match[0]), veiled(plain, found))
    for match in RUN.finditer(personal):
        if kind := kind_of_run(match[0]):
            found.append(Span(kind, *match.span()))
    return without_overlaps(found)


def veiled(text, spans):
    """`text`, as long as before, with a sign that no rule knows in place of `spans`."""
    letters = list(text)
    for span in spans:
        letters[span.start : span.end] = "¤" * (span.end - span.start)
    return "".join(letters)


def kind_of_run(run):
    """What a run of digits is, or "" where it is too short to be anybody's."""
    count = sum(letter.isdigit() for letter in run)
    is_written_as_phone = run.lstrip(UNSEEN).startswith(("+", "00", "0", "(")) or len(re.split(r"\D+", run)) > 2
    is_mobile = count == MOBILE and run[0] in "67"
    if (is_written_as_phone or is_mobile) and LEAST_PHONE <= count <= MOST_PHONE:
        return "phone"
    return "number" if count >= LEAST_NUMBER else ""


def without_overlaps(spans):
    kept, end = [], 0
    for span in sorted(spans, key=lambda span: (span.start, -span.end)):
        if span.start >= end:
            kept.append(span)
            end = span.end
    return kept
