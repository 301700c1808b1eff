"""The names that a source says, with the official ones in the language it is translated into."""

from dataclasses import dataclass, field
from typing import NamedTuple

from icesco.text.folding import fold
from people.languages import column
from people.models import MemberState, MemberStateName, Person, PersonName, Sector, SectorName

from ..matcher import Matcher, Name
from ..models import Tag, Term


@dataclass
class Known:
    """Somebody or something with names. source: [(form, is_ambiguous)]; official: the target's, the usual one first."""

    kind: str
    key: int
    source: list = field(default_factory=list)
    official: list = field(default_factory=list)
    others: list = field(default_factory=list)
    demonyms: list = field(default_factory=list)


class Said(NamedTuple):
    """A name found: text[start:end]; `official`: the one in the target language, "" where it has none."""

    kind: str
    start: int
    end: int
    official: str
    known: Known


class NameBook:
    """All people, member states, sectors, tags and terms, to be found in texts of `source_language`.

    Eight queries, made once. linked: (kind, key) of what the story is linked to: there an ambiguous form is sure.
    """

    def __init__(self, source_language, language, linked=()):
        self.source_language, self.language, self.linked = source_language, language, set(linked)
        self.known = {(known.kind, known.key): known for known in self.read()}
        self.matcher = Matcher(
            Name(form, known.kind, key, source_language, is_ambiguous)
            for key, known in self.known.items()
            for form, is_ambiguous in known.source
        )

    def read(self):
        yield from self.entities("member_state", MemberState, MemberStateName, ("name", "official_name"))
        yield from self.entities("sector", Sector, SectorName, ("name",))
        yield from self.entities("person", Person.objects.reviewed(), PersonName, ("name",))
        yield from self.entities("tag", Tag, None, ("label",))
        for term in Term.objects.all():
            known = Known("term", term.pk)
            known.source = [(form, False) for form in term.forms_in(self.source_language)]
            known.official = term.forms_in(self.language)
            yield known

    def entities(self, kind, model, name_model, fields):
        """The Knowns of one model: `fields` are its translated names, the usual one first."""
        rows = model if not isinstance(model, type) else model.objects
        wanted = [column(name, language) for name in fields for language in (self.source_language, self.language)]
        found = {}
        for row in rows.values("pk", *wanted):
            known = found[row["pk"]] = Known(kind, row["pk"])
            known.source = [(form, False) for name in fields if (form := row[column(name, self.source_language)])]
            known.official = [form for name in fields if (form := row[column(name, self.language)])]
        if name_model:
            self.add_other_names(found, name_model, f"{kind}_id")
        return found.values()

    def add_other_names(self, found, name_model, owner):
        others = name_model.objects.filter(language__in=[self.source_language, self.language])
        for other in others:
            known = found.get(getattr(other, owner))
            if known is None:
                continue
            is_demonym = getattr(other, "is_demonym", False)
            if other.language == self.language:
                (known.demonyms if is_demonym else known.others).append(other.form)
            elif not is_demonym:
                known.source = [form for form in known.source if fold(form[0]) != fold(other.form)]
                known.source.append((other.form, other.is_ambiguous))

    def find(self, text):
        """What `text`, in the source's language, names: a list of Said in its order, no two of them overlapping."""
        found, end = [], 0
        for hit in self.matcher.find(text, self.source_language):
            known = self.known[hit.key]
            is_sure = not hit.is_ambiguous or hit.key in self.linked
            if is_sure and hit.span[0] >= end:
                end = hit.span[1]
                found.append(Said(hit.kind, *hit.span, known.official[0] if known.official else "", known))
        return found


def linked_to(article):
    """(kind, key) of the people, states, sectors and tags of a story; four queries."""
    if article.pk is None:
        return []
    yield from (("person", key) for key in article.appearances.values_list("person_id", flat=True))
    for kind, entities in (
        ("member_state", article.member_states),
        ("sector", article.sectors),
        ("tag", article.tags),
    ):
        yield from ((kind, key) for key in entities.values_list("pk", flat=True))
