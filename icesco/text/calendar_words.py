"""The words of written dates in Arabic, English and French, for icesco.text.dates.

Each kind of word is one letter: M month, W weekday, A and, T to (a range), B between, F a word that dates carry along,
x any other.
"""

from .folding import fold

MONTH, WEEKDAY, AND, TO, BETWEEN, FILLER, OTHER = "M", "W", "A", "T", "B", "F", "x"

# From January to December: pan-Arab press, Morocco, Algeria and Tunisia, the Levant and Iraq; spellings are folded,
# so that forms of alef, hamza, accents and case need no entries of their own.
MONTHS = {
    "ar": [
        ["يناير", "جانفي", "كانون الثاني", "كانون ثاني"],
        ["فبراير", "فيفري", "شباط"],
        ["مارس", "آذار"],
        ["أبريل", "أفريل", "نيسان"],
        ["مايو", "ماي", "أيار", "نوار"],
        ["يونيو", "يونيه", "جوان", "حزيران"],
        ["يوليو", "يوليه", "يوليوز", "جويلية", "تموز"],
        ["أغسطس", "أوغسطس", "غشت", "أوت", "آب"],
        ["سبتمبر", "شتنبر", "شتمبر", "أيلول"],
        ["أكتوبر", "تشرين الأول", "تشرين أول"],
        ["نوفمبر", "نونبر", "تشرين الثاني", "تشرين ثاني"],
        ["ديسمبر", "دجنبر", "كانون الأول", "كانون أول"],
    ],
    "en": [
        ["January", "Jan"],
        ["February", "Feb"],
        ["March", "Mar"],
        ["April", "Apr"],
        ["May"],
        ["June", "Jun"],
        ["July", "Jul"],
        ["August", "Aug"],
        ["September", "Sept", "Sep"],
        ["October", "Oct"],
        ["November", "Nov"],
        ["December", "Dec"],
    ],
    "fr": [
        ["janvier", "janv", "jan"],
        ["février", "févr", "fév"],
        ["mars"],
        ["avril", "avr"],
        ["mai"],
        ["juin"],
        ["juillet", "juil"],
        ["août"],
        ["septembre", "sept"],
        ["octobre", "oct"],
        ["novembre", "nov"],
        ["décembre", "déc"],
    ],
}

# From Monday (0) to Sunday (6), like datetime.date.weekday().
WEEKDAYS = {
    "ar": [
        ["الاثنين", "اثنين"],
        ["الثلاثاء", "ثلاثاء", "الثلاثا", "الثلثاء"],
        ["الأربعاء", "أربعاء", "الأربعا"],
        ["الخميس", "خميس"],
        ["الجمعة", "جمعة"],
        ["السبت", "سبت"],
        ["الأحد", "أحد"],
    ],
    "en": [
        ["Monday", "Mon"],
        ["Tuesday", "Tues", "Tue"],
        ["Wednesday", "Wed"],
        ["Thursday", "Thurs", "Thur", "Thu"],
        ["Friday", "Fri"],
        ["Saturday", "Sat"],
        ["Sunday", "Sun"],
    ],
    "fr": [
        ["lundi", "lun"],
        ["mardi", "mar"],
        ["mercredi", "mer"],
        ["jeudi", "jeu"],
        ["vendredi", "ven"],
        ["samedi", "sam"],
        ["dimanche", "dim"],
    ],
}

JOINING = {
    "ar": {AND: "و", TO: "إلى حتى لغاية", BETWEEN: "بين"},
    "en": {AND: "and", TO: "to until till through", BETWEEN: "between"},
    "fr": {AND: "et", TO: "au à", BETWEEN: "entre"},
}

FILLERS = {
    "ar": "من في يوم يومي أيام ما غاية شهر عام لعام سنة لسنة بتاريخ الموافق الموافقين المصادف ب ل م ه هجرية ميلادية",
    "en": "on of the from year st nd rd th ah",
    "fr": "le les du de jusqu er",
}


def _words_of(language):
    """Return {folded word or two words: (kind, value)}; the value is a month 1–12, a weekday 0–6 or None."""
    words = {fold(word): (FILLER, None) for word in FILLERS[language].split()}
    for kind, joining in JOINING[language].items():
        words |= {fold(word): (kind, None) for word in joining.split()}
    for number, names in enumerate(WEEKDAYS[language]):
        words |= {fold(name): (WEEKDAY, number) for name in names}
    for number, names in enumerate(MONTHS[language], start=1):
        words |= {fold(name): (MONTH, number) for name in names}
    return words


WORDS = {language: _words_of(language) for language in MONTHS}
# Names that are written with a full stop when shortened: "Sept. 5", "mar. 18 févr."
SHORTENED = {
    fold(name) for table in (MONTHS, WEEKDAYS) for names in table.values() for group in names for name in group[1:]
}
