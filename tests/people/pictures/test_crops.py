"""Crops lie within the picture, have their proportion and keep the focal point."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from people.pictures.crops import crop_box

sides = st.integers(1, 16_000)
percents = st.integers(0, 100)
ratios = st.sampled_from([(16, 10), (1200, 630), (1, 1)])


@given(sides, sides, ratios, percents, percents)
def test_a_crop_lies_within_the_picture_and_touches_two_of_its_edges(width, height, ratio, x, y):
    left, top, right, bottom = crop_box((width, height), ratio, (x, y))

    assert 0 <= left < right <= width
    assert 0 <= top < bottom <= height
    assert right - left == width or bottom - top == height


@given(st.integers(100, 16_000), st.integers(100, 16_000), ratios, percents, percents)
def test_a_crop_has_its_proportion_and_keeps_the_focal_point(width, height, ratio, x, y):
    left, top, right, bottom = crop_box((width, height), ratio, (x, y))

    assert abs((right - left) * ratio[1] - (bottom - top) * ratio[0]) <= max(ratio)
    assert left - 1 <= width * x / 100 <= right + 1
    assert top - 1 <= height * y / 100 <= bottom + 1


@pytest.mark.parametrize(
    ("focal", "box"),
    [((50, 50), (50, 0, 150, 100)), ((0, 50), (0, 0, 100, 100)), ((60, 0), (70, 0, 170, 100))],
)
def test_the_focal_point_is_in_the_middle_where_it_can_be(focal, box):
    assert crop_box((200, 100), (1, 1), focal) == box
