"""Lines that cross: a lattice of strips, a woven cloth, the paths of a circuit."""

from math import cos, hypot, radians, sin

from .colours import by_lightness, darker, lighter, mix, pale_and_inks
from .geometry import band, ring, star


def lattice(canvas, palette, chance):
    """Strips in three directions, plaited so that each direction lies over one other and under the third."""
    pale, inks = pale_and_inks(palette)
    canvas.gradient(canvas.frame, pale, mix(pale, inks[1 % len(inks)], 0.16))
    pitch, width = 120, 30
    start = chance.randrange(len(inks))
    families = [strips(canvas, angle, pitch, 0.5) for angle in (0, 60, 120)]
    for centre in hexagons(canvas, pitch):
        canvas.polygon(star(centre, 22, 11, 6, 30), mix(pale, inks[(start + 2) % len(inks)], 0.6))
    canvas.shadow([band(a, b, width) for family in families for _, a, b in family], 9, 0.28, (5, 8))
    for turn, family in enumerate(families):
        for number, a, b in family:
            strip(canvas, a, b, width, strip_colour(inks, start, turn, number))
    for number, a, b in families[0]:
        for _, c, d in families[2]:
            crossing = meeting(a, b, c, d)
            if crossing:
                reach = width * 0.9
                piece = [(crossing[0] - reach, crossing[1]), (crossing[0] + reach, crossing[1])]
                strip(canvas, *piece, width, strip_colour(inks, start, 0, number))


def strip_colour(inks, start, turn, number):
    """Neighbours in one direction share a family of tones; each direction begins with a colour of its own."""
    first, second = inks[(start + turn) % len(inks)], inks[(start + turn + 1) % len(inks)]
    return (first, mix(first, second, 0.5), second, first)[number % 4]


def strips(canvas, angle, pitch, shift):
    """Parallel lines over the whole canvas: (number, start, end), `pitch` units apart."""
    along = cos(radians(angle)), sin(radians(angle))
    across = -along[1], along[0]
    far = hypot(canvas.width, canvas.height) / 2 + pitch
    count = int(far / pitch) + 1
    for number in range(-count, count + 1):
        x = canvas.centre[0] + across[0] * pitch * (number + shift)
        y = canvas.centre[1] + across[1] * pitch * (number + shift)
        yield_from = (x - along[0] * far, y - along[1] * far), (x + along[0] * far, y + along[1] * far)
        yield number, *yield_from
