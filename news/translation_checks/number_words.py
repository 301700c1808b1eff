"""The numbers that a text says in words, in Arabic, English and French.

More is found than is meant ("one of them", "a second"): what is found only excuses a figure of the other text.
"""

import re

from icesco.text.folding import fold

from ..matcher.tokens import words

ENGLISH = """
zero 0 one 1 first 1 once 1 single 1 two 2 second 2 twice 2 both 2 pair 2 couple 2 double 2 half 50 three 3 third 3
thrice 3 triple 3 four 4 fourth 4 quarter 25 five 5 fifth 5 six 6 sixth 6 seven 7 seventh 7 eight 8 eighth 8 nine 9
ninth 9 ten 10 tenth 10 decade 10 eleven 11 eleventh 11 twelve 12 twelfth 12 dozen 12 thirteen 13 thirteenth 13
fourteen 14 fourteenth 14 fifteen 15 fifteenth 15 sixteen 16 sixteenth 16 seventeen 17 seventeenth 17 eighteen 18
eighteenth 18 nineteen 19 nineteenth 19 twenty 20 twentieth 20 score 20 thirty 30 thirtieth 30 forty 40 fortieth 40
fifty 50 fiftieth 50 sixty 60 sixtieth 60 seventy 70 seventieth 70 eighty 80 eightieth 80 ninety 90 ninetieth 90
hundred 100 hundredth 100 century 100 centenary 100 thousand 1000 thousandth 1000 million 1000000 billion 1000000000
"""
FRENCH = """
zéro 0 un 1 une 1 premier 1 première 1 deux 2 deuxième 2 second 2 seconde 2 double 2 moitié 50 demi 50 trois 3
troisième 3 tiers 3 triple 3 quatre 4 quatrième 4 quart 25 cinq 5 cinquième 5 six 6 sixième 6 sept 7 septième 7
huit 8 huitième 8 huitaine 8 neuf 9 neuvième 9 dix 10 dixième 10 dizaine 10 décennie 10 onze 11 onzième 11 douze 12
douzième 12 douzaine 12 treize 13 treizième 13 quatorze 14 quatorzième 14 quinze 15 quinzième 15 quinzaine 15
seize 16 seizième 16 unième 1 vingt 20 vingtième 20 vingtaine 20 trente 30 trentième 30 trentaine 30 quarante 40
quarantième 40 quarantaine 40 cinquante 50 cinquantième 50 cinquantaine 50 cinquantenaire 50 soixante 60 soixantième 60
soixantaine 60 septante 70 octante 80 huitante 80 nonante 90 cent 100 centième 100 centaine 100 centenaire 100
siècle 100 mille 1000 millième 1000 millier 1000 million 1000000 milliard 1000000000
"""
ARABIC = """
صفر 0 واحد 1 واحدة 1 أحد 1 إحدى 1 أول 1 أولى 1 حادي 1 حادية 1 اثنان 2 اثنين 2 اثنا 2 اثني 2 اثنتان 2 اثنتين 2
اثنتا 2 اثنتي 2 ثان 2 ثاني 2 ثانية 2 كلا 2 كلتا 2 ضعف 2 ثلاث 3 ثلاثة 3 ثالث 3 ثالثة 3 ثلث 3 أربع 4 أربعة 4 رابع 4
رابعة 4 ربع 25 خمس 5 خمسة 5 خامس 5 خامسة 5 ست 6 ستة 6 سادس 6 سادسة 6 سبع 7 سبعة 7 سابع 7 سابعة 7 ثمان 8 ثماني 8
ثمانية 8 ثامن 8 ثامنة 8 تسع 9 تسعة 9 تاسع 9 تاسعة 9 عشر 10 عشرة 10 عاشر 10 عاشرة 10 عقد 10 عشرون 20 عشرين 20
ثلاثون 30 ثلاثين 30 أربعون 40 أربعين 40 خمسون 50 خمسين 50 نصف 50 ستون 60 ستين 60 سبعون 70 سبعين 70 ثمانون 80
ثمانين 80 تسعون 90 تسعين 90 مئة 100 مائة 100 مئوية 100 قرن 100 مئتان 200 مئتين 200 مئتي 200 مائتان 200 مائتين 200
مائتي 200 ثلاثمئة 300 ثلاثمائة 300 أربعمئة 400 أربعمائة 400 خمسمئة 500 خمسمائة 500 ستمئة 600 ستمائة 600 سبعمئة 700
سبعمائة 700 ثمانمئة 800 ثمانمائة 800 ثمانيمائة 800 تسعمئة 900 تسعمائة 900 ألف 1000 ألفا 1000 آلاف 1000 ألفية 1000
ألفان 2000 ألفين 2000 ألفي 2000 مليون 1000000 مليونا 1000000 ملايين 1000000 مليونان 2000000 مليونين 2000000
مليوني 2000000 مليار 1000000000 مليارا 1000000000 مليارات 1000000000 ملياران 2000000000 مليارين 2000000000
ملياري 2000000000
"""


