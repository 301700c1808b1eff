"""Forms that follow from a given form by grammar: plurals, and Arabic adjectives with article, gender and number."""

import re

ARTICLE = "ال"
LATIN_ADJECTIVE_OR_NAME = re.compile(r"[^\W\d_]{4,}(?<![sxzSXZ])")
# A relation adjective (تونسي, تونسية), with or without the article: what it is made of is the first group.
ARABIC_RELATION = re.compile(r"(?:ال)?(\w{2,}ي)ة?")
ARABIC_RELATION_ENDINGS = ("", "ة", "ا", "ين", "ون", "ات", "ان", "تين", "تان", "تا")
ARABIC_PEOPLE = re.compile(r"\w{2,}ي(?:ة|ون|ين|ات)?")


def variants(form, language, is_ambiguous):
    """`form` and, for a single word, the forms that grammar makes of it: a list of str, `form` first.

    An ambiguous Arabic word gets the article at most: all forms of مالي (Mali, "financial") would find ماليا too.
    """
    form = form.strip()
    if language == "ar":
        return list(dict.fromkeys([form, *_arabic(form, is_ambiguous)]))
    if LATIN_ADJECTIVE_OR_NAME.fullmatch(form):
        return [form, form + "s"]
    return [form]


def _arabic(form, is_ambiguous):
    if not re.fullmatch(r"\w+", form):
        return []
    if is_ambiguous:
        return [ARTICLE + form] if ARABIC_PEOPLE.fullmatch(form) and not form.startswith(ARTICLE) else []
    if match := ARABIC_RELATION.fullmatch(form):
        return [article + match[1] + ending for article in ("", ARTICLE) for ending in ARABIC_RELATION_ENDINGS]
    return [] if form.startswith(ARTICLE) else [ARTICLE + form]
