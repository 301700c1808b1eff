"""A body cut into what a translator gets and what stays here: segments, alt texts, and the markup around them."""

import html
import re
from dataclasses import dataclass, field

from .marks import CLOSE, OPEN, SINGLE, Mark, Tag, escape, joined, to_html

HTML_TAG = re.compile(r'<(/?)([a-z][a-z0-9]*)((?:"[^"]*"|[^">])*)>')
BLOCKS = {"p", "h2", "h3", "ul", "ol", "li", "blockquote", "figure", "figcaption"}
VOID = {"br", "img"}
ALT = re.compile(r'\balt="([^"]*)"')
# In place of an alt text, until its words are put in: no body can hold a NUL.
PLACE = re.compile("\0([0-9]+)\0")
HOLLOW = re.compile(r"<(p|h2|h3|li|figcaption|blockquote|ul|ol)(?: [^>]*)?>\s*</\1>")


@dataclass
class Segment:
    """A run of words and inline tags. block: the name of the tag around it, or "". tags: {key: Tag}."""

    block: str
    text: tuple
    tags: dict


@dataclass
class Template:
    """pieces: markup (str) and indexes of segments (int), in order. alts: the alt texts, in order.

    shape: the names of the tags around the segments and the pictures, in order: two bodies of one shape say the same
    things in the same places.
    """

    pieces: list = field(default_factory=list)
    segments: list = field(default_factory=list)
    alts: list = field(default_factory=list)
    shape: list = field(default_factory=list)
    pictures: list = field(default_factory=list)

    def fits(self, other):
        """Whether the segments and pictures of both stand for each other."""
        return self.shape == other.shape and self.pictures == other.pictures

    def body(self, texts, alts):
        """The body with `texts`, {index: HTML}, and `alts`, {index: words}, put in; what is missing is left out."""
        raw = "".join(piece if isinstance(piece, str) else texts.get(piece, "") for piece in self.pieces)
        return PLACE.sub(lambda place: escape(alts.get(int(place[1]), "")).replace('"', "&quot;"), raw)

    def own_texts(self):
        """The HTML of its own segments, for body()."""
        return {index: to_html(segment.text, segment.tags) for index, segment in enumerate(self.segments)}

    def own_alts(self):
        return dict(enumerate(self.alts))


def cut(body):
    """The Template of `body`, which clean_body() has been through."""
    template = Template()
    parts = parts_of(body, template)
    around, run = [], []
    for part, is_around in zip(parts, around_segments(parts), strict=True):
        if not is_around:
            run.append(part)
            continue
        end_run(template, run, around)
        run = []
        note_tag(template, part, around)
    end_run(template, run, around)
    return template


def parts_of(body, template):
    """Words (str) and (kind, name, markup) of `body`, in order; alt texts go to the template."""
    found, end = [], 0
    for match in HTML_TAG.finditer(body):
        found += [html.unescape(body[end : match.start()])] if match.start() > end else []
        kind = CLOSE if match[1] else SINGLE if match[2] in VOID else OPEN
        markup = without_alt(match[0], template) if match[2] == "img" else match[0]
        found.append((kind, match[2], markup))
        end = match.end()
    return found + ([html.unescape(body[end:])] if end < len(body) else [])


def without_alt(markup, template):
    template.pictures.append(re.search(r'\bsrc="([^"]*)"', markup)[1])
    alt = ALT.search(markup)
    template.alts.append(html.unescape(alt[1]) if alt else "")
    return ALT.sub(f'alt="\0{len(template.alts) - 1}\0"', markup)


def around_segments(parts):
    """For each part whether it stands around segments: blocks do, and inline tags that hold a block."""
    around = [not isinstance(part, str) and part[1] in BLOCKS for part in parts]
    opened = []  # for each open tag [its index, whether it holds a block]
    for index, part in enumerate(parts):
        if isinstance(part, str) or part[0] == SINGLE:
            continue
        if part[0] == OPEN:
            opened.append([index, part[1] in BLOCKS])
        elif opened:
            start, holds_block = opened.pop()
            around[start] = around[index] = holds_block
            if holds_block and opened:
                opened[-1][1] = True
    return around


def note_tag(template, part, around):
    kind, name, markup = part
    template.pieces.append(markup)
    template.shape.append((kind, name))
    if kind == OPEN:
        around.append(name)
    elif around:
        around.pop()


def end_run(template, run, around):
    """Make a segment of a run of words and inline tags, or markup where there is nothing to read."""
    if not any(isinstance(part, str) and part.strip() for part in run):
        template.pieces += [to_markup(part) for part in run]
        template.shape += [(part[0], part[1]) for part in run if not isinstance(part, str)]
        return
    before, run, after = trimmed(run)
    text, tags = marked(run)
    block = next((name for name in reversed(around) if name in BLOCKS), "")
    template.pieces += [before, len(template.segments), after]
    template.segments.append(Segment(block, text, tags))
    template.shape.append("segment")


def to_markup(part):
    return to_html([part], {}) if isinstance(part, str) else part[2]


def trimmed(run):
    """White space before, the run without it, white space after."""
    before = after = ""
    if isinstance(run[0], str):
        before = run[0][: len(run[0]) - len(run[0].lstrip())]
        run = [run[0].lstrip(), *run[1:]]
    if isinstance(run[-1], str):
        after = run[-1][len(run[-1].rstrip()) :]
        run = [*run[:-1], run[-1].rstrip()]
    return to_markup(before), run, to_markup(after)


def marked(run):
    """The text of a run with marks numbered from 1, and what they stand for."""
    text, tags, opened = [], {}, []
    for part in run:
        if isinstance(part, str):
            text.append(part)
            continue
        kind, name, markup = part
        if kind == CLOSE:
            text.append(Mark(CLOSE, opened.pop()))
            continue
        key = str(len(tags) + 1)
        tags[key] = Tag(name, markup)
        text.append(Mark(kind, key))
        if kind == OPEN:
            opened.append(key)
    return joined(text), tags


def without_hollows(body):
    """`body` without the blocks that nothing stands in."""
    previous = None
    while previous != body:
        previous, body = body, HOLLOW.sub("", body)
    return body
