"""One story as a piece of work for a translator: units to translate, and how the words are put together again."""

from dataclasses import dataclass, field

from icesco.text.direction import direction

from ..body import clean_body
from ..models import Revision
from ..models.article import WORDS
from .marks import CLOSE, OPEN, Mark, to_html, words_of
from .reference import reference_to
from .template import ALT, cut, without_hollows

LINES = [word for word in WORDS if word != "body"]
# What a translator is told that a passage is, in English as tools say it; by the tag around it.
KINDS = {"h2": "heading", "h3": "heading", "li": "list-item", "blockquote": "quotation", "figcaption": "caption"}
MOST_NESTED = 40  # tags within tags of one segment: more is no text, and parsers refuse it


class TooDeep(ValueError):
    """A passage has more tags within tags than a file can hold."""


@dataclass(frozen=True)
class Unit:
    """What is translated in one piece.

    key: "title", "summary", "lead_alt", "lead_caption", "body.1" (a segment), "alt.1" (of a picture in the body);
    the same for the same revision. kind: what it is, for the translator. source, target: texts (see marks); target is
    () where there is no translation yet. tags, target_tags: what the marks in them stand for. most: letters, or None.
    """

    key: str
    kind: str
    source: tuple
    target: tuple = ()
    tags: dict = field(default_factory=dict)
    target_tags: dict = field(default_factory=dict)
    most: int | None = None


class Work:
    """A story to be translated from `source`, a Revision, into `language`; target: the Revision there is, or None."""

    def __init__(self, source, language, target=None):
        self.source, self.language, self.target = source, language, target
        self.template = cut(source.body)
        self.there = cut(target.body) if target else None
        # Where both are laid out alike the translation's own markup stays: a link to the page in its language, dir.
        self.theirs = self.there if self.there and self.is_laid_out_alike() else None
        self.units = [*self.lines(), *self.segments(), *self.alts()]
        self.by_key = {unit.key: unit for unit in self.units}

    @property
    def reference(self):
        return reference_to(self.source, self.language, self.target)

    @property
    def lays_out_anew(self):
        """Whether the body there is loses its own layout to that of the source."""
        return bool(self.target and self.target.body) and self.theirs is None

    @property
    def is_followed(self):
        """Whether the translation there is was made from this very revision."""
        return bool(self.target) and self.target.follows_id == self.source.pk

    def is_laid_out_alike(self):
        return self.template.fits(self.there)

    def segment_there(self, index):
        """The Segment of the translation there is for the source's segment `index`, or None."""
        return self.theirs.segments[index] if self.theirs else None

    def alt_there(self, index):
        return self.theirs.alts[index] if self.theirs else ""

    def lines(self):
        for word in LINES:
            if text := getattr(self.source, word):
                there = getattr(self.target, word) if self.target else ""
                most = Revision._meta.get_field(word).max_length
                yield Unit(word, word, (text,), (there,) if there else (), most=most)

    def segments(self):
        for index, segment in enumerate(self.template.segments):
            if depth(segment.text) > MOST_NESTED:
                raise TooDeep
            there = self.segment_there(index)
            target, tags = keyed(there, segment.tags) if there else ((), {})
            yield Unit(
                f"body.{index + 1}", KINDS.get(segment.block, "paragraph"), segment.text, target, segment.tags, tags
            )

    def alts(self):
        for index, alt in enumerate(self.template.alts):
            if alt.strip():
                there = self.alt_there(index)
                most = Revision._meta.get_field("lead_alt").max_length
                yield Unit(f"alt.{index + 1}", "alt-text", (alt,), (there,) if there else (), most=most)

    # Back again

    def words(self, texts):
        """The words for Article.write() from `texts`, {key of a unit: text}; what is missing is left empty."""
        words = {word: words_of(texts.get(word, ())) for word in LINES if word in self.by_key}
        words["body"] = self.body(texts)
        return words

    def body(self, texts):
        htmls, alts = {}, self.theirs.own_alts() if self.theirs else {}
        for unit in self.units:
            kind, _dot, number = unit.key.partition(".")
            text = texts.get(unit.key, ())
            if kind == "body":
                htmls[int(number) - 1] = self.passage(unit, text)
            elif kind == "alt":
                alts[int(number) - 1] = words_of(text)
        body = (self.theirs or self.moved_template()).body(htmls, alts)
        return clean_body(body if all(htmls.values()) else without_hollows(body))

    def passage(self, unit, text):
        """The HTML of one passage of the body."""
        return to_html(text, {**unit.tags, **unit.target_tags})

    def moved_template(self):
        """The source's template without what says that its blocks are in the source's language."""
        moved = cut(self.source.body)
        is_turned = direction(self.source.language) != direction(self.language)
        for said in [f' lang="{self.source.language}"', *([f' dir="{direction(self.source.language)}"'] * is_turned)]:
            moved.pieces = [piece.replace(said, "") if is_tag(piece) else piece for piece in moved.pieces]
        return moved

    def unchanged(self, texts):
        """Whether `texts` are those that the translation had when the file was made."""
        return bool(self.target) and all(texts.get(unit.key, ()) == unit.target for unit in self.units)


def is_tag(piece):
    return isinstance(piece, str) and piece.startswith("<") and not ALT.search(piece)


def depth(text):
    """How many tags stand within tags."""
    deepest = now = 0
    for part in text:
        if isinstance(part, Mark):
            now += {OPEN: 1, CLOSE: -1}.get(part.kind, 0)
            deepest = max(deepest, now)
    return deepest


def keyed(segment, source_tags):
    """A translated segment with the keys of the source's tags where it has the same; its own get "t1", "t2"….

    Returns (text, {key: Tag}) with only the tags that the text has.
    """
    free = list(source_tags.items())
    keys, tags = {}, {}
    for key, tag in segment.tags.items():
        same = next((pair for pair in free if pair[1] == tag), None)
        if same:
            free.remove(same)
        keys[key] = same[0] if same else f"t{key}"
        tags[keys[key]] = tag
    return tuple(part if isinstance(part, str) else Mark(part.kind, keys[part.key]) for part in segment.text), tags
