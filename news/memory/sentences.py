"""Sentences of a plain text in Arabic, English or French, as they are translated one by one."""

import re

# A stop, what closes behind it (in French after a blank), and the white space that parts it from what comes next.
STOP = re.compile(r"([.!?؟…]+)([\"'’”»)\]\u200e\u200f\u061c\u2069]|[ \u00a0\u202f]»)*[^\S\n]+|[^\S\n]*\n\s*")
LAST_WORD = re.compile(r"[^\s\"'“”‘’«»()\[\]\u200e\u200f\u061c\u2066-\u2069]+$")
# H.E., S.E., U.N., J., J.-P., أ.د.
INITIALS = re.compile(r"(?:[^\W\d_]\.-?)*[^\W\d_]")
# What opens a sentence comes before its first letter.
OPENING = re.compile(r"[\s\"'“‘«(\[\u200e\u200f\u061c\u2066-\u2068–—-]*")
NUMBER = re.compile(r"\W*(?:\d{1,3}|[IVXL]{1,5})")

# Before a name or a number, so never at the end of a sentence; lower case.
BEFORE_A_NAME = {
    "ar": {"د", "أ", "ا", "م", "ص", "ب", "أ.د", "ا.د", "د.ة", "ط"},
    "en": {"dr", "mr", "mrs", "ms", "messrs", "prof", "st", "gen", "col", "capt", "lt", "sgt", "hon", "rev", "amb",
           "sen", "gov", "pres", "vs", "cf", "e.g", "i.e"},
    "fr": {"m", "mm", "mme", "mmes", "mlle", "mlles", "me", "dr", "drs", "pr", "prs", "prof", "st", "ste", "mgr",
           "gal", "gén", "col", "cf", "p. ex", "ex"},
}  # fmt: skip
# Before a number only: "No. 5" goes on, "he said no." ends.
BEFORE_A_NUMBER = {
    "no", "nos", "vol", "art", "ch", "chap", "fig", "pp", "n", "al", "env", "éd", "jan", "feb", "mar", "apr", "jun",
    "jul", "aug", "sep", "sept", "oct", "nov", "dec", "janv", "févr", "juil", "déc",
}  # fmt: skip


def sentences(text, language):
    """The sentences of `text`, each with the white space behind it: joined they are `text` again.

    A new line ends a sentence. A colon, a semicolon and ؛ don't, for translators part those as they like. A stop
    doesn't where a small letter follows, nor the one of an abbreviation, of initials, of a number in a list.
    """
    found, start = [], 0
    for stop in STOP.finditer(text):
        if ends_sentence(text, start, stop, language):
            found.append(text[start : stop.end()])
            start = stop.end()
    if start < len(text):
        found.append(text[start:])
    return found


def ends_sentence(text, start, stop, language):
    """Whether the match `stop` of STOP ends the sentence of `text` that began at `start`."""
    signs = stop[1]
    if signs is None:
        return True
    follows = text[OPENING.match(text, stop.end()).end() :][:1]
    if not follows or follows.islower() or follows in "»”":
        return not follows
    if signs in ("…", "...") and not follows.isupper():
        return False  # in Arabic nobody can tell whether the sentence goes on
    if signs != ".":
        return True
    before = text[start : stop.start()]
    return not (NUMBER.fullmatch(before) or is_abbreviation(before, follows, language))


def is_abbreviation(before, follows, language):
    """Whether the stop behind the text `before` belongs to its last word; follows: the next letter or digit."""
    found = LAST_WORD.search(before[-40:])
    word = found[0] if found else ""
    if INITIALS.fullmatch(word) or word.lower() in BEFORE_A_NAME[language]:
        return True
    return word.lower() in BEFORE_A_NUMBER and follows.isdigit()
