"""Whether the people and states of a story are reviewed, named in its language, and called so in its text."""

from django.utils.translation import gettext as _

from people.languages import column, listed

from ..matcher import Matcher, Name
from .items import warning

MOST_NAMED = 10
OFFICIAL, OTHER, DEMONYM = "official", "other", "demonym"


def reviewed(text):
    """People whom nobody has marked as reviewed: readers see their names as plain text."""
    for person in text.facts.people:
        if not person.is_public:
            sentence = _("“%(name)s” is still to be reviewed: the name leads to no page until then.")
            yield warning(sentence % {"name": person}, about=person)


def names(text):
    """Names that are missing in the language, said otherwise than officially, or not said at all."""
    unsaid = {"person": [], "member_state": []}
    entities = list(linked(text.facts))
    said = said_forms(entities, text)
    for number, (kind, entity) in enumerate(entities):
        official, found = entity.name_in(text.language), said.get(number, {})
        if not official:
            sentence = _("“%(name)s” has no name in this language: readers see another language’s.")
            yield warning(sentence % {"name": entity}, about=entity)
        elif OTHER in found and OFFICIAL not in found:
            sentence = _("The text says “%(found)s”; the official name is “%(name)s”.")
            yield warning(sentence % {"found": found[OTHER], "name": official}, "draft_body", entity)
        elif not found:
            unsaid[kind].append(official)
    yield from not_said(unsaid)


def not_said(unsaid):
    """One warning for the people and one for the states that a text doesn't name: {kind: names}."""
    sentences = {
        "person": _("People of the story whom the text does not name so: %(names)s."),
        "member_state": _("Member states of the story that the text does not name so: %(names)s."),
    }
    for kind, missing in unsaid.items():
        if missing:
            shown = [*missing[:MOST_NAMED], *(["…"] if len(missing) > MOST_NAMED else [])]
            yield warning(sentences[kind] % {"names": listed(shown)}, "draft_body")


def linked(facts):
    yield from (("person", person) for person in facts.people)
    yield from (("member_state", state) for state in facts.member_states)


def forms_of(entity, language):
    """(form, what it is) of each way to name `entity`: pages show its name first, a state's full name is as official.

    An adjective says enough of a state: "Tunisian" of Tunisia.
    """
    for form in (entity.name_in(language), getattr(entity, column("official_name", language), None)):
        if form:
            yield form, OFFICIAL
    for other in entity.other_names.all():
        if other.language == language:
            yield other.form, DEMONYM if getattr(other, "is_demonym", False) else OTHER


def said_forms(entities, text):
    """{number in `entities`: {what a form is: how the text says it first}}; the text is read once.

    Spellings are folded, Arabic prefixes known.
    """
    forms = [
        Name(form, kind, (number, role), text.language)
        for number, (kind, entity) in enumerate(entities)
        for form, role in forms_of(entity, text.language)
    ]
    said = {}
    for hit in Matcher(forms).find(text.words, text.language) if forms else ():
        number, role = hit.key
        said.setdefault(number, {}).setdefault(role, text.words[hit.span[0] : hit.span[1]])
    return said
