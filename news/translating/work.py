"""A translation at the desk: the exchange's Work, whose passages keep their translations when the source changes."""

import re
from functools import cached_property
from itertools import groupby

from ..exchange.marks import to_html, words_of
from ..exchange.template import HTML_TAG, VOID, cut
from ..exchange.work import LINES, Unit, Work, keyed
from ..models import Revision
from .pairing import pair_languages, pair_versions
from .typed import in_one_line, paragraphs_of

SPLIT = {"p", "li"}  # blocks that an empty line in a field parts in two
AROUND = {"li": "<ul><li>", "h2": "<h2>", "h3": "<h3>"}
CLOSED = re.compile(r"<(\w+)>")


class DeskWork(Work):
    """As Work; `target` may be an unsaved Revision.

    Passages that only the translation has are units of their own, without a source: nothing of it is dropped unless
    somebody empties the field. They are kept even where the body takes over the layout of the source.
    """

    @cached_property
    def followed(self):
        """The body that the translation was made from, cut; the source's where that isn't known."""
        follows = self.target and self.target.follows
        is_older = follows and follows.language == self.source.language and follows.body != self.source.body
        return cut(follows.body) if is_older else self.template

    @cached_property
    def versions(self):
        """{index of a segment of the source: index in what was followed}."""
        return pair_versions(passages(self.followed), passages(self.template))

    @cached_property
    def pairs(self):
        """{index of a segment of the source: index of its translation}."""
        if self.there is None:
            return {}
        pairs = pair_languages(described(self.followed), described(self.there))
        return {index: pairs[older] for index, older in self.versions.items() if older in pairs}

    def before(self, index):
        """What segment `index` of the source said in what the translation follows; None where it was not there."""
        older = self.versions.get(index)
        return None if older is None else passages(self.followed)[older]

    def is_laid_out_alike(self):
        count = len(self.template.segments)
        return super().is_laid_out_alike() and self.pairs == {index: index for index in range(count)}

    def segment_there(self, index):
        there = self.pairs.get(index)
        return None if there is None else self.there.segments[there]

    def alt_there(self, index):
        if self.theirs or self.there is None:
            return super().alt_there(index)
        alts = dict(zip(self.there.pictures, self.there.alts, strict=True))
        return alts.get(self.template.pictures[index], "")

    def lines(self):
        """As those of Work, and what only the translation has."""
        units = {unit.key: unit for unit in super().lines()}
        for word in LINES:
            if word not in units and self.target and (text := getattr(self.target, word)):
                most = Revision._meta.get_field(word).max_length
                units[word] = Unit(word, word, (), (text,), most=most)
        return [units[word] for word in LINES if word in units]

    def segments(self):
        own = {position: list(group) for position, group in groupby(self.own_passages, key=lambda passage: passage[0])}
        yield from map(own_unit, own.get(-1, ()))
        for index, unit in enumerate(super().segments()):
            yield unit
            yield from map(own_unit, own.get(index, ()))

    @cached_property
    def own_passages(self):
        """(index of the source's segment it stands after, or -1; its own index; Segment) of what the source hasn't."""
        if self.there is None:
            return []
        partner, position = {there: index for index, there in self.pairs.items()}, -1
        found = []
        for there, segment in enumerate(self.there.segments):
            if there in partner:
                position = partner[there]
            else:
                found.append((position, len(self.template.segments) + len(found), segment))
        return sorted(found, key=lambda passage: passage[:2])

    # Back again

    def passage(self, unit, text):
        """The HTML of one passage; one that an empty line parts is several."""
        tags = {**unit.tags, **unit.target_tags}
        block = self.block_of(unit)
        joint = f"</{block}><{block}>" if block in SPLIT else " "
        return joint.join(to_html(part, tags) for part in paragraphs_of(text))

    def block_of(self, unit):
        index = int(unit.key.removeprefix("body.")) - 1
        count = len(self.template.segments)
        if index < count:
            return self.template.segments[index].block
        return next(segment.block for _position, number, segment in self.own_passages if number == index)

    def moved_template(self):
        moved = super().moved_template()
        for position, number, segment in reversed(self.own_passages):
            put_in(moved.pieces, position, number, segment.block, self.template)
        return moved

    @property
    def lost_pictures(self):
        """How many pictures only the translation has, which the layout of the source has no place for."""
        if self.there is None or self.theirs:
            return 0
        return len(set(self.there.pictures) - set(self.template.pictures))


def passages(template):
    """The words of each segment, one line each."""
    return [words_of(in_one_line(segment.text)) for segment in template.segments]


def described(template):
    return [(s.block, words) for s, words in zip(template.segments, passages(template), strict=True)]


def own_unit(passage):
    _position, number, segment = passage
    text, tags = keyed(segment, {})
    return Unit(f"body.{number + 1}", "own", (), text, {}, tags)


def put_in(pieces, position, number, block, template):
    """Put segment `number` into the pieces of a template, after the one at `position` and in a block of its own."""
    if position >= 0 and block in SPLIT and template.segments[position].block == block:
        at = pieces.index(position) + 1
        pieces[at:at] = [f"</{block}><{block}>", number]
        return
    opening = AROUND.get(block, "<p>")
    closing = "".join(f"</{name}>" for name in reversed(CLOSED.findall(opening)))
    at = end_of_block(pieces, position) if position >= 0 else 0
    pieces[at:at] = [opening, number, closing]


def end_of_block(pieces, position):
    """The place among the pieces where the outermost block around segment `position` is closed."""
    depth, is_past = 0, False
    for at, piece in enumerate(pieces):
        is_past = is_past or piece == position
        match = HTML_TAG.fullmatch(piece) if isinstance(piece, str) else None
        if match and match[2] not in VOID:
            depth += -1 if match[1] else 1
        if is_past and depth == 0 and (match or piece == position):
            return at + 1
    return len(pieces)
