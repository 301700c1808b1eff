"""The words of a page's title and description, as its template gives them to the blocks of these names."""

import html

from django.template.loader_tags import BLOCK_CONTEXT_KEY

MOST_DESCRIPTION_LETTERS = 300


def block_text(context, name):
    """What the block `name` of the page being rendered comes to, as plain text, or ''.

    A page writes its title once, for the tab; cards and structured data that say the same can't drift from it.
    """
    blocks = context.render_context.get(BLOCK_CONTEXT_KEY)
    block = blocks.get_block(name) if blocks else None
    return " ".join(html.unescape(block.render(context)).split()) if block else ""


def shortened(text, most=MOST_DESCRIPTION_LETTERS):
    """`text` cut after a whole word where it is longer than `most` letters."""
    if len(text) <= most:
        return text
    return text[: most - 1].rsplit(" ", 1)[0].rstrip(" ,،.;؛:") + "…"
