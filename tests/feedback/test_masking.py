"""Personal data in comments is masked, and nothing else."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedback.masking import found_in, masked

PERSONAL = {
    "Write to amina.d@example.org please": "Write to [e-mail] please",
    "amina (at) example dot org": "[e-mail]",
    "Écrivez à amina arobase example point fr !": "Écrivez à [e-mail] !",
    "راسلوني على amina@example.org": "راسلوني على [e-mail]",
    "Call +212 6 61 23 45 67 today": "Call [phone] today",
    "هاتفي ٠٦٦١٢٣٤٥٦٧ شكرا": "هاتفي [phone] شكرا",
    "Mon numéro : 06.61.23.45.67.": "Mon numéro : [phone].",
    "اتصلوا بي 00212-661-234567": "اتصلوا بي [phone]",
    "(555) 123-4567": "[phone]",
    "My passport is AB1234567": "My passport is [number]",
    "CIN BE123456": "CIN [number]",
    "رقم الهوية 1023456789": "رقم الهوية [number]",
    "national number 29901011234567": "national number [number]",
    "IBAN MA64 0115 1900 0001 2050 0053 4921": "IBAN [number]",
    "4111 1111 1111 1111": "[number]",
    "09/03/2026 0661234567": "09/03/2026 [phone]",
}
PLAIN = [
    "In 2024-2025 there were 150,000 visitors and 1 200 000 dirhams.",
    "Le 09/03/2026 à 10:30, 12 % de 350 pages.",
    "بتاريخ ٢٠٢٥/١/٢٨ حضر ١٢٠٠ شخص",
    "COP29 and version 10.0.19045, score 5/5",
    "ISBN 978-3-16-148410-0",
    "www.icesco.org is @ its best",
    "2026-03-09 14:05",
    "look at the site and stop at point three",
    "",
]


@pytest.mark.parametrize(("text", "shown"), PERSONAL.items())
def test_personal_data_is_masked_by_its_kind(text, shown):
    assert masked(text) == shown


@pytest.mark.parametrize("text", PLAIN)
def test_other_numbers_and_signs_stay(text):
    assert masked(text) == text


@given(st.text(alphabet=st.one_of(st.characters(), st.sampled_from("@. 0123456789+-٣٤()")), max_size=300))
def test_masking_once_is_enough_and_never_fails(text):
    once = masked(text)

    assert masked(once) == once
    spans = found_in(text)
    assert all(before.end <= after.start for before, after in pairwise(spans))


@pytest.mark.parametrize("piece", ["1 ", "a@", "a.", "(1) ", "AB12", "passport ", "at dot "])
def test_hostile_comments_take_no_long_time(piece):
    masked((piece * 2000)[:2000])
