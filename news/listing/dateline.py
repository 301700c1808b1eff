"""Where the thing happened that a story tells: the dateline, as far as the text gives it."""

import re

from .english import ENGLISH
from .french import FRENCH
from .sentences import is_announced, sentence_around

# What stands right before a place where something happens; other places are only spoken of.
IN = {
    "en": re.compile(
        r"\b(?:in|at)\s+(?:the\s+)?(?:(?:[\w-]+\s+){0,3}?(?:capital|city|town|governorate|"
        r"province)(?:\s+city)?(?:\s+of)?,?\s+(?:the\s+)?)?$",
        re.IGNORECASE,
    ),
    "fr": re.compile(
        r"(?<!\w)(?:à|au|en|dans)\s+(?:(?:la|le|l[’'])\s*)?(?:(?:ville|capitale|cité|région|"
        r"province)\s+(?:[\w-]+\s*,?\s+)?(?:de\s+|d[’'])?)?$",
        re.IGNORECASE,
    ),
    "ar": re.compile(
        r"(?:(?<!\w)[وف]?(?:في|بمدينة|مدينة|بالعاصمة|العاصمة|بمحافظة|محافظة|بولاية|"
        r"ولاية)\s+(?:[وف]?ال\w+\s*[،,]?\s+)?|(?<!\w)[وف]?ب)$"
    ),
}
HEADQUARTERS = re.compile(r"headquarters|head office|siège|مقر", re.IGNORECASE)
# In these a place tells whose, not where: the Azerbaijani Embassy in Rabat.
SEAT_OF_ANOTHER = re.compile(
    r"\b(?:embassy|consulate|office|mission|university|based|born|representation|bureau|ambassade|consulat|université|"
    r"basée?|née?)\W+(?:\w+\W+){0,2}$"
    r"|(?:سفار[ةت]\w*|جامعة|قنصلية|مكتب\w*|بعثة)\s(?:\w+\s){0,3}\S{0,2}$",
    re.IGNORECASE,
)
FORMERLY = re.compile(
    r"\s*,?\s*(?:last\b|previously|in (?:19|20)\d\d|l[’']an(?:née)? derni|en (?:19|20)\d\d|العام الماضي|الماضي|سنة "
    r"(?:19|20)\d\d)",
    re.IGNORECASE,
)
AMONG_TOWNS = re.compile(r"\b(?:cities|towns|villes|communes|مدن|بمدن)\b", re.IGNORECASE)
NEXT_WORD = re.compile(r"[ \u00a0]([^\W\d_]+)")
AT_FRONT = re.compile(r"\s*(?:\([^)]{2,30}\)\s*)?[,،:–—-]")
FROM_AFAR = re.compile(
    r"video ?-?conferenc|\bonline\b|\bvirtual(?:ly)?\b|via zoom|visioconférence|vidéoconférence|en ligne|à distance|"
    r"عن بعد|عن بُعد|الاتصال المرئي|الاتصال المرئى|"
    r"عبر تقنية|افتراضي|عبر الإنترنت",
    re.IGNORECASE,
)


MOST_PLACES = 100  # weighed in one story


def is_where(text, hit, language):
    """Whether something happens at the place of `hit` (a matcher.Hit): "in Rabat", not "Hajj Routes to Mecca"."""
    start, end = hit.span
    following = NEXT_WORD.match(text, end)
    if following and any(grammar.body.fullmatch(following[1]) for grammar in (ENGLISH, FRENCH)):
        return False  # at the Carthage Palace
    return bool(IN[language].search(text[max(0, start - 60) : start])) or _opens_paragraph(text, hit)


def read_place(text, language, hits, event):
    """The key of the place where the story's thing happened, "" where the text doesn't say.

    hits: all matcher.Hits of the text; event: the story's Event. A name that a state has too (تونس) is no town here.
    """
    of_states = {hit.span for hit in hits if hit.kind == "member_state"}
    day = sentence_around(text, event.span[0]) if event.span else (0, 0)
    is_afar = bool(FROM_AFAR.search(text, *day) or FROM_AFAR.search(text.split("\n\n", 1)[0]))
    places = [
        hit for hit in hits if hit.kind == "place" and hit.span not in of_states and is_where(text, hit, language)
    ]
    best, most = "", -0.5
    for hit in places[:MOST_PLACES]:
        weight = _weight(text, hit, language, day, is_afar)
        if weight > most:
            best, most = hit.key, weight
    return best


def _weight(text, hit, language, day, is_afar):
    start, end = hit.span
    sentence = sentence_around(text, start)
    before = text[sentence[0] : start]
    weight = 0.0
    if _opens_paragraph(text, hit):
        weight += 6
    if day[0] <= start < day[1]:
        weight += 4
    elif is_afar:
        weight -= 3
    if HEADQUARTERS.search(before[-40:]):
        weight += 1
    if is_announced(text, start, language):
        weight -= 6
    if FORMERLY.match(text, end):
        weight -= 5
    if SEAT_OF_ANOTHER.search(before):
        weight -= 6
    if AMONG_TOWNS.search(before[-40:]):
        weight -= 5
    return weight


def _opens_paragraph(text, hit):
    """Whether a paragraph begins with the place, as agencies write: "Rabat, 3 April 2025 – …"."""
    start, end = hit.span
    return (start == 0 or text[:start].endswith("\n")) and bool(AT_FRONT.match(text, end))
