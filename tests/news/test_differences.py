"""What changed between two texts, as people read it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from news import differences as module
from news.differences import ADDED, REMOVED, SAME, Piece, body_differences, differences, has_changes, words

WORDS = st.sampled_from(["المنتدى", "الرباط", "2025", "l’eau", "sea", "،", ".", "(", "مدرسةٌ"])
TEXTS = st.lists(st.lists(WORDS, min_size=1, max_size=8).map(" ".join), max_size=5).map("\n".join)


def read(found, *kinds):
    """The text of the pieces of these kinds, without white space."""
    return "".join("".join(piece.text for pieces in found for piece in pieces if piece.kind in kinds).split())


@given(before=TEXTS, after=TEXTS)
def test_what_stayed_and_went_is_the_old_text_and_what_stayed_and_came_the_new_one(before, after):
    found = differences(before, after)

    assert read(found, SAME, REMOVED) == "".join(before.split())
    assert read(found, SAME, ADDED) == "".join(after.split())
    assert has_changes(found) == ("".join(before.split("\n")) != "".join(after.split("\n")) or before != after)


@given(text=st.text(max_size=200))
def test_words_joined_are_the_paragraph(text):
    assert "".join(words(text)) == text


def test_a_changed_word_is_told_within_its_paragraph():
    found = differences("افتتح المنتدى في 3 أبريل.\nبقيت.", "افتتح المنتدى في 4 أبريل.\nبقيت.")

    assert found == [
        [Piece(SAME, "افتتح المنتدى في "), Piece(REMOVED, "3"), Piece(ADDED, "4"), Piece(SAME, " أبريل.")],
        [Piece(SAME, "بقيت.")],
    ]


def test_vowel_signs_belong_to_their_word():
    assert words("مدرسةٌ كبيرة") == ["مدرسةٌ", " ", "كبيرة"]


def test_paragraphs_with_little_in_common_are_told_apart():
    found = differences("A red house by the sea.", "Nobody expected ten delegations.")

    assert [[piece.kind for piece in pieces] for pieces in found] == [[REMOVED], [ADDED]]


def test_a_new_paragraph_leaves_its_neighbours_alone():
    found = differences("One.\nTwo.", "One.\nBetween.\nTwo.")

    assert found == [[Piece(SAME, "One.")], [Piece(ADDED, "Between.")], [Piece(SAME, "Two.")]]


def test_of_markup_nothing_is_told_and_of_pictures_their_alt_text():
    before = '<h2>Sea</h2><p>By <a href="https://a.example">boat</a>.</p>'
    after = '<h3>Sea</h3><p>By boat.</p><figure><img src="picture:1" alt="Waves"></figure>'

    assert body_differences(before, after) == [
        [Piece(SAME, "Sea")],
        [Piece(SAME, "By boat.")],
        [Piece(ADDED, "[Waves]")],
    ]


def test_a_paragraph_too_long_to_compare_is_told_whole(monkeypatch):
    monkeypatch.setattr(module, "MOST_WORDS", 5)

    found = differences("one two three four", "one two three five")

    assert [[piece.kind for piece in pieces] for pieces in found] == [[REMOVED], [ADDED]]


@pytest.mark.parametrize(("before", "after"), [("", ""), ("a", "a"), (" a  b ", "a b"), ("a\n\nb", "a\nb")])
def test_white_space_is_no_change(before, after):
    assert not has_changes(differences(before, after))
