"""Where a sentence ends, in three languages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from news.memory.sentences import sentences

PIECES = st.sampled_from(
    ["Dr.", "H.E.", "M.", "د.", "أ.د.", "Rabat", "rabat", "قال", "3.5", "٣٫٥", "2025.", "...", "…", "؟", "!", "؛", ". ",
     " ", "\u00a0", "\n", "« ", " »", "”", "“", "(", ")", "\u200f", "1.", "•"]
)  # fmt: skip


@pytest.mark.parametrize("language", ["ar", "en", "fr"])
@given(st.lists(PIECES, max_size=30).map("".join))
def test_the_sentences_joined_are_the_text(language, text):
    found = sentences(text, language)

    assert "".join(found) == text
    assert all(found)


# What is written here with | is to be parted there.
PARTED = [
    ("en", "He spoke. |She listened."),
    ("en", "Dr. Salim M. AlMalik met H.E. Mr. J. Smith on Feb. 3. |They talked."),
    ("en", "It grew by 3.5 percent. |In 2025. |Then no more."),
    ("en", "“Why?” he asked. |“Because!” |She left."),
    ("en", "See No. 5 and Art. 12 of the charter. |He said no. |Nothing else."),
    ("en", "And so on… |The end."),
    ("en", "And so on… to the end."),
    ("en", "One; two: three, e.g. Rabat."),
    ("en", "1. Teachers are trained. |2. Schools are built."),
    ("en", "A line\n|Another line"),
    ("en", "(He spoke.) |[She listened.]"),
    ("fr", "M. Dupont et S.E. Mme Diallo ont parlé. |Le Pr. Sow aussi."),
    ("fr", "« Est-ce possible ? » |Oui\u00a0! |Certes."),
    ("fr", "« Est-ce possible ? » demanda-t-il."),
    ("fr", "Il a dit : « C’est fait. » |Puis il partit."),
    ("fr", "« C’est fait. »"),
    ("fr", "Le prix est de 3,5 millions. |J.-P. Martin l’a reçu."),
    ("ar", "التقى د. سالم المالك أ.د. أحمد علي. |وأشاد بدوره."),
    ("ar", "هل هذا ممكن؟ |نعم! |قال «هذا ممكن.» |ثم غادر."),
    ("ar", "نما بنسبة 3.5 في المائة؛ وبلغ ٢٫٥ مليون. |وذلك سنة ٢٠٢٥. |ثم توقف."),
    ("ar", "قال… ثم سكت. |وانتهى."),
    ("ar", "ص. ب. 2275 الرباط. |المغرب."),
]


@pytest.mark.parametrize(("language", "text"), PARTED)
def test_a_sentence_ends_where_a_reader_says(language, text):
    assert "|".join(sentences(text.replace("|", ""), language)) == text
