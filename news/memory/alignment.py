"""Which sentence of a translation renders which one of its source."""

from html.parser import HTMLParser
from typing import NamedTuple

from .sentences import sentences
from .similarity import folded, trigrams

BLOCKS = {"p", "li", "h2", "h3", "blockquote", "figcaption"}
LONGEST_BLOCK = 600  # characters: a block whose sentences don't pair is kept as a whole up to here
LONGEST_SENTENCE = 1_500
MOST_PAIRS = 400  # of one text


class Block(NamedTuple):
    """A piece of a text; kind: "title", "summary", or the tag around it in the body. text: without markup."""

    kind: str
    text: str


class Pair(NamedTuple):
    """A sentence, or a short block, and its translation."""

    source: str
    target: str


class BlockReader(HTMLParser):
    """Collects the Blocks of a body; words outside of every block are a paragraph."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.blocks, self.open, self.pieces = [], [], []

    def handle_starttag(self, tag, attrs):
        if tag in BLOCKS:
            self.end_block()
            self.open.append(tag)
        elif tag == "br":
            self.pieces.append("\n")

    def handle_endtag(self, tag):
        if tag in BLOCKS:
            self.end_block()
            if tag in self.open:
                while self.open.pop() != tag:
                    pass

    def handle_data(self, data):
        self.pieces.append(" ".join(data.split("\n")))

    def end_block(self):
        text = "".join(self.pieces).strip()
        self.pieces.clear()
        if text:
            self.blocks.append(Block(self.open[-1] if self.open else "p", text))


def body_blocks(body):
    """The Blocks of a body in HTML, in order; those without a word are left out."""
    reader = BlockReader()
    reader.feed(body)
    reader.close()
    reader.end_block()
    return reader.blocks


def text_blocks(words):
    """The Blocks of a Revision, or of anything with a title, a summary and a body."""
    short = [Block(kind, text) for kind in ("title", "summary") if (text := getattr(words, kind).strip())]
    return short + body_blocks(words.body)


def block_sentences(block, language):
    """The sentences of a Block that can be compared, without white space around them."""
    return [text for part in sentences(block.text, language) if has_words(text := part.strip())]


def has_words(text):
    return bool(trigrams(folded(text)))


def aligned(source, source_language, target, target_language):
    """The Pairs of two Revisions, MOST_PAIRS at most.

    Title pairs with title and summary with summary. The bodies pair block by block when they have the same kinds of
    blocks in the same order, else not at all; a block sentence by sentence when both have as many, else as a whole
    when it is short, else not at all.
    """
    pairs = []
    for one, other in block_pairs(source, target):
        parts, others = block_sentences(one, source_language), block_sentences(other, target_language)
        if parts and len(parts) == len(others):
            pairs += map(Pair, parts, others)
        elif parts and others and max(len(one.text), len(other.text)) <= LONGEST_BLOCK:
            pairs.append(Pair(one.text, other.text))
    return [pair for pair in pairs if max(map(len, pair)) <= LONGEST_SENTENCE][:MOST_PAIRS]


def block_pairs(source, target):
    """Blocks of two Revisions that render each other, as pairs."""
    for kind in ("title", "summary"):
        yield Block(kind, getattr(source, kind)), Block(kind, getattr(target, kind))
    blocks, others = body_blocks(source.body), body_blocks(target.body)
    if [block.kind for block in blocks] == [block.kind for block in others]:
        yield from zip(blocks, others, strict=True)
