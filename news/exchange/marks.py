"""A text as a translator gets it: words, and marks that stand for the tags among them.

Such a text is a list of str and Mark. What a mark stands for is kept here and looked up again on the way in, so
that no file from outside can bring markup into a story.
"""

import html
import re
from dataclasses import dataclass

OPEN, CLOSE, SINGLE = "open", "close", "single"
STRANGE = "strange"  # what a file holds and we never send


@dataclass(frozen=True)
class Mark:
    """kind: OPEN, CLOSE, SINGLE or STRANGE. key: "1" for the first tag of the source; a STRANGE one's name."""

    kind: str
    key: str


@dataclass(frozen=True)
class Tag:
    """What a mark stands for. markup: the tag as the body holds it, such as `<a href="…">`."""

    name: str
    markup: str

    @property
    def is_pair(self):
        return self.name not in {"br", "img"}

    @property
    def kinds(self):
        """The kinds of mark that one such tag needs, each once."""
        return (OPEN, CLOSE) if self.is_pair else (SINGLE,)


def to_html(text, tags):
    """`text` as HTML. tags: {key: Tag} for all its marks."""
    return "".join(escape(part) if isinstance(part, str) else markup(part, tags[part.key]) for part in text)


def markup(mark, tag):
    return f"</{tag.name}>" if mark.kind == CLOSE else tag.markup


def escape(words):
    return html.escape(words, quote=False).replace("\u00a0", "&nbsp;")


def words_of(text):
    """The words of `text` without its marks."""
    return "".join(part for part in text if isinstance(part, str))


def joined(text):
    """`text` with neighbouring words in one piece and no empty ones, as a tuple: equal texts are equal tuples."""
    found = []
    for part in text:
        if isinstance(part, str) and found and isinstance(found[-1], str):
            found[-1] += part
        elif part != "":
            found.append(part)
    return tuple(found)


def in_one_line(text):
    """`text` with every run of white space as one blank: what tools may change without changing the text."""
    return joined(re.sub(r"\s+", " ", part) if isinstance(part, str) else part for part in joined(text))
