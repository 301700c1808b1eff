"""What of a story both databases keep: the stems of its words at their places, and its facts as words of their own."""

from typing import NamedTuple

from icesco.text.analysis import stems

# PostgreSQL keeps positions up to 16,383, 255 of them for a word, and 1 MB in all. The same is left out on SQLite, so
# that both find the same. What is without a place is found as a word; only phrases pass over it.
MOST_POSITION = 16_000
MOST_PLACES = 250
MOST_BYTES = 900_000
BYTES_PER_STEM = 12

# No word of a text begins with it. Not ASCII: SQLite would part the words there.
FACT = "§"
KINDS = {"sector": "s", "member_state": "m", "person": "p", "tag": "t"}


class Word(NamedTuple):
    """A stem in a text; position: its number in the story from 1, or None for one that has no place."""

    stem: str
    position: int | None


def placed_words(texts, language):
    """The words of `texts`, a story's title, summary and body in plain text: for each a list of Words.

    No phrase reaches from one text into the next.
    """
    places, size, position, placed = {}, 0, 0, []
    for text in texts:
        words = []
        for stem in stems(text, language):
            position += 1
            if stem not in places:
                size += len(stem.encode()) + BYTES_PER_STEM
                if size > MOST_BYTES:
                    return [*placed, words] + [[]] * (len(texts) - len(placed) - 1)
                places[stem] = 0
            has_place = position <= MOST_POSITION and places[stem] < MOST_PLACES
            places[stem] += has_place
            words.append(Word(stem, position if has_place else None))
        placed.append(words)
        position += 1
    return placed


def subject_word(kind, pk):
    """What stands in a story's entry for something it is linked to: subject_word("person", 3) is "§p3"."""
    return f"{FACT}{KINDS[kind]}{pk}"


def language_word(language):
    """What stands for the language of a story: "§en"."""
    return f"{FACT}{language}"


def year_word(language, year):
    """What stands for the year, an int, of a story in `language`: "§en2025"."""
    return f"{language_word(language)}{year:04}"


def month_word(language, day):
    """What stands for the month of a date: "§en202501"."""
    return f"{year_word(language, day.year)}{day.month:02}"


def fact_words(edition, subjects):
    """The facts of an edition as words; subjects: what its article is linked to, pairs such as ("sector", 3)."""
    language, day = edition.language, edition.permalink_on
    known = [subject_word(kind, pk) for kind, pk in subjects]
    return [*known, language_word(language), year_word(language, day.year), month_word(language, day)]
