"""What holds for all checks of a translation."""

import cProfile
import pstats

import pytest
from hypothesis import given
from hypothesis import strategies as st

from news.translation_checks import KINDS, Name, Pair, Row, findings
from tests.text.strategies import TEXTS

from .demo import demo_pairs
from .pairs import pair

LANGUAGES = st.sampled_from(["ar", "en", "fr"])
SIGNS = st.text('«»“”„"‘’()[]1234567890.,:;؟?ه ـمارس\n-–/%+@hH', max_size=80)
WORDS = st.lists(
    st.sampled_from(
        ["3", "March", "mars", "مارس", "2025", "١٤٤٦", "رجب", "million", "ملايين", "et", "و", "the", "quatre", "vingt",
         "Monday", "الاثنين", "lundi", "XXI", "12:30", "h", "p.m.", "1,200", "٣٫٥", "https://a.b/1", "COP29", "٠" * 40]
    ),
    max_size=20,
).map(" ".join)  # fmt: skip
PASSAGES = st.one_of(TEXTS, SIGNS, WORDS)
ROWS = st.lists(st.builds(Row, st.sampled_from(["title", "body.1", "body.2"]), PASSAGES, PASSAGES), max_size=4)
LINKS = st.lists(PASSAGES, max_size=3).map(tuple)
FORMS = st.lists(PASSAGES, max_size=2).map(tuple)
NAMES = st.builds(Name, st.sampled_from(["person", "member_state", "sector", "tag", "term"]), *[FORMS] * 4)
PAIRS = st.builds(Pair, LANGUAGES, LANGUAGES, ROWS.map(tuple), LINKS, LINKS, st.lists(NAMES, max_size=2).map(tuple))


@given(PAIRS)
def test_any_text_can_be_checked(pair):
    found = findings(pair)

    kinds = list(KINDS)
    places = [kinds.index(finding.kind) for finding in found]
    assert places == sorted(places)
    assert len({(finding.kind, finding.detail) for finding in found}) == len(found)
    assert all(finding.sentence for finding in found)


@given(LANGUAGES, PASSAGES)
def test_a_text_says_what_it_says_itself(language, text):
    found = {finding.kind for finding in findings(pair(language, text, language, text))}

    assert found <= {"weekday_date", "quotation"}


def test_a_stray_figure_in_a_good_translation_is_found():
    for _key, good in demo_pairs():
        last = good.rows[-1]
        spoilt = Row(last.key, last.source, f"{last.target} 7391")
        found = findings(Pair(good.source_language, good.language, (*good.rows[:-1], spoilt)))

        assert ("numbers", "7391", last.key) in {(finding.kind, finding.detail, finding.row) for finding in found}


HOSTILE = ("(", "“", '"', "1 ", "1,", "a@", "et ", "مليون ", "5 March ", "«x", "‘")


@pytest.mark.parametrize("piece", HOSTILE)
def test_the_work_for_a_hostile_text_grows_with_its_length_and_not_with_its_square(piece):
    def calls(times):
        """How many functions are called: the same on any machine, however busy."""
        text, profile = piece * times, cProfile.Profile()
        profile.runcall(findings, pair("en", text, "ar", text))
        profile.runcall(findings, pair("ar", text, "fr", text))
        return pstats.Stats(profile).total_calls

    calls(10)  # what is made once

    # Sixteen times the text: a square would take 256 times the work.
    assert calls(1_600) <= 24 * calls(100)
