"""Whether the people and states of a story are reviewed, named in its language, and called so in its text."""

from django.utils.translation import gettext as _

from people.languages import listed

from ..matcher import Matcher, Name
from .items import warning

MOST_NAMED = 10


def reviewed(text):
    """People whom nobody has marked as reviewed: readers see their names as plain text."""
    for person in text.facts.people:
        if not person.is_public:
            sentence = _("“%(name)s” is still to be reviewed: the name leads to no page until then.")
            yield warning(sentence % {"name": person}, about=person)


def names(text):
    """Names that are missing in the language, said otherwise than officially, or not said at all."""
    unsaid = {"person": [], "member_state": []}
    for kind, entity in linked(text.facts):
        official = official_forms(entity, text.language)
        if not official:
            sentence = _("“%(name)s” has no name in this language: readers see another language’s.")
            yield warning(sentence % {"name": entity}, about=entity)
        elif not find(kind, official, text):
            other = find(kind, other_forms(entity, text.language), text)
            if other:
                sentence = _("The text says “%(found)s”; the official name is “%(name)s”.")
                yield warning(sentence % {"found": other, "name": official[0]}, "draft_body", entity)
            elif not find(kind, demonyms(entity, text.language), text):
                unsaid[kind].append(official[0])
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


def official_forms(entity, language):
    """The name that pages show first; a state's full name is as official."""
    full = getattr(entity, f"official_name_{language}", None)
    return [form for form in (entity.name_in(language), full) if form]


def other_forms(entity, language):
    return [o.form for o in entity.other_names.all() if o.language == language and not is_demonym(o)]


def demonyms(entity, language):
    """Adjectives and nouns for a state's people: "Tunisian" says enough of Tunisia."""
    return [o.form for o in entity.other_names.all() if o.language == language and is_demonym(o)]


def is_demonym(name):
    return getattr(name, "is_demonym", False)


def find(kind, forms, text):
    """What the text says of `forms` first, as it stands there, or ''. Spellings are folded, Arabic prefixes known."""
    if not forms:
        return ""
    matcher = Matcher([Name(form, kind, "it", text.language) for form in forms])
    hits = matcher.find(text.words, text.language)
    return text.words[hits[0].span[0] : hits[0].span[1]] if hits else ""
