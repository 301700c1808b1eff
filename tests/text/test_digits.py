"""Arabic-Indic digits become ASCII digits."""

import pytest
from hypothesis import given

from icesco.text.digits import ascii_digits

from .strategies import TEXTS


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("٠١٢٣٤٥٦٧٨٩", "0123456789"),
        ("۰۱۲۳۴۵۶۷۸۹", "0123456789"),
        ("٢٨ يناير ٢٠٢٥", "28 يناير 2025"),
        ("28 January 2025", "28 January 2025"),
        ("", ""),
    ],
)
def test_digits_of_the_arabic_script_are_written_in_ascii(text, expected):
    assert ascii_digits(text) == expected


@given(TEXTS)
def test_the_length_stays_and_a_second_time_changes_nothing(text):
    digits = ascii_digits(text)

    assert len(digits) == len(text)
    assert ascii_digits(digits) == digits
