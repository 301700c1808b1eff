"""How much a line of a listing looks like a title: weighed signs, since no mark tells.

Weights were set by hand on the listings in tests/news/listing; a positive sum means "rather a title". Signs that hold
in every language (length, stops, what follows) count most; words that open titles or paragraphs help in each.
"""

import re

from ..matcher import folded_words

IMPOSSIBLE = -100.0
LONGEST_TITLE = 250
RARE = -2.5  # most lines are paragraphs

STOP = re.compile(r"[.…。][\s\"”“»’)\]]*$|[,،][\s\"”»’]*$|[;؛][\s\"”»]*$|[–—-]$")
ABBREVIATION_AT_END = re.compile(r"\b(?:[A-Z]\.){2,}$|\b(?:etc|Inc|Jr)\.$")
OPENS_LIST = re.compile(r"[:：]$")
BULLET = re.compile(r"(?:[-–—•*▪◦·●■➢✓]\s*|\(?\d{1,2}[.)]\s|\(?[a-z][.)]\s|[أ-ي]\s?[-)–.]\s)")
SENTENCES = re.compile(r"(?<=[^\W\d_]{4})[.!?؟]\s+[^\W\d_]")
ORGANISATION = re.compile(
    r"Islamic World Educational,? Scientific,? and Cultural Organi[sz]ation"
    r"|Organisation du Monde Islamique pour l.[ÉEé]ducation(?:,? les Sciences,? et la Culture)?"
    r"|(?:ل|ب|و)?منظمة العالم ال[إا]سلامي للتربية",
    re.IGNORECASE,
)
OWN_NAME = re.compile(r"\bICESCO\b|[إاأ]يسيسكو|Director-General|Directeur g[ée]n[ée]ral|المدير العام", re.IGNORECASE)
TELLS_DAY = re.compile(
    r"\b(?:19|20)\d\d\b|[٠-٩]{4}|\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\b(?:lun|mar|mercre|jeu|vendre|"
    r"same)di\b|يوم ال"
)
OPENS_PARAGRAPH = {
    "en": re.compile(
        r"(?:He|She|They|It|During|Following|Moreover|Furthermore|Additionally|In (?:his|her|this|their|addition|"
        r"closing|line)|"
        r"For (?:his|her|its|their) part|On (?:his|her|this|the)|At the|After|As part|The \w+|These|This|Those)\b"
    ),
    "fr": re.compile(
        r"(?:Il|Elle|Ils|Elles|Au cours|De son côté|Pour sa part|En outre|Par ailleurs|Lors|À cette occasion|À l.issue|"
        r"À l.ouverture|Cette|Ce|Ces|Cet|Les participants|La rencontre|La cérémonie|Dans son|Dans ce|Ensuite|Enfin|"
        r"Durant)\b"
    ),
    "ar": re.compile(
        r"(?:كما|وقد|من جانبه|من جهته|من جهتها|من جانبها|يذكر أن|يُذكر|تجدر|جدير|وخلال|خلال|وأكد|وأضاف|وفي|أكد|أشار|"
        r"شدد|أوضح|دعا|"
        r"تناول|استعرض|ناقش|شارك|حضر|اختتم|افتتح|أعرب|قال|أضاف|نوه|عقد|عقدت|بحث|استقبل|التقى|اجتمع|أطلق|أطلقت|نظم|"
        r"نظمت|وقع|ونال|وشهد|"
        r"وتأتي|ويأتي|وتهدف|ويهدف|وتم|وجرى)\b"
    ),
}
TELLS_PAST = {
    "en": re.compile(r"\b(?:was|were|has|have|had)\b"),
    "fr": re.compile(
        r"\b(?:a|ont|s.est|se sont|est|sont|était|étaient|avait) (?:été |ensuite |également |aussi )?\w+(?:é|ée|és|"
        r"ées|i|is|ie|u|us|ue|it)\b"
    ),
    "ar": re.compile(r"^و(?!زير|زار|فد|كال|رش|ثيق|فا|لي|ضع|حد|طن|سط|ق|سام|ساط|صف|لاي)"),
}


def ends_like_a_paragraph(text):
    """Whether `text` ends with a stop, a comma or a dash, before a closing quotation mark too."""
    return bool(STOP.search(text)) and not ABBREVIATION_AT_END.search(text)


def title_weight(text, following, language, has_date):
    """The sum of signs that `text` is a title.

    text: a line; following: the next line that is no date, or "" at the end; has_date: a date line follows.
    """
    if len(text) > LONGEST_TITLE or OPENS_LIST.search(text):
        return IMPOSSIBLE
    weight = RARE + _length(text) + _case(text, language) + _ending(text) + _opening(text, language)
    weight += _next(text, following)
    if OWN_NAME.search(text):
        weight += 1.5
    if has_date:
        weight += 5
    return weight


def _length(text):
    for longest, weight in ((12, -3), (25, -1), (160, 1.5), (200, 0)):
        if len(text) <= longest:
            return weight
    return -2.5


def _case(text, language):
    """English titles are written in capitals or with capitals; Arabic has none, French few."""
    letters = [c for c in text if c.isalpha()]
    if language != "ar" and len(letters) > 12 and sum(c.isupper() for c in letters) > 0.8 * len(letters):
        return 3
    long_words = [w for w in re.findall(r"[^\W\d_]+", text) if len(w) >= 4]
    if language != "en" or len(long_words) < 3:
        return 0
    share = sum(w[0].isupper() for w in long_words) / len(long_words)
    return 2.5 if share >= 0.75 else 1 if share >= 0.5 else 0


def _ending(text):
    if ends_like_a_paragraph(text):
        return -4
    return -0.5 if text.rstrip('”"»’) ')[-1:] in "?!؟" else 0


def _opening(text, language):
    weight = 0
    if BULLET.match(text):
        weight -= 5
    if text[0].islower():
        weight -= 2
    if SENTENCES.search(text):
        weight -= 2.5
    if OPENS_PARAGRAPH[language].match(text):
        weight -= 2.5
    if TELLS_PAST[language].search(text):
        weight -= 1.5
    return weight


def _next(text, following):
    """A title stands over a long paragraph that names the organisation in full, tells a day and repeats its words."""
    if not following:
        return -3
    weight = 0
    if ORGANISATION.search(following[:400]):
        weight += 3
    if len(following) > 120:
        weight += 1
    elif not ends_like_a_paragraph(following):
        weight -= 2.5
    if TELLS_DAY.search(following):
        weight += 0.5
    said_again = _share_said_again(text, following)
    return weight + (2 if said_again >= 0.5 else 1 if said_again >= 0.3 else -0.5 if said_again < 0.1 else 0)


def _share_said_again(text, following):
    """The share (0–1) of the longer words of `text` that `following` has too, compared by their first letters."""
    wanted = _stems(text)
    return len(wanted & _stems(following)) / len(wanted) if wanted else 0


def _stems(text):
    bare = (re.sub(r"^[وفبكل]?(?:ال)?|^لل", "", word) or word for word in folded_words(text))
    return {word[:5] for word in bare if len(word) >= 4}
