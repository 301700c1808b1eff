"""How much personal data is masked, and how much else, in three hundred comments labelled by somebody else."""

import json
import re
from pathlib import Path

from feedback.masking import found_in

LINES = json.loads(Path(__file__).with_name("masking_corpus.json").read_text(encoding="utf-8"))
MARK = re.compile("⟦(?:email|phone|number):(.*?)⟧")


def unmarked(line):
    """The comment without marks, and the (start, end) of what was marked."""
    plain, spans, end = "", [], 0
    for match in MARK.finditer(line):
        plain += line[end : match.start()]
        spans.append((len(plain), len(plain) + len(match[1])))
        plain += match[1]
        end = match.end()
    return plain + line[end:], spans


def judged():
    """How many pieces of personal data there are, how many are masked whole, and how much else is masked."""
    marked = whole = wrong = 0
    for line in LINES:
        plain, spans = unmarked(line)
        found = found_in(plain)
        marked += len(spans)
        whole += sum(all(any(f.start <= place < f.end for f in found) for place in range(*span)) for span in spans)
        wrong += sum(not any(f.start < end and start < f.end for start, end in spans) for f in found)
    return marked, whole, wrong


def test_personal_data_is_found_and_little_else():
    marked, whole, wrong = judged()

    assert len(LINES) == len(set(LINES)) == 300
    assert whole / marked >= 0.95
    assert whole / (whole + wrong) >= 0.90
