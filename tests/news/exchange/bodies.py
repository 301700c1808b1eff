"""Bodies for property tests: any allowed markup, nested in any way, around newsroom words and anything else."""

import html

from hypothesis import assume
from hypothesis import strategies as st

from icesco.text.characters import UnsafeCharacter, refuse_unsafe
from news.body import clean_body
from tests.text.strategies import TEXTS

BLOCKS = ["p", "h2", "h3", "blockquote", "ul", "li"]
INLINE = ["strong", "em", "sub", "sup", "bdi", 'a href="/en/x"', 'span lang="fr" dir="ltr"']


def wrapped(inner, names):
    return st.tuples(st.sampled_from(names), st.lists(inner, max_size=3).map("".join)).map(
        lambda pair: f"<{pair[0]}>{pair[1]}</{pair[0].split()[0]}>"
    )


WORDS = TEXTS.map(html.escape)
PIECES = st.one_of(WORDS, WORDS.map(lambda alt: f'<img src="picture:7" alt="{alt}">'), st.just("<br>"))
INLINES = st.recursive(PIECES, lambda inner: wrapped(inner, INLINE), max_leaves=6)
FIGURES = st.tuples(WORDS, WORDS).map(
    lambda said: f'<figure><img src="picture:3" alt="{said[0]}"><figcaption>{said[1]}</figcaption></figure>'
)
MARKUP = st.recursive(
    st.one_of(wrapped(INLINES, BLOCKS), FIGURES, INLINES), lambda inner: wrapped(inner, BLOCKS + INLINE), max_leaves=6
)


@st.composite
def bodies(draw):
    """Bodies as revisions hold them: allowed markup, clean, with no character that is refused."""
    raw = draw(st.lists(MARKUP, max_size=4).map("".join))
    try:
        refuse_unsafe(raw)
        body = clean_body(raw)
        refuse_unsafe(body)
    except UnsafeCharacter:
        assume(False)
    return body
