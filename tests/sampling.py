"""Large matrices of cases: whole under ICESCO_DEEP=1, else a sample that changes from day to day.

ICESCO_SAMPLE_SEED repeats a sample; the run's closing lines name the seed.
"""

import datetime
import os
import random

IS_DEEP = os.environ.get("ICESCO_DEEP") == "1"
SEED = os.environ.get("ICESCO_SAMPLE_SEED") or datetime.date.today().isoformat()


def sampled(cases, size, seed=SEED, is_deep=IS_DEEP):
    """`size` of `cases` in their own order, the same ones all day; all of them when the run is deep."""
    cases = list(cases)
    if is_deep or len(cases) <= size:
        return cases
    chosen = sorted(random.Random(seed).sample(range(len(cases)), size))
    return [cases[index] for index in chosen]
