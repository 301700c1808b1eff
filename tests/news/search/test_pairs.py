"""The pairs of words that PostgreSQL's index has beside the words: they rule stories out for a phrase, never in."""

from hypothesis import given
from hypothesis import strategies as st

from news.search.stores.postgresql import pairs, pairs_in
from news.search.words import Word, placed_words

WORDS = st.sampled_from(["red", "blue", "deep", "wide", "sea"])
TEXTS = st.lists(st.lists(WORDS, max_size=12).map(" ".join), max_size=3)


@given(texts=TEXTS, start=st.integers(0, 11), length=st.integers(1, 5))
def test_every_phrase_of_a_story_has_its_pairs_there(texts, start, length):
    placed = placed_words(texts, "en")

    for words in placed:
        phrase = tuple(word.stem for word in words[start : start + length])
        assert set(pairs_in(phrase)) <= set(pairs(placed))


def test_words_of_two_texts_are_no_pair():
    assert pairs(placed_words(["red", "sea"], "en")) == []


def test_words_without_a_place_are_in_no_pair():
    assert pairs([[Word("red", 1), Word("wide", None), Word("sea", 3)]]) == []


def test_pairs_fit_the_column_and_tell_the_order():
    [one], [other] = pairs_in(("red", "sea")), pairs_in(("sea", "red"))

    assert one != other
    assert -0x8000 <= one <= 0x7FFF
