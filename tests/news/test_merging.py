import pytest
from hypothesis import given
from hypothesis import strategies as st

from news.body import clean_body
from news.merging import chunks, merge_bodies, merge_lines, merge_words

VOCABULARY = ["forum", "opens", "in", "Rabat", "المنتدى", "يفتتح", "في", "الرباط"]
lines = st.lists(st.sampled_from(VOCABULARY), max_size=8).map(" ".join)
blocks = st.builds("<{0}>{1}</{0}>".format, st.sampled_from(["p", "h2", "li"]), lines.filter(bool))
bodies = st.lists(blocks, max_size=6).map("".join).map(clean_body)


def test_changes_in_different_words_of_a_title_are_both_taken():
    merged = merge_lines("Forum opens in Rabat", "Forum on water opens in Rabat", "Forum opens in Fez")

    assert merged.text == "Forum on water opens in Fez"
    assert not merged.has_conflict


def test_a_word_that_both_changed_is_kept_in_both_forms():
    merged = merge_lines("Forum opens in Rabat", "Forum opens in Fez", "Forum opens in Tunis")

    assert merged.has_conflict
    assert "Fez" in merged.text
    assert "Tunis" in merged.text


def test_changes_in_different_paragraphs_are_both_taken():
    base = "<p>One.</p><p>Two.</p><p>Three.</p>"

    merged = merge_bodies(base, "<p>One, mine.</p><p>Two.</p><p>Three.</p>", "<p>One.</p><p>Two.</p><p>Four.</p>")

    assert merged.text == "<p>One, mine.</p><p>Two.</p><p>Four.</p>"
    assert not merged.has_conflict


def test_changes_in_different_words_of_an_arabic_paragraph_are_both_taken():
    base = "<p>افتتح المدير العام المنتدى في الرباط أمس.</p>"
    mine = "<p>افتتح المدير العام للإيسيسكو المنتدى في الرباط أمس.</p>"
    theirs = "<p>افتتح المدير العام المنتدى في الرباط اليوم.</p>"

    merged = merge_bodies(base, mine, theirs)

    assert merged.text == "<p>افتتح المدير العام للإيسيسكو المنتدى في الرباط اليوم.</p>"
    assert not merged.has_conflict


def test_a_paragraph_that_both_changed_alike_stands_twice_to_be_tidied():
    merged = merge_bodies("<p>One.</p>", "<p>Mine.</p>", "<p>Theirs.</p>")

    assert merged.text == "<p>Mine.</p><p>Theirs.</p>"
    assert merged.has_conflict


def test_emphasis_that_one_added_while_the_other_changed_words_is_left_to_a_person():
    merged = merge_bodies("<p>One two.</p>", "<p>One <strong>two</strong>.</p>", "<p>One three.</p>")

    assert merged.has_conflict
    assert "<strong>two</strong>" in merged.text
    assert "three" in merged.text


def test_all_fields_are_merged():
    base = {"title": "A b", "body": "<p>x</p>"}

    merged = merge_words(base, {**base, "title": "A c"}, {**base, "summary": "New."})

    assert {name: field.text for name, field in merged.items()} == {
        "title": "A c",
        "summary": "New.",
        "body": "<p>x</p>",
        "lead_alt": "",
        "lead_caption": "",
    }


@pytest.mark.parametrize(("merge", "texts"), [(merge_lines, lines), (merge_bodies, bodies)])
def test_where_only_one_changed_something_theirs_or_mine_is_taken_whole(merge, texts):
    @given(texts, texts)
    def holds(base, changed):
        assert merge(base, changed, base).text == changed
        assert merge(base, base, changed).text == changed
        assert merge(base, changed, changed).text == changed

    holds()


@given(bodies, bodies, bodies)
def test_no_word_that_somebody_added_is_lost(base, mine, theirs):
    merged = merge_bodies(base, mine, theirs).text

    added = {word for text in (mine, theirs) for word in bare(text)} - set(bare(base))
    assert added <= set(bare(merged))


@given(*[st.lists(st.integers(0, 3), max_size=8)] * 3)
def test_the_chunks_of_three_lists_joined_are_the_lists(base, mine, theirs):
    parts = list(chunks(base, mine, theirs))

    assert [[token for chunk in parts for token in chunk[n]] for n in range(3)] == [base, mine, theirs]


def bare(body):
    return body.replace("<", " <").replace(">", "> ").split()
