"""What is read around people's names in English and French: the patterns that english.py and french.py fill in."""

import re
from typing import NamedTuple

UPPER = "".join(c for c in map(chr, [*range(0x250), *range(0x1E00, 0x1F00)]) if c.isupper())
WORD = rf"(?:(?:[Aa]l|[Ee]l|[Aa][dnrst])-)?[{UPPER}][^\W\d_]*(?:[’'ʼ-](?!s\b)[^\W\d_]+)*"
INITIAL = rf"(?:[{UPPER}]\.)+"
PARTICLE = r"(?:bin|ibn|ben|bint|al|el|de|du|da|dos|van|von|der|ould|abu|abou|ag)"
SPACE = r"[ \u00a0\u202f]"
NAME = rf"(?:{INITIAL}|{WORD})(?:{SPACE}(?:{PARTICLE}{SPACE}){{0,2}}(?:{INITIAL}|{WORD})){{0,6}}"


class Grammar(NamedTuple):
    """Compiled patterns of one language; english.py shows what each finds."""

    honorific: re.Pattern  # one or more honorifics with the space after them
    office: re.Pattern  # a word for an office, in any case
    title: re.Pattern  # offices that stand right before a name, with words around them: "Tunisian President "
    body: re.Pattern  # a word for an organisation, a building, an event: what ends in it is no person
    not_name: frozenset  # capital words that are no names
    opens_role: re.Pattern  # how a role may begin
    cuts_role: re.Pattern  # what can't belong to a role any more
    continues_role: re.Pattern  # what goes on after a comma: "Higher Education, Scientific Research and Innovation"
    before_name: re.Pattern  # an office at the end of the words before an honorific
    possessive: re.Pattern  # "Austria’s Deputy Minister": holder and office
    of: re.Pattern  # "Chairman of the …": office and organisation


def alternatives(text):
    """Words given with slashes as a pattern that finds the longest of them."""
    return "|".join(sorted(text.split("/"), key=len, reverse=True))


MONTHS_AND_DAYS = (
    "january february march april may june july august september october november december monday tuesday wednesday "
    "thursday "
    "friday saturday sunday janvier février mars avril mai juin juillet août septembre octobre novembre décembre "
    "lundi mardi "
    "mercredi jeudi vendredi samedi dimanche"
)
