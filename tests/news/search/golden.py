"""Golden queries: what search must find in the corpus, in three languages and in many spellings.

`python -m tests.news.search.golden` writes the table that docs/search.md holds; a test keeps the two the same.
"""

# (language of the page, what is typed, what it shows, keys of the stories found)
GOLDEN = [
    (
        "ar",
        "التعليم",
        "",
        "azerbaijan-religious-associations burkina-displaced-girls tunisia-education-ai unesco-executive-board",
    ),
    (
        "ar",
        "والتعليم",
        "conjunction and article",
        "azerbaijan-religious-associations burkina-displaced-girls tunisia-education-ai unesco-executive-board",
    ),
    (
        "ar",
        "تعليم",
        "no article",
        "azerbaijan-religious-associations burkina-displaced-girls tunisia-education-ai unesco-executive-board",
    ),
    (
        "ar",
        "تَعْلِيم",
        "vowel signs",
        "azerbaijan-religious-associations burkina-displaced-girls tunisia-education-ai unesco-executive-board",
    ),
    ("ar", "مكتبه", "ه for ة", "library"),
    ("ar", "المَكتبةُ", "vowel signs", "library"),
    ("ar", "الـمكتبة", "tatweel", "library"),
    ("ar", "مكتبات", "plural", "library"),
    (
        "ar",
        "برنامج",
        "",
        "austria-culture-of-peace azerbaijan-diaspora azerbaijan-religious-associations cameroon-youth-startups how-our-translations-are-labelled library tunisia-education-ai",
    ),
    (
        "ar",
        "للبرنامج",
        "preposition and article",
        "austria-culture-of-peace azerbaijan-diaspora azerbaijan-religious-associations cameroon-youth-startups how-our-translations-are-labelled library tunisia-education-ai",
    ),
    ("ar", "مالي", "a country, not money", "mali"),
    ("ar", "المال", "money, not a country", "money"),
    ("ar", "القران", "no madda", "library"),
    ("ar", "القرآن", "", "library"),
    ("ar", "٢٠٢٤", "Arabic-Indic digits", "azerbaijan-religious-associations library"),
    ("ar", "2024", "", "azerbaijan-religious-associations library"),
    ("ar", "التراث الثقافي", "", "presentation-forms unesco-executive-board"),
    ("ar", "ﺍﻟﺘﺮﺍﺙ", "presentation forms", "cameroon-youth-startups mali presentation-forms unesco-executive-board"),
    ("ar", '"العدالة الاجتماعية"', "phrase", "social-justice-forum"),
    ("ar", "كوفيد-19", "hyphen", "money"),
    (
        "ar",
        "لجنة وطنية",
        "",
        "ai-creative-industries-workshop azerbaijan-diaspora burkina-displaced-girls cameroon-youth-startups mali tunis-executive-council",
    ),
    ("ar", "وزير التربية", "", "austria-culture-of-peace tunisia-education-ai"),
    ("ar", '"المجلس التنفيذي"', "", "tunis-executive-council unesco-executive-board"),
    (
        "ar",
        "المالك",
        "a linked person's name",
        "austria-culture-of-peace azerbaijan-diaspora azerbaijan-religious-associations social-justice-forum tunis-executive-council tunisia-education-ai",
    ),
    ("ar", "أذربيجان", "", "azerbaijan-diaspora azerbaijan-religious-associations burkina-displaced-girls"),
    ("ar", "اذربيجان", "no hamza", "azerbaijan-diaspora azerbaijan-religious-associations burkina-displaced-girls"),
    ("ar", "الذكاء الاصطناعي", "", "ai-creative-industries-workshop tunisia-education-ai unesco-executive-board"),
    ("ar", "صلى الله عليه وسلم", "the sign ﷺ in the text", "presentation-forms"),
    ("ar", "بوركينا فاسو", "", "burkina-displaced-girls"),
    (
        "en",
        "education",
        "",
        "austria-culture-of-peace azerbaijan-religious-associations burkina-displaced-girls tunis-executive-council tunisia-education-ai unesco-executive-board",
    ),
    (
        "en",
        "Educational",
        "another form",
        "austria-culture-of-peace azerbaijan-religious-associations burkina-displaced-girls tunis-executive-council tunisia-education-ai unesco-executive-board",
    ),
    ("en", "executive council", "", "tunis-executive-council"),
    ("en", '"executive council"', "", "tunis-executive-council"),
    ("en", '"council executive"', "the other way round", ""),
    ("en", "tunisia", "", "tunis-executive-council tunisia-education-ai"),
    ("en", "Tunisian", "a state's other name", "tunis-executive-council tunisia-education-ai"),
    (
        "en",
        "almalik",
        "a linked person's name",
        "austria-culture-of-peace azerbaijan-diaspora azerbaijan-religious-associations social-justice-forum tunis-executive-council tunisia-education-ai",
    ),
    ("en", "Quran", "", "azerbaijan-religious-associations library"),
    ("en", "qur'an", "apostrophe", "azerbaijan-religious-associations library"),
    ("en", "Cote d'Ivoire", "no accents, elision", "mali"),
    ("en", "guinea bissau", "no hyphen", "mali"),
    ("en", "covid-19", "hyphen", "money"),
    ("en", "covid 19", "", "money"),
    (
        "en",
        '"artificial intelligence"',
        "phrase, also a tag",
        "ai-creative-industries-workshop tunisia-education-ai unesco-executive-board",
    ),
    ("en", "AI", "", "ai-creative-industries-workshop tunisia-education-ai"),
    ("en", "the library", "a common word need not be found", "library"),
    ("en", "money", "", "money"),
    ("en", "12 March 2024", "", "library"),
    ("en", '"march 2024"', "", "library"),
    ("en", "girls school", "", "burkina-displaced-girls"),
    (
        "en",
        "سالم المالك",
        "a name in another script",
        "austria-culture-of-peace azerbaijan-diaspora azerbaijan-religious-associations social-justice-forum tunis-executive-council tunisia-education-ai",
    ),
    ("en", "exhibition prophet", "", "azerbaijan-diaspora"),
    (
        "fr",
        "éducation",
        "",
        "austria-culture-of-peace azerbaijan-religious-associations burkina-displaced-girls tunis-executive-council unesco-executive-board",
    ),
    (
        "fr",
        "education",
        "no accents",
        "austria-culture-of-peace azerbaijan-religious-associations burkina-displaced-girls tunis-executive-council unesco-executive-board",
    ),
    (
        "fr",
        "l'éducation",
        "elision",
        "austria-culture-of-peace azerbaijan-religious-associations burkina-displaced-girls tunis-executive-council unesco-executive-board",
    ),
    (
        "fr",
        "d’éducation",
        "elision, curly apostrophe",
        "austria-culture-of-peace azerbaijan-religious-associations burkina-displaced-girls tunis-executive-council unesco-executive-board",
    ),
    ("fr", "bibliotheque", "no accents", "library"),
    ("fr", "bibliothèques", "plural", "library"),
    ("fr", "oeuvre", "oe for œ", "former-students"),
    ("fr", "étudiant", "masculine of étudiantes", "azerbaijan-religious-associations former-students"),
    ("fr", "formee", "no accents", "cameroon-youth-startups former-students how-our-translations-are-labelled"),
    ("fr", "européen", "masculine", "austria-culture-of-peace former-students"),
    (
        "fr",
        "premier",
        "masculine of première",
        "austria-culture-of-peace former-students how-our-translations-are-labelled",
    ),
    ("fr", "burkina", "", "burkina-displaced-girls"),
    ("fr", "« justice sociale »", "phrase", "social-justice-forum"),
    ("fr", "filles déplacées", "", "burkina-displaced-girls"),
    ("fr", "deplacee", "no accents", "burkina-displaced-girls"),
    ("fr", "Côte d'Ivoire", "", "mali"),
    ("fr", "conseil exécutif", "", "tunis-executive-council unesco-executive-board"),
    ("fr", "jeunesse", "a tag", "austria-culture-of-peace burkina-displaced-girls cameroon-youth-startups"),
    (
        "ar",
        "مشروع",
        "singular of مشاريع",
        "azerbaijan-diaspora azerbaijan-religious-associations burkina-displaced-girls cameroon-youth-startups tunisia-education-ai unesco-executive-board",
    ),
    (
        "ar",
        "المكتب",
        "office, not library",
        "austria-culture-of-peace azerbaijan-diaspora azerbaijan-religious-associations social-justice-forum tunis-executive-council tunisia-education-ai unesco-executive-board",
    ),
    ("ar", "الوزراء", "plural of وزير", "austria-culture-of-peace library tunisia-education-ai"),
    ("ar", '"ورشة حول التراث"', "", "mali"),
    ("en", "ministers of education", "plural", "austria-culture-of-peace tunisia-education-ai"),
    ("en", "social justice morocco", "", "social-justice-forum"),
    ("en", '"women trained"', "", "former-students"),
    ("fr", "formés", "plural", "cameroon-youth-startups former-students how-our-translations-are-labelled"),
    ("fr", "coran", "", "azerbaijan-religious-associations library"),
    ("fr", "l'atelier", "elision", "ai-creative-industries-workshop cameroon-youth-startups mali"),
]


def as_markdown():
    """The table for docs/search.md."""
    lines = ["| page | typed | shows | stories found |", "|---|---|---|---|"]
    for language, typed, shows, keys in GOLDEN:
        lines.append(f"| {language} | `{typed}` | {shows} | {', '.join(keys.split()) or 'none'} |")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    print(as_markdown(), end="")
