"""People named in English and French texts: an honorific or an office beside a name in capital letters."""

import re

from ..matcher import folded_words
from .english import ENGLISH
from .french import FRENCH
from .grammar import INITIAL, NAME, SPACE, WORD
from .mentions import RawMention
from .titles import ORGANISATION

GRAMMARS = {"en": ENGLISH, "fr": FRENCH}
NAMES = re.compile(NAME)
NAME_PART = re.compile(rf"{INITIAL}|{WORD}|\S+")
ROYAL = re.compile(
    r"king|queen|prince|princess|sheikh|sultan|emir|president|roi|reine|cheikh|émir|président|majest", re.IGNORECASE
)
ROLE_WINDOW = 300  # characters after a name in which its role ends
BEFORE_WINDOW = 160
ACRONYM = re.compile(r"[A-Z]{2,}")
# An organisation whose name is a list, up to its acronym: "… Scientific and Cultural Organization (ABCDO)".
LISTED_BODY = re.compile(
    r"(?:[A-Z][\w’'-]*|of|and|for|the|on|in)(?:,? (?:[A-Z][\w’'-]*|of|and|for|the|on|in))* \([A-Z]{2,}\)"
)
COMMA = "\ue000"  # stands for a comma that parts no roles


def find_people(text, language, not_people=frozenset()):
    """The people that `text` ("en" or "fr") names with an honorific or an office: RawMention in the order of the text.

    not_people: folded words (tuples) of what is no person: states, places, sectors.
    """
    grammar = GRAMMARS[language]
    mentions = _with_honorific(text, grammar, not_people)
    mentions += _with_title(text, grammar, not_people, mentions)
    mentions.sort(key=lambda m: m.start)
    mentions = _with_roles(text, grammar, mentions)
    taken = [span for m in mentions for span in (m.taken, (m.start, m.end)) if span]
    mentions += _with_role_only(text, grammar, not_people, taken)
    return sorted(mentions, key=lambda m: m.start)


def _with_honorific(text, grammar, not_people):
    found = []
    for match in grammar.honorific.finditer(text):
        honorific = match[0].strip()
        title = grammar.title.match(text, match.end())
        begin = title.end() if title and _is_plain_title(title[0], grammar) else match.end()
        name = NAMES.match(text, begin)
        span = name and _name_span(text, name.span(), grammar, not_people, honorific)
        if not span and begin != match.end():
            begin, name = match.end(), NAMES.match(text, match.end())
            span = name and _name_span(text, name.span(), grammar, not_people, honorific)
        if span:
            role = text[match.end() : begin].strip()
            found.append(RawMention(_without_article(honorific), text[slice(*span)], role, *span, match.start()))
    return found


def _without_article(honorific):
    return re.sub(r"\s+(?:the|le|la|l[’'])$", "", honorific)


def _is_plain_title(title, grammar):
    """Whether `title` is an office with at most two words before it, none of them part of a name's own title."""
    return len(title.split()) <= 3 and not grammar.honorific.fullmatch(title)


def _with_title(text, grammar, not_people, mentions):
    """Names right after an office: "President Kaïs Saïed". One name is enough for a head of state only."""
    found = []
    for match in grammar.title.finditer(text):
        name = NAMES.match(text, match.end())
        if not name or _overlaps(mentions, match.start(), name.end()) or grammar.honorific.fullmatch(match[0]):
            continue
        span = _name_span(text, name.span(), grammar, not_people, "")
        if span and (len(text[slice(*span)].split()) > 1 or ROYAL.search(match[0])):
            words = match[0].split()
            honorific, role = (match[0].strip(), "") if len(words) == 1 else ("", match[0].strip())
            found.append(RawMention(honorific, text[slice(*span)], role, *span, match.start()))
    return found


def _with_roles(text, grammar, mentions):
    """The mentions with the role that stands before or after each; what one has taken, no other gets."""
    found, taken_to = [], 0
    for mention in mentions:
        role, taken = mention.role, None
        if not role:
            role, taken = _role_before(text, grammar, mention, taken_to)
        if not taken and " " not in role:
            after, taken = _role_after(text, grammar, mention.end)
            role = after or role
        taken_to = max(taken[1] if taken else 0, mention.end)
        found.append(mention._replace(role=role, taken=taken))
    return found


