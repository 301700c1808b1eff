"""Colours as (red, green, blue), each 0–255: mixing them and telling light from dark."""

WHITE = (255, 255, 255)
BLACK = (0, 0, 0)


def mix(one, other, share):
    """The colour `share` (0–1) of the way from `one` to `other`."""
    return tuple(round(a + (b - a) * share) for a, b in zip(one, other, strict=True))


def lighter(colour, share):
    return mix(colour, WHITE, share)


def darker(colour, share):
    return mix(colour, BLACK, share)


def lightness(colour):
    """Relative lightness 0–255, by the weights of ITU-R BT.601."""
    red, green, blue = colour
    return 0.299 * red + 0.587 * green + 0.114 * blue


def pale_and_inks(palette):
    """(the palest colour, the others in their order)."""
    pale = max(palette, key=lightness)
    return pale, [colour for colour in palette if colour != pale]


def by_lightness(colours):
    """The colours, darkest first."""
    return sorted(colours, key=lightness)
