"""A light stemmer for Arabic: takes articles, one-letter words written together with the next, and common endings off.

Built on what is known of "light" stemming (a fixed list of prefixes and suffixes, no roots, no patterns), with two
additions for a newsroom. Words whose first letters only look like "and", "with", "for" (وزير, برنامج, لجنة) are
named, and so are the countries that an ending would turn into another word (مالي is not مال) and the commonest plurals
that no ending makes (مشاريع is مشروع). The rules are applied until none fits any more, so that every form of a word
arrives at the same stem: برنامج, والبرنامج, ببرنامج.
"""


def words(text):
    """The words of a list in this file, which are written as folding leaves them: ا for أ, ه for ة, ي for ى and ئ."""
    return text.split()


ARTICLES = ("وبال", "وكال", "فبال", "ولل", "فلل", "وال", "بال", "كال", "فال", "لل", "ال")
# Each with the letters that must be left.
SINGLE_LETTERS = {"و": 3, "ب": 3, "ل": 3, "ف": 4, "ك": 4}
# Each with the letters that must be left; longer ones first. The feminine's ت stands between stem and pronoun.
ENDINGS = (
    ("تهما", 3), ("تهم", 3), ("تها", 3), ("تنا", 3), ("تين", 3), ("تان", 3), ("ته", 3),
    ("هما", 3), ("هم", 3), ("هن", 3), ("ها", 3), ("نا", 3),
    ("يين", 3), ("يون", 3), ("يات", 3), ("ات", 2), ("ون", 3), ("ين", 3), ("ان", 3), ("يه", 3), ("ه", 2), ("ي", 3),
    ("ا", 3),
)  # fmt: skip

# Words that an ending or the article only seems to be part of. Their own derivations come back to them: لبناني, لبنان.
WHOLE_WORDS = frozenset(
    words(
        """
        الله مالي عمان لبنان سودان بحرين يونان ايران اردن افغانستان باكستان بنين غانا ليبيريا رمضان قران انسان ايمان
        برلمان سكان طيران عدوان نيسان بيان مكان زمان ضمان لسان ميدان عنوان ديوان قانون تعاون معاون شوون عيون تلفزيون
        مليون تفاهم مساهم ملهم تمكين تكوين تامين تحسين تعيين دين طين صين حنين سنين يقين معين مكتبه وفيات ثبات نبات
        سبات فرات بنات ذات هيهات
        """
    )
)

# Plurals by another pattern than an ending, frequent in news, and the stem of their singular.
PLURALS = {
    "مكتبات": "مكتبه", "لجان": "لجن", "اعضاء": "عضو", "وزراء": "وزير", "برامج": "برنامج", "مشاريع": "مشروع",
    "مدارس": "مدرس", "خبراء": "خبير", "اطفال": "طفل", "مدن": "مدين", "مراكز": "مركز", "معارض": "معرض",
    "جوايز": "جايز", "كتب": "كتاب", "متاحف": "متحف", "سفراء": "سفير", "روساء": "رييس", "تقارير": "تقرير",
    "قضايا": "قضي", "بلدان": "بلد", "شعوب": "شعب", "اثار": "اثر", "مواقع": "موقع", "مناهج": "منهج", "انشطه": "نشاط",
    "اديان": "دين", "علوم": "علم", "فنون": "فن", "حقوق": "حق", "معاهد": "معهد", "مكاتب": "مكتب",
    "اهداف": "هدف", "جهود": "جهد", "ادباء": "اديب", "شركاء": "شريك", "افلام": "فيلم",
}  # fmt: skip

KEPT = WHOLE_WORDS | PLURALS.keys()

# Beginnings of words whose first letter belongs to them, whatever follows.
BEGINNINGS = tuple(
    words(
        """
        وزير وزار وزرا وفد وفود وثيق وثايق وطن وحد وكال ورش وقف وقع وقت ولاي ولاه واقع واجب واحد وارد واسع واسط وعي
        وصول وصف وجود وجه وضع وضوح وفا وسط وسيل وسايل وسام والد والي ورق وراث وزن وصي وظيف وظايف ودي ويب ويك بيان
        بيت بيي بين بحث بحوث بحر بحار بلد بلاد بلدي بلاغ بلغ بلوغ بلجيك بلغار بنا بني بنك بنوك بناي بنود بند بنغلاد
        برنام برام بروفيس بروتوكول بروناي برازيل برلين برلمان بريطان بريد برتغال بطول بطاق بطل بعث بعد بعض بقا بكين
        بداي بدا بدل بديل بذل بشر بصر بصم بصير بغداد باحث باري باقي باكست باكو بالغ بانجول باماكو بوركين بورصه بولند
        بوابه بواب بيروت بيجين بوسن بوصل بوذ بدون بسيط بارز باهر بكر بارود لجن لجان لغ لغو لقا لقب ليبي ليبير لبن
        لندن لندون لاجي لاتين لاهاي لحظ لسان لوح لوايح لون لوان لوكسمب ليل لدي لكن لطيف لازم لمس لعب لواء فلسط فرنس
        فريق فرق فكر فنون فنان فني فتح فتاه فتيات فتر فرص فرد فرع فروع فعال فعل فوز فير فضا فضل فصل فيلم فيصل فرات
        فقر فقه فقيد فجوه فيديو فنلند فيتنام فاعل فاس فاطم فايز فاز فارس فالوذ كتاب كتب كتابه كرسي كراسي كلم كلي
        كليات كامل كامير كازاخ كويت كوت كوري كوبي كوكب كفا كفاء كهرب كشف كشاف كبير كبار كندا كنز كنوز كينيا كيمي
        كيان كورون كوفيد كولومب كومور كوادر كاتب كافه كاريكات كرام كريم كرس كرد كابول كاف
        """
    )
)


def arabic_stem(word):
    """Return the stem of one folded Arabic `word`; the stem of a stem is itself. Never empty for a word."""
    previous = None
    while word != previous and word not in KEPT:
        previous = word
        word = without_article(word)
        if word[:1] in SINGLE_LETTERS and word[1:] in KEPT:
            word = word[1:]
        if word not in KEPT:
            word = without_ending(word)
        if word not in KEPT:
            word = without_single_letter(word)
    return PLURALS.get(word, word)


def without_article(word):
    """`word` without the article and what stands before it: و ب ك ف ل, of which ل swallows the article's alef."""
    for article in ARTICLES:
        if word.startswith(article) and len(word) - len(article) >= 2 and not word.startswith(BEGINNINGS):
            rest = word[len(article) :]
            # للجنة is ل with اللجنة: the word's own ل is the second one.
            return f"ل{rest}" if article.endswith("لل") and f"ل{rest}".startswith(BEGINNINGS) else rest
    return word


def without_ending(word):
    for ending, least in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= least:
            return word[: -len(ending)]
    return word


def without_single_letter(word):
    least = SINGLE_LETTERS.get(word[:1])
    if not least or len(word) <= least or word.startswith(BEGINNINGS) or is_cut_beginning(word):
        return word
    return word[1:]


def is_cut_beginning(word):
    """Whether an ending was taken off a word of BEGINNINGS itself: بوركي of بوركينا."""
    return len(word) >= 4 and any(beginning.startswith(word) for beginning in BEGINNINGS)
