"""Abstract pictures for the demo stories: geometric motifs drawn by rule, the same for the same seed."""

import random

from PIL import ImageColor

from .buildings import arcs, dome
from .canvas import Canvas
from .land import dunes, horizon, waves
from .objects import books, leaves, rays
from .stars import star8, tiles
from .strands import circuit, lattice, weave

MOTIFS = {
    motif.__name__: motif
    for motif in (arcs, books, circuit, dome, dunes, horizon, lattice, leaves, rays, star8, tiles, waves, weave)
}
FEWEST_COLOURS = 3


def draw(pattern, palette, seed, size=(1600, 900)):
    """A picture of the motif `pattern` in the colours of `palette`, an RGB PIL.Image of `size` (width, height in px).

    palette: three or more colours as "#rrggbb". seed: int or str; one seed always gives the same picture.
    Raises ValueError on an unknown pattern, naming those there are, and on a palette that is too small.
    """
    if pattern not in MOTIFS:
        raise ValueError(f"unknown pattern {pattern!r}; there are: {', '.join(sorted(MOTIFS))}")
    if len(palette) < FEWEST_COLOURS:
        raise ValueError(f"a palette has {FEWEST_COLOURS} colours or more, not {len(palette)}")
    canvas = Canvas(size)
    MOTIFS[pattern](canvas, [ImageColor.getrgb(colour) for colour in palette], random.Random(seed))
    return canvas.finished()
