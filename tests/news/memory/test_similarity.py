"""How alike two sentences are: as PostgreSQL's pg_trgm says, on folded texts."""

import pytest
from django.db import DatabaseError, connection, transaction
from hypothesis import example, given
from hypothesis import strategies as st

from news.memory.similarity import LEAST, alikeness, are_alike, folded, similarity, trigrams

from .golden import GOLDEN

LETTERS = "abcdefgéœ  انمترؤسة  ٢٥79.,'-،؟_\u00a0\u064e"
TEXTS = st.text(LETTERS, max_size=60).map(folded)


@pytest.mark.parametrize(("language", "one", "other", "are_alike"), GOLDEN)
def test_a_golden_pair_is_alike_or_not(language, one, other, are_alike):
    assert (similarity(folded(one), folded(other)) >= LEAST) is are_alike


def test_a_word_has_its_trigrams_with_two_blanks_before_and_one_after():
    assert trigrams("to be") == {"  t", " to", "to ", "  b", " be", "be "}


@given(TEXTS, TEXTS)
@example("", "")
def test_similarity_is_the_same_both_ways_from_0_to_1_and_1_for_equal_texts(one, other):
    found = similarity(one, other)

    assert found == similarity(other, one)
    assert 0 <= found <= 1
    assert similarity(one, one) == bool(trigrams(one))


@given(TEXTS, TEXTS)
def test_similarity_is_that_of_a_plain_count(one, other):
    a, b = trigrams_one_by_one(one), trigrams_one_by_one(other)
    union = [*a, *(trigram for trigram in b if trigram not in a)]
    shared = [trigram for trigram in a if trigram in b]

    assert similarity(one, other) == (len(shared) / len(union) if union else 0)


def trigrams_one_by_one(text):
    found = []
    for word in "".join(c if c.isalnum() else " " for c in text).split():
        padded = f"  {word} "
        for trigram in zip(padded, padded[1:], padded[2:], strict=False):
            if trigram not in found:
                found.append(trigram)
    return found


@given(st.frozensets(st.integers(0, 40)), st.frozensets(st.integers(0, 40)))
def test_whether_two_are_alike_agrees_with_how_alike_they_are(one, other):
    assert are_alike(one, other) == (alikeness(one, other) >= LEAST)


@pytest.fixture
def pg_trgm(db):
    """similarity() of PostgreSQL, where the extension can be had."""
    if connection.vendor != "postgresql":
        pytest.skip("PostgreSQL only")
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_available_extensions WHERE name = 'pg_trgm'")
        if not cursor.fetchone()[0]:
            pytest.skip("this server has no pg_trgm")
        try:
            with transaction.atomic():
                cursor.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm")  # gone with the test's transaction
        except DatabaseError:
            pytest.skip("whoever runs the tests may not make extensions")

        def ask(pairs):
            cursor.execute(
                "SELECT similarity(one, other) FROM unnest(%s::text[], %s::text[]) WITH ORDINALITY t (one, other, n)"
                " ORDER BY n",
                [[one for one, _other in pairs], [other for _one, other in pairs]],
            )
            return [found for (found,) in cursor.fetchall()]

        yield ask


def test_similarity_is_postgresqls_own(pg_trgm):
    texts = [folded(text) for _language, *pair, _alike in GOLDEN for text in pair]
    pairs = [(one, other) for one in texts for other in texts]

    assert pg_trgm(pairs) == pytest.approx([similarity(*pair) for pair in pairs], abs=1e-6)
