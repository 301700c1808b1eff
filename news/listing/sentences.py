"""Sentences of a story's text, and where in them something is announced, told or recalled."""

import re

LONGEST_SENTENCE = 1_500  # characters before or after a place in it
SENTENCE_END = re.compile(r"\n+|(?<=[^\W\d_]{4})[.!?؟…]+(?=[\s\"”»)])|(?<=[\d)\]])\.(?=\s)|[!؟؛](?=\s)")

ANNOUNCED = {
    "en": re.compile(
        r"\b(?:(?:will|would|is to|are to)(?: also| then)?(?: be)?(?: \w+)?|to be (?:held|organi[sz]ed|hosted|"
        r"launched|convened|signed)|to take place|"
        r"to host|scheduled|"
        r"is set to|are set to|is expected|are expected|upcoming|planned for|is due|plans? to|forthcoming)\b",
        re.IGNORECASE,
    ),
    "fr": re.compile(
        r"(?<!\w)(?:se tiendra|se tiendront|aura lieu|auront lieu|(?:sera|seront)(?: \w+)?|prévue?s?|accueillera|"
        r"accueilleront|"
        r"organisera|organiseront|"
        r"tiendra|tiendront|abritera|se déroulera|se dérouleront|débutera|participera|devrai(?:t|ent)(?: \w+){0,2}|"
        r"doit se tenir|"
        r"doivent se tenir|"
        r"à venir|prochaine?s?|programmée?s?|lancera|lanceront|célébrera|ouvrira)\b",
        re.IGNORECASE,
    ),
    "ar": re.compile(
        r"(?<!\w)[وف]?(?:س[يتن](?:[عن]قد|نعقد|قام|نظم|ستضيف|حتضن|جري|تم|كون|شارك|نطلق|شهد|طلق|لتقي|حتفي|حتفل|توج|فتتح|"
        r"ختتم|بدأ|شكل|ضم|شرف)\w{0,3}|"
        r"(?:سوف|المقرر|المزمع|المرتقب|المرتقبة|ينتظر أن|تعتزم|يعتزم)(?: أن)?(?: \w+)?|المقبل|المقبلة|القادم|"
        r"القادمة)(?!\w)"
    ),
}
TOLD = {
    "en": re.compile(
        r"\b(?:held|took place|taken place|organi[sz]ed|hosted|launched|concluded|received|met|opened|signed|visited|"
        r"convened|attended|"
        r"participated|kicked off|began|started|ended|discussed|delivered|made|took part|was|were|taking part|on the "
        r"sidelines)\b",
        re.IGNORECASE,
    ),
    "fr": re.compile(
        r"(?<!\w)(?:tenue?s?|a eu lieu|ont eu lieu|organisée?s?|(?:a|ont|s[’']est|se sont) \w+|reçue?s?|lancée?s?|"
        r"clôturée?s?|inaugurée?s?|"
        r"signée?s?|participé|rencontré|déroulée?s?|animée?s?)\b",
        re.IGNORECASE,
    ),
    "ar": re.compile(
        r"(?<!\w)[وف]?(?:عقد\w{0,3}|انعقد\w{0,3}|أقيم\w{0,3}|جرى|جرت|نظم\w{0,3}|استقبل\w{0,3}|التقى|اختتم\w{0,3}|"
        r"افتتح\w{0,3}|انطلق\w{0,3}|أطلق\w{0,3}|"
        r"شارك\w{0,3}|بحث\w{0,3}|وقع\w{0,3}|احتضن\w{0,3}|شهد\w{0,3}|زار\w{0,3}|المنعقد\w{0,3}|المقام\w{0,3}|وذلك)(?!\w)"
    ),
}
RECALLED = {
    "en": re.compile(
        r"\b(?:since|founded|established|adopted|last|previous(?:ly)?|earlier|dating|born|as of|of the year|in the "
        r"wake of)\W+(?:\w+\W+){0,3}$",
        re.IGNORECASE,
    ),
    "fr": re.compile(
        r"(?<!\w)(?:depuis|fondée?|créée?|adoptée?|précédente?|née?|lors de la précédente|en date "
        r"du)\W+(?:\w+\W+){0,3}$",
        re.IGNORECASE,
    ),
    "ar": re.compile(
        r"(?<!\w)(?:منذ|تأسس\w{0,3}|أنشئ\w{0,3}|اعتمد\w{0,3}|السابق\w{0,2}|ولد|المولود|المؤرخ\w?)\W+(?:\w+\W+){0,3}$"
    ),
}


def sentence_around(text, position):
    """(start, end) of the sentence of `text` that holds the character at `position`; what is too long is cut."""
    start, end = max(0, position - LONGEST_SENTENCE), min(len(text), position + LONGEST_SENTENCE)
    for stop in SENTENCE_END.finditer(text, start, end):
        if stop.end() <= position:
            start = stop.end()
        elif stop.start() > position:
            return start, stop.end()
    return start, end


def is_announced(text, position, language):
    """Whether what stands at `position` is to come: by the nearest verb before it in its sentence, else after it."""
    start, end = sentence_around(text, position)
    before, after = text[start:position], text[position:end]
    announced = max((m.end() for m in ANNOUNCED[language].finditer(before)), default=-1)
    told = max((m.end() for m in TOLD[language].finditer(before)), default=-1)
    if announced >= 0 or told >= 0:
        return announced >= told
    announced = min((m.start() for m in ANNOUNCED[language].finditer(after)), default=len(after))
    told = min((m.start() for m in TOLD[language].finditer(after)), default=len(after))
    return announced < told


def is_told(text, position, language):
    """Whether a verb in the past stands before `position` in its sentence."""
    start, _end = sentence_around(text, position)
    return bool(TOLD[language].search(text, start, position))


def is_recalled(text, position, language):
    """Whether words right before `position` lead back to former times: since, founded, adopted."""
    start, _end = sentence_around(text, position)
    return bool(RECALLED[language].search(text[start:position]))
