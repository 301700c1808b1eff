"""Summary and body of an imported story."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from news.listing.summaries import LONGEST_SUMMARY, body_of, sentences, summary_of


@pytest.mark.parametrize(
    ("paragraph", "count"),
    [
        ("Dr. Salim M. AlMalik met Mr. Nouri. They spoke.", 2),
        ("H.E. Omar Ba came. “We agree.” He left!", 3),
        ("M. Karimov a salué l’initiative. Mme Alaoui aussi.", 2),
        ("أكد د. المالك ذلك. ودعا إلى مؤتمر؟ نعم.", 3),
        ("It costs 3.5 million.", 1),
    ],
)
def test_sentences_end_at_stops_and_not_at_abbreviations(paragraph, count):
    assert len(sentences(paragraph)) == count


def test_the_summary_is_the_first_whole_sentences():
    assert (
        summary_of(["One. " + "Two " * 40 + "end. " + "Three " * 60 + "end.", "Next."])
        == "One. " + "Two " * 40 + "end."
    )


def test_a_long_first_sentence_is_cut_and_says_so():
    summary = summary_of(["The council " + "discussed schools, " * 40 + "and rose."])

    assert summary.endswith("schools…")
    assert len(summary) <= LONGEST_SUMMARY


def test_the_body_is_paragraphs_with_their_signs_escaped():
    assert body_of(["1 < 2 & “so”", "<script>"]) == "<p>1 &lt; 2 &amp; “so”</p><p>&lt;script&gt;</p>"


@given(st.lists(st.text(min_size=1), min_size=1))
def test_any_summary_is_short(paragraphs):
    assert len(summary_of(paragraphs)) <= LONGEST_SUMMARY
