"""The checks of a translation against its source: what is open, and what somebody waived."""

from dataclasses import dataclass, field

from ..exchange.marks import words_of
from ..models.waiver import Waiver, passage_digest
from ..prepublication.links import links_of, own_path
from ..translation_checks import Finding, Name, Pair, Row, findings
from .names import NameBook, linked_to
from .typed import paragraphs_of
from .work import DeskWork

MOST_DETAIL = Waiver._meta.get_field("detail").max_length


@dataclass(frozen=True)
class Checked:
    """A finding of a translation. passage: what a waiver knows its place by; waiver: the Waiver it has, or None."""

    finding: Finding
    passage: str
    waiver: Waiver | None = None

    @property
    def key(self):
        """What a form calls it."""
        return passage_digest("\0".join([self.finding.kind, self.finding.detail, self.passage]))[:32]


@dataclass
class Checks:
    """open, waived: lists of Checked, in the order of the kinds of checks."""

    open: list = field(default_factory=list)
    waived: list = field(default_factory=list)

    def in_row(self, key):
        return [checked for checked in self.open if checked.finding.row == key]


def checks_of(revision, book=None):
    """The Checks of a Revision against the one that it follows; without any where it follows none."""
    if revision.follows is None:
        return Checks()
    return checks_in(DeskWork(revision.follows, revision.language, revision), revision.article, book)


def checks_in(work, article, book=None):
    """The Checks of a DeskWork of `article`. book: the NameBook of its languages, where there is one already."""
    book = book or NameBook(work.source.language, work.language, linked_to(article))
    rows = [Row(unit.key, plain(unit.source), plain(unit.target)) for unit in work.units]
    pair = Pair(
        work.source.language,
        work.language,
        tuple(rows),
        source_links=links_in(work.source.body),
        links=links_in(work.target.body if work.target else ""),
        names=tuple(names_in(rows, book)),
    )
    return judged(findings(pair), rows, article, work.language)


def links_in(body):
    """The addresses that a body links to; pages of ours, however they are written, begin with a slash."""
    return tuple(own_path(url) or url for url in links_of(body))


def plain(text):
    """A text without its marks, a paragraph a line."""
    return "\n".join(map(words_of, paragraphs_of(text)))


def names_in(rows, book):
    """What the source names, as checks.Name, each once."""
    said = {}
    for row in rows:
        for name in book.find(row.source):
            said[name.known.kind, name.known.key] = name.known
    for known in said.values():
        forms = tuple(form for form, _is_ambiguous in known.source)
        yield Name(known.kind, forms, tuple(known.official), tuple(known.others), tuple(known.demonyms))


def judged(found, rows, article, language):
    """Findings parted by whether somebody waived them, as Checks."""
    passages = {row.key: passage_digest(row.source) for row in rows}
    waivers = {(w.kind, w.detail, w.passage): w for w in Waiver.objects.filter(article=article, language=language)}
    checks = Checks()
    for finding in found:
        passage = passages.get(finding.row, "")
        waiver = waivers.get((finding.kind, finding.detail[:MOST_DETAIL], passage))
        (checks.waived if waiver else checks.open).append(Checked(finding, passage, waiver))
    return checks


def waive(checked, article, language, reason, by):
    """Say that a Checked is in order, and why; a second reason takes the first one's place."""
    values = {"reason": reason, "by": by}
    return Waiver.objects.update_or_create(
        article=article,
        language=language,
        kind=checked.finding.kind,
        detail=checked.finding.detail[:MOST_DETAIL],
        passage=checked.passage,
        defaults=values,
    )[0]
