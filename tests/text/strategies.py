"""Texts for property tests: anything at all, and what newsrooms write."""

from hypothesis import strategies as st

ANY_TEXT = st.text(st.characters(), max_size=60)

SCRAPS = [
    "الإيسيسكو", "المَغرِب", "مُؤتمر", "رؤية", "هيئة", "ﷺ", "ﻻ", "ﹰ", "ـــ", "٢٠٢٥", "۲۸", "،", "ى", "ة", "ء",
    "L’éducation", "œuvre", "ÎLE", "Straße", "İstanbul", "Əliyev", "ŉ", "´", "½", "ﬁn", "Å", "e\u0301", "한국",
    "\u200f", "\u200d", "\u2067", "\u2069", "\u00ad", "\ufeff", "\u00a0", "\n", " ",
    "-", "–", "'", "’", "_", "(", ")", "/", ".", "ICESCO", "a", "1",
]  # fmt: skip
NEWSROOM_TEXT = st.lists(st.sampled_from(SCRAPS), max_size=12).map("".join)

TEXTS = st.one_of(ANY_TEXT, NEWSROOM_TEXT)
