"""The demo's lead pictures: each motif that a story names is drawn, the same each time, in the story's colours."""

import json
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageColor

import icesco.demo
from icesco.demo.drawing import MOTIFS, draw

SMALL = (640, 360)
PALETTE = ["#12355b", "#c8963e", "#f3ead7", "#3f7d6e"]
NEAR = 40  # a colour counts as used where red, green and blue each differ by no more: light and shade vary them
SMALLEST_SHARE = 0.001


def story_pictures():
    """(key, picture) of every demo story."""
    folder = Path(icesco.demo.__file__).parent / "stories"
    stories = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("[0-9][0-9]-*.json"))]
    return [pytest.param(story["key"], story["picture"], id=story["key"]) for story in stories]


def share_near(picture, colour):
    """Share (0–1) of a picture's pixels that are near a colour."""
    distance = ImageChops.difference(picture, Image.new("RGB", picture.size, colour))
    farthest = distance.getchannel(0)
    for band in (1, 2):
        farthest = ImageChops.lighter(farthest, distance.getchannel(band))
    return sum(farthest.histogram()[: NEAR + 1]) / (picture.width * picture.height)


@pytest.mark.parametrize(("key", "row"), story_pictures())
def test_the_picture_of_a_story_is_drawn_in_its_colours(key, row):
    picture = draw(row["pattern"], row["palette"], seed=key, size=SMALL)

    unused = [c for c in row["palette"] if share_near(picture, ImageColor.getrgb(c)) < SMALLEST_SHARE]
    assert unused == []


@pytest.mark.parametrize("pattern", sorted(MOTIFS))
def test_a_motif_is_not_flat(pattern):
    picture = draw(pattern, PALETTE, seed=1, size=SMALL)

    assert len(picture.getcolors(SMALL[0] * SMALL[1])) > 200


@pytest.mark.parametrize("pattern", sorted(MOTIFS))
def test_one_seed_always_gives_the_same_picture(pattern):
    pictures = [draw(pattern, PALETTE, seed="story", size=SMALL) for _ in range(2)]

    assert pictures[0].tobytes() == pictures[1].tobytes()


def test_another_seed_gives_another_picture():
    pictures = [draw("circuit", PALETTE, seed=seed, size=SMALL) for seed in (1, 2)]

    assert pictures[0].tobytes() != pictures[1].tobytes()


@pytest.mark.parametrize("size", [(1600, 900), (300, 400)])
def test_a_picture_has_the_size_asked_for(size):
    picture = draw("star8", PALETTE, seed=1, size=size)

    assert (picture.size, picture.mode) == (size, "RGB")


@pytest.mark.parametrize("pattern", sorted(MOTIFS))
def test_a_motif_does_with_three_colours(pattern):
    picture = draw(pattern, PALETTE[:3], seed=1, size=SMALL)

    assert picture.size == SMALL


def test_an_unknown_pattern_is_refused_with_the_known_ones():
    with pytest.raises(ValueError, match=r"unknown pattern 'plaid'; there are: arcs, books, .*weave"):
        draw("plaid", PALETTE, seed=1)


def test_too_small_a_palette_is_refused():
    with pytest.raises(ValueError, match="3 colours or more, not 2"):
        draw("star8", PALETTE[:2], seed=1)
