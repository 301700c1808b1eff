"""Names of people, states, sectors and tags, kept apart from stories: who is renamed is found at once in all of theirs.

A question's words lead to subjects here, and a story's entry knows its subjects by key: see words.subject_word().
"""

from django.db import transaction
from django.db.models import Count, Q, Window

from icesco.text.analysis import stems
from people.languages import LANGUAGES
from people.models import MemberState, Person, Sector

from ..models import NameEntry, Tag

KINDS = {Sector: "sector", MemberState: "member_state", Person: "person", Tag: "tag"}
# For all words of a question together: those whose names have most of its words come first.
MOST_SUBJECTS = 30
MOST_ROWS = 600


def names_in(subject, language):
    """The names by which a page in `language` finds a sector, state, person or tag: a set of str.

    Names of an entity are public in all languages, a tag's label only in its own. Forms that may mean something else
    don't count.
    """
    if isinstance(subject, Tag):
        return {subject.label_in(language)} - {""}
    others = subject.other_names.filter(is_ambiguous=False).values_list("form", flat=True)
    return {*filter(None, map(subject.name_in, LANGUAGES)), *others}


@transaction.atomic
def write_names(subject):
    """Bring the rows of a sector, state, person or tag in step with its names."""
    remove_names(subject)
    NameEntry.objects.bulk_create(name_rows(subject))


def remove_names(subject):
    NameEntry.objects.filter(kind=KINDS[type(subject)], subject=subject.pk).delete()


def name_rows(subject):
    """The NameEntry rows, unsaved, that a subject should have."""
    rows = []
    for language in LANGUAGES:
        for name in {tuple(stems(name, language)) for name in names_in(subject, language)}:
            rows += [
                NameEntry(
                    language=language,
                    kind=KINDS[type(subject)],
                    subject=subject.pk,
                    stem=stem,
                    stems=" ".join(name),
                )
                for stem in dict.fromkeys(name)
            ]
    return rows


def named_subjects(terms):
    """Which subjects each term may mean. One query.

    terms: {language: terms}, each term a tuple of stems, a phrase when there are several. Returns
    {(language, term): [(kind, key), …]}; at most MOST_SUBJECTS subjects for a language, those first that have most of
    the words.
    """
    wanted = Q(pk__in=[])
    for language, phrases in terms.items():
        wanted |= Q(language=language, stem__in={stem for phrase in phrases for stem in phrase})
    same_subject = Window(Count("pk"), partition_by=["language", "kind", "subject"])
    rows = NameEntry.objects.filter(wanted).annotate(weight=same_subject).order_by("-weight", "kind", "subject", "pk")
    found, known = {}, {}
    for language, kind, pk, name in rows.values_list("language", "kind", "subject", "stems")[:MOST_ROWS]:
        subjects = known.setdefault(language, {})
        if len(subjects) < MOST_SUBJECTS or (kind, pk) in subjects:
            subjects[kind, pk] = True
            for phrase in terms[language]:
                if f" {' '.join(phrase)} " in f" {name} ":
                    found.setdefault((language, phrase), {})[kind, pk] = True
    return {key: list(subjects) for key, subjects in found.items()}
