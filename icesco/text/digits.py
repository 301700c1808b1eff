"""Digits of the Arabic script as ASCII digits."""

ARABIC_INDIC = "٠١٢٣٤٥٦٧٨٩"
EXTENDED_ARABIC_INDIC = "۰۱۲۳۴۵۶۷۸۹"  # Persian and Urdu
TO_ASCII = str.maketrans(ARABIC_INDIC + EXTENDED_ARABIC_INDIC, "0123456789" * 2)


def ascii_digits(text):
    """Return `text`, of the same length, with Arabic-Indic digits (also the Persian ones) as 0–9."""
    return text.translate(TO_ASCII)
