"""A person as one story speaks of them: mentions brought together, and a role taken apart."""

import re
from typing import NamedTuple

from .names import POSSESSIVE, clashes, is_short_for, name_key, same_person

MOST_MENTIONS = 500  # in one story; each is compared with all people found before


class RawMention(NamedTuple):
    """One place where a text names a person.

    start, end: the name; begin: its honorific; taken: where its role stands; needs_full_name: no person unless the
    story has the full name elsewhere.
    """

    honorific: str
    name: str
    role: str
    start: int
    end: int
    begin: int
    taken: tuple | None = None
    needs_full_name: bool = False


class PersonMention(NamedTuple):
    """A person in a story.

    honorific, name: the fullest that the story gives; role: the office in the story's own words; office, organisation:
    the role taken apart, "" where the text doesn't say; spellings: all forms of the name; spans: (start, end) of each.
    """

    honorific: str
    name: str
    role: str
    office: str
    organisation: str
    spellings: tuple
    spans: tuple


class _Group:
    """Mentions of one person while a story is read."""

    def __init__(self, mention, key):
        self.key, self.mentions = key, [mention]

    def takes(self, mention, key):
        if any(clashes(mention.honorific, m.honorific) for m in self.mentions):
            return False
        return same_person(key, self.key) or is_short_for(key, self.key) or is_short_for(self.key, key)

    def add(self, mention, key):
        self.mentions.append(mention)
        if len(key) > len(self.key):
            self.key = key


def join_mentions(raw_mentions):
    """People, from RawMentions in the order of the text: lists of RawMention, one per person, in order of appearance.

    Full names come together first; a last name alone then goes with the person nearest before it (else after it).
    """
    groups = []
    keyed = [(mention, name_key(mention.name)) for mention in raw_mentions[:MOST_MENTIONS]]
    for mention, key in sorted(keyed, key=lambda pair: (-min(len(pair[1]), 2), pair[0].start)):
        if not key:
            continue
        fitting = [group for group in groups if group.takes(mention, key)]
        exact = [group for group in fitting if same_person(key, group.key)]
        if chosen := (exact or fitting):
            _nearest(chosen, mention.start).add(mention, key)
        elif not mention.needs_full_name:
            groups.append(_Group(mention, key))
    people = [sorted(group.mentions, key=lambda m: m.start) for group in groups]
    return sorted(people, key=lambda mentions: mentions[0].start)


def _nearest(groups, position):
    def distance(group):
        return min((position - m.start if m.start <= position else 10**9 + m.start) for m in group.mentions)

    return min(groups, key=distance)


def to_person(mentions, split_role):
    """One PersonMention of the RawMentions of one person. split_role: a function role -> (office, organisation)."""
    names = [POSSESSIVE.sub("", m.name) for m in mentions]
    name = max(names, key=lambda n: (len(name_key(n)), len(n)))
    said = [m for m in mentions if m.honorific]
    honorific = max((m.honorific for m in said), key=lambda h: len(h.split()), default="")
    # The one beside the full name is the person's own; a short one may be what English calls everybody.
    beside = [m.honorific for m in said if POSSESSIVE.sub("", m.name) == name]
    honorific = max(beside, key=lambda h: len(h.split())) if beside else honorific
    role = tidy_role(next((m.role for m in mentions if m.role), ""))
    office, organisation = split_role(role) if role else ("", "")
    return PersonMention(
        honorific,
        name,
        role,
        office,
        organisation,
        tuple(dict.fromkeys(names)),
        tuple((m.start, m.end) for m in mentions),
    )


def tidy_role(role):
    """`role` without an article in front, an abbreviation of the office in brackets, and blanks at its ends."""
    role = re.sub(r"\s+", " ", role).strip(" ,")
    role = re.sub(r"^(?:the|an?|le|la|un|une|l[’'])(?:\s+|(?<=[’']))", "", role, flags=re.IGNORECASE)
    return re.sub(r"(?<=[Gg]eneral) \(DG\)|(?<=général) \(DG\)", "", role).strip()