def _table(text):
    pairs = text.split()
    return {fold(word): int(value) for word, value in zip(pairs[::2], pairs[1::2], strict=True)}


WORDS = {"ar": _table(ARABIC), "en": _table(ENGLISH), "fr": _table(FRENCH)}
# Figures are multiplied by the word behind them, in any language: "5 million", «5 ملايين».
MULTIPLIERS = {
    word: value
    for table in WORDS.values()
    for word, value in table.items()
    if value in (1_000, 1_000_000, 1_000_000_000)
} | {"bn": 10**9, "md": 10**9, "mds": 10**9, "trillion": 10**12, "تريليون": 10**12, "بليون": 10**9}
AFTER = fold("بعد")
JOINING = {"ar": (), "en": ("and",), "fr": ("et",)}

ARABIC_PREFIX = re.compile("و?ف?[بلك]?(?:ال)?")
# A noun in the dual says that there are two; so do these masculine ones, whose ending a plural could have as well.
FEMININE_DUAL = re.compile(r"\w{3,}ت(?:ان|ين)")
COUNTED = (
    "يوم|عام|شهر|اسبوع|عقد|قرن|بلد|كتاب|مشروع|برنامج|مؤتمر|اجتماع|لقاء|مركز|معهد|فريق|ممثل|طرف|جانب|قسم|محور|نوع"
    "|اتفاق|بروتوكول|متر|طالب|معلم|خبير|وفد|رئيس|وزير|باحث|كرسي|جزء|شخص|رجل|طفل|مقعد|درهم|دينار|دولار|ريال|هدف|مجال"
    "|قطاع|ضعف|مسار|منتدى|معرض|موقع|اسم|شاب|عضو|الف|مليون|مليار|مئ|مائ"
)
MASCULINE_DUAL = re.compile(f"(?:{fold(COUNTED)})(?:ان|ين|ي|ا)")
# Nor are short words in ين a plural: وسمين; but تكوين is no dual.
SHORT_DUAL = re.compile(r"(?!ت)\w{3}ين")
DUALS = (FEMININE_DUAL, MASCULINE_DUAL, SHORT_DUAL)


def numbers_in_words(text, language):
    """The values, a set of int, that `text` may be taken to say in words: each word's and those that follow make."""
    table, said = WORDS[language], set()
    current = 0  # what the words read so far make below a thousand; 0: no number is being read
    first = 0  # الخامسة بعد المئة: the number before «بعد»
    for word in words(text):
        folded = word.folded
        if language == "ar":
            value, is_joined = _arabic_value(folded, table, said)
        else:
            value, is_joined = table.get(folded, table.get(folded.removesuffix("s"))), True
        if value is None:
            first = current if folded == AFTER else 0
            current = current if folded in JOINING[language] else 0
            continue
        current = 0 if word.starts_anew else current
        said |= {value, first + value}
        first = 0
        if value in MULTIPLIERS.values():
            said.add(max(current, 1) * value)
            current = 0
        else:
            current = _together(current, value, language, is_joined)
            said.add(current)
    return said


def _arabic_value(word, table, said):
    """(value or None, whether the word is joined by و); a noun in the dual adds 2 to `said`."""
    longest = ARABIC_PREFIX.match(word).end()
    if any(dual.fullmatch(word[cut:]) for dual in DUALS for cut in range(longest + 1)):
        said.add(2)
    for cut in range(longest + 1):
        if word[cut:] in table:
            return table[word[cut:]], cut > 0 and word[0] == "و"
    return None, False


def _together(current, value, language, is_joined):
    """The number that `current` and the number word behind it make, or `value` when it begins another one."""
    if value == 100 and 1 < current < 10:
        return current * 100
    if language == "ar":
        if value == 10 and current % 100 in range(1, 10):  # خمسة عشر
            return current + 10
        fits = is_joined and (_fits(current, value) or (value in range(20, 100, 10) and current % 100 in range(1, 10)))
    elif language == "fr" and value == 20 and current % 100 == 4:
        return current + 76
    else:
        fits = _fits(current, value) or (language == "fr" and current % 100 in (60, 80) and 10 <= value < 20)
    return current + value if fits else value


def _fits(current, value):
    """Whether `value` can stand in the noughts at the end of `current`: 60 and 2, 100 and 50."""
    return current > 0 and current % 10 ** len(str(value)) == 0
