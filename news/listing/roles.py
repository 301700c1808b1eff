"""A role as a story words it, taken apart into the office held and the organisation it is held in."""

import re

from icesco.text.folding import fold

from .arabic import OFFICES, ORGANISATIONS
from .english import ENGLISH
from .french import FRENCH

GRAMMARS = {"en": ENGLISH, "fr": FRENCH}
OWN = {
    "en": (re.compile(r"\bICESCO\b"), "ICESCO"),
    "fr": (re.compile(r"\bICESCO\b"), "ICESCO"),
    "ar": (re.compile(r"[إا]?يسيسكو"), "الإيسيسكو"),
}
ACRONYM = re.compile(r"(?P<organisation>[A-Z]{3,}) (?P<office>.+)")
# A state is no organisation, and "of Education" is part of a minister's office.
STATE = re.compile(r"(?:[\w-]+ )?(?:Republic|Kingdom|State of|Sultanate|République|Royaume|État de|Sultanat)\b")
MINISTER = re.compile(r"\b(?:[Mm]inist(?:er|re)|[Aa]mbassad)")
# Departments of one organisation: the office is told with them.
DEPARTMENT = re.compile(r"\b(?:Sector|Department|Division|Section|Secteur|Département)\b")
MELTED_ARTICLE = re.compile(r"^لل")
BODY_AFTER_LAM = re.compile(r"^(?:لل|ل)")


def split_role(role, language):
    """(office, organisation) of `role` in `language`; organisation is "" where the words name none.

    "Chairman of the State Committee on …" gives ("Chairman", "State Committee on …"); "Head of the Education Sector"
    stays whole.
    """
    if not role:
        return "", ""
    split = _arabic(role) if language == "ar" else _latin(role, GRAMMARS[language])
    if split:
        return split
    own, name = OWN[language]
    return (role, name) if own.search(role) else (role, "")


def _latin(role, grammar):
    for pattern in (grammar.possessive, ACRONYM):
        match = pattern.fullmatch(role)
        if match and not grammar.office.search(match["organisation"]) and grammar.office.search(match["office"][:60]):
            return match["office"], match["organisation"]
    match = grammar.of.fullmatch(role)
    if not match or MINISTER.search(match["office"]) or not grammar.office.search(match["office"]):
        return None
    organisation = match["organisation"]
    if STATE.match(organisation) or DEPARTMENT.search(organisation) or re.match(r"[A-Z]\w+[’']s ", organisation):
        return None
    is_body = len(organisation.split()) > 1 and any(
        grammar.body.fullmatch(word) for word in re.findall(r"[^\W\d_]+", organisation)
    )
    return (match["office"], organisation) if is_body or re.fullmatch(r"[A-Z]{3,}", organisation) else None


def _arabic(role):
    words = role.split()
    if any(fold(word).endswith(("سها", "رها", "تها", "يسها")) and fold(word).startswith("و") for word in words):
        return None  # رئيس الحاضنة ومؤسسها: two offices in one body
    for i, word in enumerate(words[1:5], start=1):
        bare = BODY_AFTER_LAM.sub("", fold(word))
        melted = MELTED_ARTICLE.match(fold(word))
        if fold(words[i - 1]) in OFFICES | {"العام", "العامه", "التنفيذي", "التنفيذيه"} or i > 1:
            if fold(word) in ORGANISATIONS:
                return " ".join(words[:i]), " ".join(words[i:])
            if fold(word).startswith("ل") and (
                bare in ORGANISATIONS or "ال" + bare in ORGANISATIONS or "يسيسكو" in bare
            ):
                named = ("ال" if melted else "") + re.sub(r"^لل|^ل", "", word)
                return " ".join(words[:i]), " ".join([named, *words[i + 1 :]])
    return None
