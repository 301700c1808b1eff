"""The rows of the translation desk: a passage of the source with what helps to translate it."""

from dataclasses import dataclass, field
from html import unescape

from django.utils.translation import gettext_lazy as _

from ..differences import SAME, differences
from ..exchange.marks import OPEN, SINGLE, Mark
from ..memory.alignment import LONGEST_BLOCK, Block, block_sentences
from ..memory.matches import matches_for
from ..prepublication.links import HREF
from .checking import plain
from .typed import mark_name

KINDS = {
    "title": _("Title"),
    "summary": _("Summary"),
    "lead_alt": _("Alt text of the lead picture"),
    "lead_caption": _("Caption of the lead picture"),
    "heading": _("Heading"),
    "list-item": _("Entry of a list"),
    "quotation": _("Quotation"),
    "caption": _("Caption"),
    "alt-text": _("Alt text"),
    "paragraph": _("Paragraph"),
    "own": _("Only in the translation"),
}
TAGS = {
    "strong": _("bold"),
    "em": _("italic"),
    "a": _("link"),
    "br": _("line break"),
    "img": _("picture"),
    "sub": _("subscript"),
    "sup": _("superscript"),
}
WORDS, MARK, NAME = "words", "mark", "name"


@dataclass(frozen=True)
class Piece:
    """A bit of the source as it is shown. kind: WORDS, MARK or NAME; official: of a name, in the target language."""

    kind: str
    text: str
    official: str = ""


@dataclass
class Row:
    """One passage.

    pieces: the source; change: Pieces of what changed in it since the translation was made (or []); is_new: the source
    had no such passage then. marks: (as typed, closing one or "", what it is); names: (said, official), each once;
    matches: of the memory; checks: open Checked.
    """

    unit: object
    label: str
    pieces: list = field(default_factory=list)
    change: list = field(default_factory=list)
    is_new: bool = False
    marks: list = field(default_factory=list)
    names: list = field(default_factory=list)
    matches: list = field(default_factory=list)
    checks: list = field(default_factory=list)
    bound: object = None

    @property
    def is_own(self):
        return not self.unit.source


def rows_of(work, book, checks, form):
    """The Rows of a DeskWork. Three queries for the memory, whatever their number."""
    asked = {unit.key: texts_to_look_up(unit, work.source.language) for unit in work.units}
    wanted = list(dict.fromkeys(text for texts in asked.values() for text in texts))
    matches = matches_for(wanted, work.source.language, work.language, work.source.article_id)
    return [row_of(unit, work, book, checks, form, [matches[text] for text in asked[unit.key]]) for unit in work.units]


def row_of(unit, work, book, checks, form, matches):
    said = book.find(plain(unit.source))
    row = Row(unit, KINDS.get(unit.kind, unit.kind), pieces_of(unit, book))
    row.names = list(dict.fromkeys((plain(unit.source)[name.start : name.end], name.official) for name in said))
    row.marks = [described(key, tag) for key, tag in {**unit.tags, **unit.target_tags}.items()]
    row.matches = list({match.target_text: match for found in matches for match in found}.values())
    row.checks, row.bound = checks.in_row(unit.key), form.passage(unit.key)
    row.is_new, row.change = change_of(unit, work)
    return row


def change_of(unit, work):
    """(whether the source had no such passage, what changed in it) since the revision that the translation follows."""
    follows = work.target and work.target.follows
    if not unit.source or not follows or follows.pk == work.source.pk or follows.language != work.source.language:
        return False, []
    now = plain(unit.source)
    before = before_of(unit, work, follows)
    if before is None:
        return True, []
    found = [piece for pieces in differences(before, now) for piece in pieces]
    return False, found if any(piece.kind != SAME for piece in found) else []


def before_of(unit, work, follows):
    kind, _dot, number = unit.key.partition(".")
    if kind == "body":
        return work.before(int(number) - 1)
    return getattr(follows, unit.key, plain(unit.source))


def texts_to_look_up(unit, language):
    """The passage as a whole and its sentences: what the memory is asked for."""
    text = plain(unit.source)
    parts = block_sentences(Block(unit.kind, text), language)
    whole = [text] if len(parts) > 1 and len(text) <= LONGEST_BLOCK else []
    return [*whole, *parts]


def pieces_of(unit, book):
    """The source of a unit as Pieces: names marked in the words between its marks."""
    found = []
    for part in unit.source:
        if isinstance(part, Mark):
            found.append(Piece(MARK, mark_name(part)))
        else:
            found += named_pieces(part, book)
    return found


def named_pieces(text, book):
    end = 0
    for name in book.find(text):
        if name.start > end:
            yield Piece(WORDS, text[end : name.start])
        yield Piece(NAME, text[name.start : name.end], name.official)
        end = name.end
    if end < len(text):
        yield Piece(WORDS, text[end:])


def described(key, tag):
    """(opening mark, closing mark or "", what the tag is, where a link leads or "")."""
    opening = mark_name(Mark(OPEN if tag.is_pair else SINGLE, key))
    closing = f"{{/{key}}}" if tag.is_pair else ""
    return opening, closing, TAGS.get(tag.name, tag.name), href_of(tag)


def href_of(tag):
    found = HREF.match(tag.markup) if tag.name == "a" else None
    return unescape(found[1]) if found else ""
