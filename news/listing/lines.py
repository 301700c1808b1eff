"""The lines of a plain-text listing: cleaned, and without what is no part of any story."""

import re
import unicodedata
from typing import NamedTuple

from icesco.text.characters import UnsafeCharacter, refuse_unsafe
from icesco.text.folding import fold

from ..matcher import folded_words

# What no text may hold (icesco.text.characters refuses it): web pages leave it in copied text.
CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff\ufffe\uffff\ud800-\udfff\u202a-\u202e]")
ISOLATES = re.compile("[\u2066-\u2069]")
BLANKS = re.compile(r"[ \t]+")
ONLY_INVISIBLE = re.compile(r"[\W_]*")

READ_ON = (
    r"read more|continue reading|lire la suite|lire plus|en savoir plus|اقرأ المزيد|إقرأ المزيد|اقرا المزيد|المزيد"
)
READ_ON_AT_END = re.compile(rf"(?<=[.…\]؟!?])\s*(?:{READ_ON})\s*[»«›‹→←>.…]*$", re.IGNORECASE)

# Whole lines, compared by their folded words: the site's disclaimer, its question and its buttons.
FURNITURE = frozenset(
    " ".join(folded_words(line))
    for line in (
        *(
            "your opinion",
            "user feedback",
            "feedback",
            "votre avis",
            "commentaires des utilisateurs",
            "vos commentaires",
        ),
        *("رأيك", "رأيك يهمنا", "تعليقات المستخدمين", "آراء المستخدمين", "ملاحظات المستخدمين"),
        *("extremely dissatisfied", "extremely satisfied", "extremely dissatisfied extremely satisfied"),
        *("très insatisfait", "très satisfait", "très insatisfait très satisfait"),
        *("extrêmement insatisfait", "extrêmement satisfait", "extrêmement insatisfait extrêmement satisfait"),
        *(
            "غير راض للغاية",
            "راض لأقصى درجة",
            "غير راض للغاية راض لأقصى درجة",
            "راض للغاية",
            "غير راض للغاية راض للغاية",
        ),
        *READ_ON.split("|"),
        *(
            "share",
            "share this",
            "tweet",
            "facebook",
            "twitter",
            "linkedin",
            "whatsapp",
            "instagram",
            "youtube",
            "print",
            "email",
        ),
        *("partager", "imprimer", "شارك", "مشاركة", "طباعة", "فيسبوك", "تويتر", "واتساب"),
        *(
            "previous",
            "next",
            "previous next",
            "précédent",
            "suivant",
            "précédent suivant",
            "السابق",
            "التالي",
            "السابق التالي",
        ),
        *(
            "load more",
            "show more",
            "view more",
            "see all",
            "view all",
            "voir plus",
            "afficher plus",
            "charger plus",
            "tout voir",
        ),
        *(
            "عرض المزيد",
            "تحميل المزيد",
            "عرض الكل",
            "back to top",
            "skip to content",
            "haut de page",
            "العودة إلى الأعلى",
        ),
        *(
            "home",
            "news",
            "latest news",
            "all news",
            "accueil",
            "actualités",
            "toutes les actualités",
            "dernières actualités",
        ),
        *(
            "الرئيسية",
            "الأخبار",
            "أخبار",
            "آخر الأخبار",
            "جميع الأخبار",
            "كل الأخبار",
            "home news",
            "accueil actualités",
            "الرئيسية الأخبار",
        ),
        *("submit", "send", "envoyer", "إرسال", "all rights reserved", "tous droits réservés", "جميع الحقوق محفوظة"),
    )
)
FURNITURE_BEGINS = tuple(
    " ".join(folded_words(line))
    for line in (
        *(
            "disclaimer you are using google translate",
            "you are using google translate",
            "avertissement vous utilisez google",
        ),
        *(
            "vous utilisez google",
            "clause de non responsabilité vous utilisez",
            "تنويه أنت تستخدم",
            "تنويه أنتم تستخدمون",
        ),
        *("إخلاء مسؤولية أنت تستخدم", "إخلاء المسؤولية أنت تستخدم", "أنت تستخدم ترجمة", "أنت تستخدم خدمة ترجمة"),
        *(
            "overall how satisfied are you",
            "how satisfied are you about the website",
            "dans l’ensemble dans quelle mesure",
        ),
        *(
            "dans quelle mesure êtes vous satisfait",
            "بشكل عام ما مدى رضاك",
            "ما مدى رضاك عن",
            "globalement dans quelle mesure",
        ),
    )
)
PAGE_NUMBER = re.compile(
    r"(?:(?:page|صفحه|الصفحه)\s)?(?:previous |next |precedent |suivant |السابق |التالي )?\d{1,4}(?:\s(?:of|sur|de|من|"
    r"\d{1,4}))*(?: next| suivant| التالي)?"
)
FIGURES_OF_A_DATE = re.compile(r"[\d٠-٩]\s?[/.-]\s?[\d٠-٩]")
COPYRIGHT = re.compile(r"\s*(?:©|\(c\)|copyright\b)", re.IGNORECASE)
LONGEST_FURNITURE = 300


class Line(NamedTuple):
    """text: a line without white space at its ends; blank_before: whether a blank line stands above it."""

    text: str
    blank_before: bool


def read_lines(text):
    """The lines of `text` that say something, as Line, in order, without the site's own lines and page numbers."""
    found, blank_before = [], True
    for raw in text.splitlines():
        line = clean_line(raw)
        is_repeated = bool(found) and found[-1].text == line  # a title under its picture and again as a link
        if is_repeated or not line or ONLY_INVISIBLE.fullmatch(line) or is_furniture(line):
            blank_before = True
        else:
            found.append(Line(line, blank_before))
            blank_before = False
    return found


def clean_line(raw):
    """`raw` as a story may keep it: no controls, single blanks (no-break ones stay), composed letters."""
    line = CONTROLS.sub("", raw)
    try:
        refuse_unsafe(line)
    except UnsafeCharacter:
        line = ISOLATES.sub("", line)
    line = unicodedata.normalize("NFC", BLANKS.sub(" ", line).strip())
    return READ_ON_AT_END.sub("", line).strip()


def is_furniture(line):
    """Whether `line` belongs to the page and not to a story: disclaimer, question, buttons, page numbers."""
    if len(line) > LONGEST_FURNITURE:
        return False
    words = " ".join(folded_words(line))
    return (
        words in FURNITURE
        or words.startswith(FURNITURE_BEGINS)
        or (bool(PAGE_NUMBER.fullmatch(words)) and not FIGURES_OF_A_DATE.search(line))
        or bool(COPYRIGHT.match(fold(line)))
    )
