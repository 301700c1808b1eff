"""What people write: short words that many write alike, and sentences that hardly anybody writes twice."""

from feedback.demo import mood
from feedback.demo_comments import COMMENTS

COMMENTING = 0.06
COMMON = {
    "ar": ("شكرا", "شكراً", "ممتاز", "جيد", "جيد جدا", "موقع ممتاز", "بارك الله فيكم", "شكرا جزيلا", "موقع رائع", "👍"),
    "en": (
        "Good",
        "good",
        "Very good",
        "Thanks",
        "Thank you",
        "Nice",
        "Very good site",
        "Excellent",
        "ok",
        "Great work!",
    ),
    "fr": (
        "Merci",
        "merci",
        "Très bien",
        "Bien",
        "Bravo",
        "Merci beaucoup",
        "Bon site",
        "Excellent",
        "Très bon site",
        "ok",
    ),
}
SOUR = {
    "ar": ("سيء", "بطيء", "لا يعمل", "ضعيف"),
    "en": ("Bad", "Slow", "Not useful", "Too slow"),
    "fr": ("Lent", "Nul", "Pas utile", "Trop lent"),
}
# Most people say what they looked for, where they are and what they do: no two long comments are alike.
ABOUT = {
    "ar": ("المنح", "التراث", "تعليم الفتيات", "الذكاء الاصطناعي", "المخطوطات", "المؤتمر", "الشباب", "اللغة العربية"),
    "en": (
        "scholarships",
        "heritage sites",
        "girls in school",
        "AI",
        "manuscripts",
        "the conference",
        "youth",
        "water",
    ),
    "fr": ("les bourses", "le patrimoine", "l’école des filles", "l’IA", "les manuscrits", "le congrès", "la jeunesse"),
}
ENDS = {
    "ar": ("أنا طالب في السنة {n}.", "أعمل في مدرسة بها {n} تلميذا.", "زرت الموقع {n} مرات.", "جهازي عمره {n} سنوات."),
    "en": (
        "I am a student, year {n}.",
        "I teach {n} pupils.",
        "It is my visit number {n}.",
        "My phone is {n} years old.",
    ),
    "fr": ("Je suis en année {n}.", "J’ai {n} élèves.", "C’est ma visite numéro {n}.", "Mon téléphone a {n} ans."),
}


def chance_comment(chance, language, score):
    """What somebody who gives `score` writes: "" for most."""
    if chance.random() >= COMMENTING:
        return ""
    kind = chance.random()
    if kind < 0.5:
        return chance.choice((COMMON if score >= 3 else SOUR)[language])
    sentence = chance.choice(COMMENTS[language][mood(score)])
    if kind < 0.56:
        return sentence  # a stock sentence that others write as well
    end = chance.choice(ENDS[language]).format(n=chance.randrange(2, 60))
    return f"{sentence} {chance.choice(ABOUT[language])}. {end}"
