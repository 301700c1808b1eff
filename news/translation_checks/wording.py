"""Words of a text as the sentence of a finding quotes them."""

MOST_WORDS = 8
LONGEST_WORD = 40
AROUND = 20  # characters


def opening_words(text):
    """The first words of `text`, with … where it goes on."""
    words = text.split(maxsplit=MOST_WORDS)
    shown = " ".join(_shortened(word) for word in words[:MOST_WORDS])
    return f"{shown}…" if len(words) > MOST_WORDS else shown


def words_around(text, position):
    """The words in which text[position] stands: what a person searches the text for."""
    start, end = max(position - AROUND, 0), position + AROUND + 1
    before, after = text[start:position], text[position:end]
    if start and " " in before:
        before = before.split(" ", 1)[1]
    if end < len(text) and " " in after.strip():
        after = after.rsplit(" ", 1)[0]
    return " ".join((before + after).split())


def _shortened(word):
    return word if len(word) <= LONGEST_WORD else f"{word[:LONGEST_WORD]}…"
