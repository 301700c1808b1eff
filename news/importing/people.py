"""Which person of the database a mention in a story means; people that nobody knows yet are made, not public."""

from collections import defaultdict
from typing import NamedTuple

from icesco.text.characters import without_invisible
from people.languages import LANGUAGES, column
from people.models import Person, PersonName

from ..listing.names import clashes, is_short_for, name_key, same_person
from ..matcher import folded_words

MAX_LENGTH = {"honorific": 60, "name": 200, "office": 250, "organisation": 250, "role": 250}


class Identified(NamedTuple):
    """person: the Person meant, or None; is_new: made just now; maybe: people of whom one may be meant."""

    person: Person | None
    is_new: bool
    maybe: list


class KnownPeople:
    """All people by their names in every language and spelling; those made while importing join them."""

    def __init__(self):
        self._people = {}
        self._keys = defaultdict(set)  # primary key -> name keys
        self._by_part = defaultdict(set)  # first or last word of a name -> primary keys
        self._honorifics = defaultdict(set)
        for person in Person.objects.all():
            self._add(person)
        for person_id, form in PersonName.objects.values_list("person_id", "form"):
            self._add_name(person_id, form)

    def _add(self, person):
        self._people[person.pk] = person
        for language in LANGUAGES:
            self._add_name(person.pk, person.name_in(language))
            self._honorifics[person.pk].add(folded_words(getattr(person, column("honorific", language)) or ""))

    def _add_name(self, person_id, form):
        if key := name_key(form):
            self._keys[person_id].add(key)
            self._by_part[key[0]].add(person_id)
            self._by_part[key[-1]].add(person_id)
            self._by_part["".join(key)].add(person_id)

    def identify(self, mention, language):
        """Who `mention` (a PersonMention) means: Identified. Makes a person whom nobody else can be."""
        return self.look_up(mention) or Identified(self._make(mention, language), True, [])

    def look_up(self, mention):
        """Who `mention` means: Identified, or None when it can be nobody known.

        A full name means the one person who has it. A last name alone means the one person who has it with the same
        honorific; with another honorific, or where several may be meant, they are only proposed.
        """
        found = self._with_name(mention)
        if len(found) == 1:
            return Identified(self._people[found[0]], False, [])
        if found:
            return Identified(None, False, [self._people[pk] for pk in found])
        if len(name_key(mention.name)) == 1:
            maybe = self._with_last_name(mention)
            same = [pk for pk in maybe if folded_words(mention.honorific) in self._honorifics[pk]]
            if len(maybe) == 1 and same:
                return Identified(self._people[same[0]], False, [])
            if maybe:
                return Identified(None, False, [self._people[pk] for pk in maybe])
        return None

    def _with_name(self, mention):
        """Primary keys of the people who have one of the mention's spellings as a full name."""
        keys = {key for key in map(name_key, mention.spellings) if len(key) > 1 or key == name_key(mention.name)}
        near = {pk for key in keys for part in (key[0], key[-1], "".join(key)) for pk in self._by_part[part]}
        return sorted(
            pk
            for pk in near
            if any(same_person(key, known) for key in keys for known in self._keys[pk])
            and not self._clashes(pk, mention)
        )

    def _with_last_name(self, mention):
        key = name_key(mention.name)
        return sorted(
            pk
            for pk in self._by_part[key[-1]]
            if any(is_short_for(key, known) and known[-1] == key[-1] for known in self._keys[pk])
            and not self._clashes(pk, mention)
        )

    def _clashes(self, pk, mention):
        return any(clashes(" ".join(known), mention.honorific) for known in self._honorifics[pk])

    def _make(self, mention, language):
        """A person as the story tells of them, in its language only, not public until somebody has reviewed them."""
        person = Person(is_public=False)
        for field in ("honorific", "name", "office", "organisation"):
            setattr(person, column(field, language), shortened(getattr(mention, field), MAX_LENGTH[field]) or None)
        person.save()
        own = folded_words(mention.name)
        for spelling in mention.spellings:
            if len(name_key(spelling)) > 1 and folded_words(spelling) != own:
                PersonName.objects.get_or_create(person=person, language=language, form=spelling[: MAX_LENGTH["name"]])
        self._add(person)
        for spelling in mention.spellings:
            if len(name_key(spelling)) > 1:
                self._add_name(person.pk, spelling)
        return person


def shortened(text, most):
    """`text` in at most `most` characters, cut between words, with … where something was cut."""
    text = without_invisible(text).strip()
    if len(text) <= most:
        return text
    return text[: most - 1].rsplit(" ", 1)[0].rstrip(" ,،;") + "…"
