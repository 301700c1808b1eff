"""Measures how the time to find dates grows with texts made to mislead it: see benchmarks/README.md."""

import os
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "icesco.settings")
LENGTHS = (6_250, 100_000)  # characters: sixteen times; a square would take 256 times as long
ROUNDS = 5


def main():
    import django

    django.setup()
    from tests.text.misleading import PIECES

    for language in ("ar", "en"):
        for piece in PIECES:
            short, long = (best(piece, letters, language) for letters in LENGTHS)
            print(f"{language} {piece!r}: {long * 1000:.0f} ms, ratio {long / short:.0f}")


def best(piece, letters, language):
    """The shortest of some rounds, in seconds of this process's own work."""
    from icesco.text.dates import find_dates

    text = (piece * letters)[:letters]
    taken = []
    for _ in range(ROUNDS):
        started = time.process_time()
        find_dates(text, language)
        taken.append(time.process_time() - started)
    return min(taken)


if __name__ == "__main__":
    main()
