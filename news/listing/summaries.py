"""The summary and the body of an imported story, made of its paragraphs."""

import re
from html import escape

LONGEST_SUMMARY = 300
SHORTEST_SUMMARY = 150  # below it, a cut at a comma would say too little
ENOUGH = 3_000  # characters of a first paragraph: what is beyond never comes into a summary
LONGEST_ABBREVIATION = 12
# A stop after these ends no sentence; nor does one after a single letter (Salim M. AlMalik, H.E.).
ABBREVIATION = re.compile(
    r"(?:^|[\s(«“\"’'])(?:Dr|Mr|Mrs|Ms|Prof|Pr|Amb|Eng|Hon|St|No|Nos|Art|vs|etc|cf|Mme|Mlle|MM|Gen|Col|Sen|Gov|Rev|Jr|"
    r"Sr|Inc|Ltd|Co|approx|art|"
    r"p|pp|vol|[^\W\d_]|(?:[^\W\d_]\.)+[^\W\d_]|د|أ|م|هـ)$"
)
SENTENCE_END = re.compile(r"[.!?؟…]+[\"”»’)\]]*(?=\s+[\"“«‘(\[]?\s?[^\W_])|[.!?؟…]+[\"”»’)\]]*$")


def sentences(paragraph):
    """The sentences of `paragraph`, each with its stop, in order; joined by blanks they give it back."""
    found, start = [], 0
    for end in SENTENCE_END.finditer(paragraph):
        following = paragraph[end.end() :].lstrip(' \u00a0"“«‘([')[:1]
        is_stop = end[0].startswith(".") and not end[0].startswith("..")
        if is_stop and (
            ABBREVIATION.search(paragraph, max(start, end.start() - LONGEST_ABBREVIATION), end.start())
            or following.islower()
        ):
            continue
        found.append(paragraph[start : end.end()].strip())
        start = end.end()
    rest = paragraph[start:].strip()
    return [*found, rest] if rest else found


def summary_of(paragraphs):
    """The first sentences of the first paragraph, whole ones, in at most 300 characters; "" without paragraphs.

    One that is longer is cut at a comma, else between words, and says so with …
    """
    summary = ""
    for sentence in sentences(paragraphs[0][:ENOUGH]) if paragraphs else ():
        longer = f"{summary} {sentence}".strip()
        if len(longer) > LONGEST_SUMMARY:
            break
        summary = longer
    if summary or not paragraphs:
        return summary
    cut = paragraphs[0][: LONGEST_SUMMARY - 1]
    comma = max(cut.rfind(", "), cut.rfind("، "))
    cut = cut[:comma] if comma >= SHORTEST_SUMMARY else cut.rsplit(" ", 1)[0]
    return cut.rstrip(' ,،;:–—-(«“"') + "…"


def body_of(paragraphs):
    """The paragraphs as HTML, escaped."""
    return "".join(f"<p>{escape(paragraph, quote=False)}</p>" for paragraph in paragraphs)
