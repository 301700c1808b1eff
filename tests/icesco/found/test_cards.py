"""The pictures that stand for the site elsewhere are there, of the size that heads say."""

import pytest
from PIL import Image

from icesco.found.publisher import CARD_HEIGHT_PX, CARD_WIDTH_PX, LOGO_SIDE_PX
from people.languages import LANGUAGES
from scripts import draw_cards

SIZES = {f"card-{language}.png": (CARD_WIDTH_PX, CARD_HEIGHT_PX) for language in LANGUAGES}


@pytest.mark.parametrize(("name", "size"), [*SIZES.items(), ("logo.png", (LOGO_SIDE_PX, LOGO_SIDE_PX))])
def test_a_card_has_its_size_and_is_light(name, size):
    path = draw_cards.IMAGES / name

    with Image.open(path) as picture:
        assert (picture.format, picture.size) == ("PNG", size)
    assert path.stat().st_size <= draw_cards.MOST_BYTES


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_words_on_a_card_are_the_sites_own(language):
    from django.utils import translation

    from icesco.found.publisher import newsroom_name, organisation_name

    with translation.override(language):
        assert draw_cards.NAMES[language] == (newsroom_name(), organisation_name())
