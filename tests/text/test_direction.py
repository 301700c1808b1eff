"""The direction of a language follows its script."""

import pytest

from icesco.text.direction import direction


@pytest.mark.parametrize("language", ["ar", "ar-MA", "AR", "ar_DZ", "fa", "ur", "ps", "az-Arab", "ar-Arab-MA"])
def test_languages_in_arabic_script_run_from_right_to_left(language):
    assert direction(language) == "rtl"


@pytest.mark.parametrize("language", ["en", "fr", "fr-CA", "az", "ar-Latn", "", "xx", "art"])
def test_all_others_run_from_left_to_right(language):
    assert direction(language) == "ltr"
