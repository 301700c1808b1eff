"""Keys and sketches: no two sentences that are alike miss each other."""

import random

from hypothesis import given
from hypothesis import strategies as st

from news.memory.keys import asked_keys, reaches, size_class, sketch, stored_keys
from news.memory.similarity import are_alike, trigrams

TEXT = "the forum opens in rabat قال المدير العام للمنظمة le directeur a parlé zx q9 bb culture of science"
WORDS = TEXT.split()

SETS = st.frozensets(st.integers(0, 60).map("{:03}".format))


@st.composite
def pairs(draw):
    """Two sentences of which the second is the first with some words changed: often about 3/4 alike."""
    words = draw(st.lists(st.sampled_from(WORDS) | st.text("abنم5", min_size=1, max_size=9), min_size=1, max_size=25))
    chance = random.Random(draw(st.integers(0, 2**32)))
    share = draw(st.sampled_from([0, 0.05, 0.15, 0.3]))
    other = [word if chance.random() > share else chance.choice(["", word[::-1], word + "s", "new"]) for word in words]
    return trigrams(" ".join(words)), trigrams(" ".join(other))


def meet(language, asked, stored):
    return not {key for keys in asked_keys(language, asked) for key in keys}.isdisjoint(stored_keys(language, stored))


@given(pairs())
def test_sentences_that_are_alike_meet_under_a_key(pair):
    one, other = pair

    if are_alike(one, other):
        assert meet("en", one, other)
        assert meet("en", other, one)


@given(
    st.frozensets(st.integers(0, 60).map(lambda n: f"{n:03}")), st.frozensets(st.integers(0, 60).map("{:03}".format))
)
def test_any_sets_of_trigrams_that_are_alike_meet(one, other):
    if are_alike(one, other):
        assert meet("ar", one, other)


@given(pairs())
def test_sketches_of_what_is_alike_differ_in_a_seventh_of_the_trigrams_at_most(pair):
    one, other = pair

    if are_alike(one, other):
        assert 7 * (sketch(one) ^ sketch(other)).bit_count() <= len(one) + len(other)


def test_a_quarter_of_the_trigrams_is_enough_and_the_rarest_come_first():
    found = [trigram for trigram, _reach in reaches(trigrams("the zqx of the xkw and the forum in the wzq"))]

    assert len(found) <= len(trigrams("the zqx of the xkw and the forum in the wzq")) // 4 + 1
    assert not {"the", " th", "  t"} & set(found)


def test_keys_fit_their_column_and_tell_languages_apart():
    english, french = (stored_keys(language, trigrams("forum")) for language in ("en", "fr"))

    assert not set(english) & set(french)
    assert all(-0x8000_0000 <= key <= 0x7FFF_FFFF for key in english)


def test_classes_of_sizes_grow_with_them():
    classes = [size_class(size) for size in range(1, 2_000)]

    assert classes == sorted(classes)
