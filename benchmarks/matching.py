"""Measures how the time that the matcher takes grows with a text: see benchmarks/README.md."""

import os
import statistics
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "icesco.settings")
LENGTHS = (10_000, 100_000)  # characters
ROUNDS = 20


def main():
    import django

    django.setup()
    from tests.news.listing.known import listing, reference_matcher

    matcher, text = reference_matcher(), listing("icesco-news-listing-en.txt") * 20
    matcher.find(text, "en")
    taken = {length: [] for length in LENGTHS}
    for _ in range(ROUNDS):
        for length in LENGTHS:
            began = time.perf_counter()
            matcher.find(text[:length], "en")
            taken[length].append(time.perf_counter() - began)
    short, long = (statistics.median(taken[length]) * 1000 for length in LENGTHS)
    print(f"{LENGTHS[0]:,} characters {short:.1f} ms, {LENGTHS[1]:,} {long:.1f} ms: ratio {long / short:.1f}")


if __name__ == "__main__":
    main()
