"""Whether the translation calls people, states, sectors and terms as it should."""

from django.utils.translation import gettext as _

from icesco.text.stemming import stem

from ..matcher import Matcher, folded_words
from ..matcher import Name as Form
from .items import Finding

OFFICIAL, OTHER, DEMONYM = "official", "other", "demonym"
NEVER_MISSED = ("tag",)  # a text need not say its tag


def check(pair):
    """Findings for names of the source that the translation says otherwise than officially, or not at all."""
    source = "\n\n".join(row.source for row in pair.rows)
    target = "\n\n".join(row.target for row in pair.rows)
    named = said(pair.names, source, pair.source_language, source_forms)
    found = said(pair.names, target, pair.language, forms_of)
    stems = stems_of(target, pair.language)
    for number, name in enumerate(pair.names):
        roles = found.get(number, {})
        if number not in named or not name.official or OFFICIAL in roles or DEMONYM in roles:
            continue
        if name.kind == "term" and any(stems_of(form, pair.language) in stems for form in name.official):
            continue
        if OTHER in roles and name.kind == "sector" and OFFICIAL not in named[number]:
            continue  # neither text means the sector by its name: "the General Directorate"
        if OTHER in roles:
            sentence = _("The text says “%(found)s”; the official name is “%(name)s”.")
            words = {"found": roles[OTHER], "name": name.official[0]}
        elif name.kind not in NEVER_MISSED:
            sentence = _("“%(source)s” is not found in the translation; the official name is “%(name)s”.")
            words = {"source": next(iter(named[number].values())), "name": name.official[0]}
        else:
            continue
        yield Finding("names", f"{name.kind} {name.source[0]}", sentence % words)


def source_forms(name):
    """(form, what it is) of each way in which the source may call `name`."""
    yield from ((form, OTHER if number else OFFICIAL) for number, form in enumerate(name.source))


def forms_of(name):
    """(form, what it is) of each way in which the translation may call `name`."""
    yield from ((form, OFFICIAL) for form in name.official)
    for form in name.others:
        # "King Mohammed VI" has the official name in it.
        yield form, OFFICIAL if any(is_within(official, form) for official in name.official) else OTHER
    yield from ((form, DEMONYM) for form in name.demonyms)


def is_within(form, longer):
    return f" {' '.join(folded_words(form))} " in f" {' '.join(folded_words(longer))} "


def said(names, text, language, forms):
    """{number in `names`: {what a form is: how the text says it first}}; the text is read once."""
    known = [
        Form(form, name.kind, (number, role), language)
        for number, name in enumerate(names)
        for form, role in forms(name)
    ]
    found = {}
    for hit in Matcher(known).find(text, language) if known else ():
        number, role = hit.key
        found.setdefault(number, {}).setdefault(role, text[hit.span[0] : hit.span[1]])
    return found


def stems_of(text, language):
    """The stems of a text's words in one str, so that a term's are found in it in the plural, too."""
    return " " + " ".join(stem(word, language) for word in folded_words(text)) + " "
