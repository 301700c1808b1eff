"""Five counters as Hypothesis draws them, and the answers they stand for."""

from hypothesis import strategies as st

COUNTS = st.tuples(*[st.integers(0, 60)] * 5)
SOME = COUNTS.filter(any)


def scores(counts):
    """The answers themselves, one by one."""
    return [score for score, count in enumerate(counts, start=1) for _answer in range(count)]