def _with_role_only(text, grammar, not_people, taken):
    """Names without an honorific that an office follows: "Faizah Alaoui, Education Sector Expert"."""
    found = []
    for match in NAMES.finditer(text):
        span = _name_span(text, match.span(), grammar, not_people, "")
        if not span or span[1] != match.end() or any(start < span[1] and span[0] < end for start, end in taken):
            continue
        words = text[slice(*span)].split()
        if not 2 <= len(words) <= 5 or any(ACRONYM.fullmatch(word) for word in words[:-1]):
            continue
        role, role_span = _role_after(text, grammar, span[1], furthest_office=45)
        if role:
            found.append(RawMention("", text[slice(*span)], role, *span, span[0], role_span))
            taken.append(role_span)
    return found


def _name_span(text, span, grammar, not_people, honorific):
    """Where the name in `span` ends before words that are no names: (start, end), or None for what is no person."""
    start, end = span[0], span[0]
    first_allowed = bool(honorific)
    for part in NAME_PART.finditer(text, *span):
        word = part[0]
        if grammar.body.fullmatch(word):
            if not honorific or ROYAL.search(honorific):
                return None
            break
        if grammar.office.fullmatch(word) or (word.lower().rstrip(".") in grammar.not_name and not first_allowed):
            if end == start and not honorific:
                return None
            break
        first_allowed, end = False, part.end()
    name = text[start:end].rstrip()
    if name.endswith(".") and not re.search(rf"{SPACE}{INITIAL}$", name):
        name = name.rstrip(".")
    folded = folded_words(name)
    if (
        not any(len(word) > 1 for word in folded)
        or folded in not_people
        or any(folded[:n] in not_people for n in (1, 2, 3) if not honorific)
    ):
        return None
    return start, start + len(name)


def _role_before(text, grammar, mention, taken_to):
    """The office right before the honorific: (role, span), "the Tunisian Minister of Education, Mr. …"."""
    begin = max(mention.begin - BEFORE_WINDOW, taken_to)
    window = text[begin : mention.begin]
    sentence = max(window.rfind(stop) for stop in (". ", "\n", "; ", ": ")) + 1
    match = grammar.before_name.search(window[sentence:])
    if not match:
        return "", None
    role = match[0].strip(" \u00a0,\n")
    for article in (" the", " le", " la", " l’", " l'"):
        role = role.removesuffix(article).rstrip(" ,")
    return role, (begin + sentence + match.start(), mention.begin)


def _role_after(text, grammar, end, furthest_office=80):
    """The role that stands after a name, as (role, span in the text), or ("", None)."""
    window = text[end : end + ROLE_WINDOW]
    opening = re.match(r"\s*,\s+|\s+\(", window)
    if not opening:
        return "", None
    if "(" in opening[0]:
        said = window[opening.end() :].split(")")[0]
        said = said if len(said) < 150 else ""
    else:
        said = _up_to_its_end(window[opening.end() :], grammar)
    office = grammar.office.search(said.split(COMMA)[0].split(",")[0])
    names_another = (again := grammar.honorific.match(said)) and NAMES.match(said, again.end())
    if not office or office.start() > furthest_office or not grammar.opens_role.match(said) or names_another:
        return "", None
    role = said.replace(COMMA, ",").strip()
    begin = end + opening.end()
    return role, (begin, begin + len(said))


def _up_to_its_end(window, grammar):
    """`window` up to where the role at its beginning ends; commas inside the role are COMMA."""
    for pattern in (ORGANISATION, LISTED_BODY):
        window = pattern.sub(lambda m: m[0].replace(",", COMMA), window)
    if cut := grammar.cuts_role.search(window):
        window = window[: cut.start()]
    segments = window.split(",")
    role, rest = segments[0], segments[1:]
    while rest and _goes_on(rest, grammar):
        role += COMMA + rest.pop(0)
    return role


def _goes_on(rest, grammar):
    """Whether the next segments after a comma end a list inside a role: "Scientific Research and Innovation"."""
    for i, segment in enumerate(rest[:3]):
        if (
            not grammar.continues_role.fullmatch(segment)
            or grammar.office.search(segment)
            or grammar.honorific.search(segment)
        ):
            return False
        if re.search(r"\b(?:and|et)\b|&", segment):
            following = rest[i + 1] if i + 1 < len(rest) else ""
            return not grammar.office.search(following[:45])
    return False


def _overlaps(mentions, start, end):
    return any(m.begin < end and start < m.end for m in mentions)
