"""Which characters are refused, which are dropped, which stay."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from icesco.text.characters import UnsafeCharacter, refuse_unsafe, without_invisible

from .strategies import TEXTS

RIGHT_TO_LEFT_ISOLATE, POP_ISOLATE, RIGHT_TO_LEFT_OVERRIDE = "\u2067", "\u2069", "\u202e"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "قال “الإيسيسكو” (ICESCO)\u200f.",
        "سطر\nسطر\tسطر\r\n",
        "می\u200cخواهم",
        "\u2067ICESCO\u2069 و\u2066UNESCO \u2068الإيسيسكو\u2069\u2069",
        "L’éducation 🌍",
    ],
)
def test_what_newsrooms_write_is_welcome_and_comes_back_unchanged(text):
    assert refuse_unsafe(text) == text


@pytest.mark.parametrize(
    ("text", "kind", "code_point", "position"),
    [
        ("a\x00b", "control", "U+0000", 1),
        ("a\x0bb", "control", "U+000B", 1),
        ("a\ufffe", "control", "U+FFFE", 1),
        ("a\ud800", "surrogate", "U+D800", 1),
        ("\u202aa", "override", "U+202A", 0),
        ("ab\u202e", "override", "U+202E", 2),
        ("ab\ufffd", "lost", "U+FFFD", 2),
        ("ab\u2067c", "isolate", "U+2067", 2),
        ("\u2069ab", "isolate", "U+2069", 0),
        ("\u2066a\u2069\u2069", "isolate", "U+2069", 3),
        ("\u2066a\u2067b\u2069", "isolate", "U+2066", 0),
    ],
)
def test_an_unsafe_character_is_refused_by_name_and_place(text, kind, code_point, position):
    with pytest.raises(UnsafeCharacter) as refusal:
        refuse_unsafe(text)

    assert (refusal.value.kind, refusal.value.code_point, refusal.value.position) == (kind, code_point, position)


def test_an_isolate_that_loses_its_pair_is_the_one_that_is_named():
    with pytest.raises(UnsafeCharacter) as refusal:
        refuse_unsafe("\u2066a\u2069 \u2067b")

    assert refusal.value.position == 4


@given(TEXTS)
def test_a_text_is_either_given_back_or_refused_at_a_character_that_is_not_seen(text):
    try:
        accepted = refuse_unsafe(text)
    except UnsafeCharacter as refusal:
        accepted = None
        named = text[refusal.position]

    assert accepted == text or without_invisible(named) == "" or named.isspace() or named in "\ufffe\uffff"


@given(TEXTS, TEXTS)
def test_an_override_is_refused_wherever_it_stands(before, after):
    with pytest.raises(UnsafeCharacter):
        refuse_unsafe(before + RIGHT_TO_LEFT_OVERRIDE + after)


def isolated(parts):
    return "".join(RIGHT_TO_LEFT_ISOLATE + part + POP_ISOLATE for part in parts)


@given(st.recursive(st.just("نص"), lambda inside: st.lists(inside, max_size=3).map(isolated), max_leaves=8))
def test_isolates_in_pairs_are_accepted_however_deep(text):
    assert refuse_unsafe(text) == text


def test_direction_marks_joiners_isolates_and_soft_hyphens_are_dropped():
    text = "\ufeffمر\u200dكز\u200f \u2067ICES\u00adCO\u2069\u061c\u200b"

    assert without_invisible(text) == "مركز ICESCO"


def test_white_space_and_letters_stay():
    text = "a\tb\nc\u00a0d é 🌍 ء"

    assert without_invisible(text) == text


@given(TEXTS)
def test_nothing_invisible_is_left_and_the_text_can_be_stored(text):
    visible = without_invisible(text)

    assert without_invisible(visible) == visible
    assert "\x00" not in visible
    visible.encode()
    # Cf also holds a few signs that are seen, such as the Arabic number sign.
    assert not [c for c in visible if unicodedata.category(c) == "Cf" and c < "\u0600"]


def test_every_direction_control_is_dropped():
    assert without_invisible("".join(map(chr, [*range(0x202A, 0x202F), *range(0x2060, 0x2070), 0x200E, 0x200F]))) == ""
