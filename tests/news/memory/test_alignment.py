"""Which sentence of a translation renders which one of its source."""

from types import SimpleNamespace

from hypothesis import given
from hypothesis import strategies as st

from news.memory.alignment import LONGEST_BLOCK, LONGEST_SENTENCE, Block, aligned, body_blocks


def text(body="", title="", summary=""):
    return SimpleNamespace(title=title, summary=summary, body=body)


def pairs(source, target):
    return [tuple(pair) for pair in aligned(source, "en", target, "fr")]


def test_title_pairs_with_title_and_summary_with_summary():
    found = pairs(text(title="One", summary="Two. Three."), text(title="Un", summary="Deux. Trois."))

    assert found == [("One", "Un"), ("Two.", "Deux."), ("Three.", "Trois.")]


def test_bodies_pair_block_by_block_and_sentence_by_sentence():
    source = text("<h2>Aims</h2><p>One <strong>is</strong>. Two &amp; three.</p><ul><li>Four</li></ul>")
    target = text("<h2>Buts</h2><p>Un. Deux &amp; trois.</p><ul><li>Quatre</li></ul>")

    assert pairs(source, target) == [
        ("Aims", "Buts"),
        ("One is.", "Un."),
        ("Two & three.", "Deux & trois."),
        ("Four", "Quatre"),
    ]


def test_bodies_with_other_blocks_do_not_pair():
    assert pairs(text("<p>One.</p><p>Two.</p>"), text("<p>Un. Deux.</p>")) == []
    assert pairs(text("<h2>One</h2><p>Two.</p>"), text("<p>Un</p><p>Deux.</p>")) == []


def test_a_short_block_with_another_number_of_sentences_pairs_as_a_whole():
    assert pairs(text("<p>One. Two.</p>"), text("<p>Un et deux.</p>")) == [("One. Two.", "Un et deux.")]


def test_a_long_block_with_another_number_of_sentences_does_not_pair():
    long = "Word " * (LONGEST_BLOCK // 5)

    assert pairs(text(f"<p>One. {long}</p>"), text("<p>Un et deux.</p>")) == []


def test_an_endless_sentence_is_not_kept():
    assert pairs(text("<p>One</p>"), text(f"<p>{'u' * (LONGEST_SENTENCE + 1)}</p>")) == []


def test_what_has_no_words_pairs_with_nothing():
    assert pairs(text("<p>…</p>", title="One"), text("<p>Un</p>")) == []


def test_a_line_break_ends_a_sentence_and_a_line_of_the_markup_does_not():
    assert pairs(text("<p>One\ntwo<br>Three</p>"), text("<p>Un deux<br>Trois</p>")) == [
        ("One two", "Un deux"),
        ("Three", "Trois"),
    ]


def test_words_outside_of_a_block_are_a_paragraph_and_inner_blocks_count():
    body = "Bare<blockquote><p>Said</p></blockquote><figure><img src='picture:1' alt='x'><figcaption>Seen</figcaption>"

    assert body_blocks(body) == [Block("p", "Bare"), Block("p", "Said"), Block("figcaption", "Seen")]


@given(
    st.lists(st.sampled_from(["<p>", "</p>", "<li>", "</ul>", "<br>", "Word. ", "كلمة؟ ", "&", "<", "\n"])).map("".join)
)
def test_any_markup_is_read(body):
    assert all(block.text.strip() == block.text != "" for block in body_blocks(body))
    assert all(pair.source and pair.target for pair in aligned(text(body), "ar", text(body), "fr"))
