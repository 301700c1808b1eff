"""Lines that cross: a lattice of strips, a woven cloth, the paths of a circuit."""

from math import cos, hypot, radians, sin

from .colours import BLACK, by_lightness, darker, lighter, mix, pale_and_inks
from .geometry import band


def lattice(canvas, palette, chance):
    """Strips in three directions, each laid over the one before, in colours of their own."""
    pale, inks = pale_and_inks(palette)
    canvas.gradient(canvas.frame, pale, mix(pale, inks[1 % len(inks)], 0.16))
    pitch, width = 132, 26
    start = chance.randrange(len(inks))
    for turn, angle in enumerate((0, 60, 120)):
        family = strips(canvas, angle, pitch, 0.5)
        canvas.shadow([band(one, other, width) for one, other in family], 7, 0.25, (4, 6))
        for number, (one, other) in enumerate(family):
            colour = inks[(start + turn + number % 2) % len(inks)]
            strip(canvas, one, other, width, colour)


def strips(canvas, angle, pitch, shift):
    """Parallel lines over the whole canvas as pairs (start, end), `pitch` units apart."""
    along = cos(radians(angle)), sin(radians(angle))
    across = -along[1], along[0]
    far = hypot(canvas.width, canvas.height) / 2 + pitch
    count = int(far / pitch) + 1
    found = []
    for number in range(-count, count + 1):
        x = canvas.centre[0] + across[0] * pitch * (number + shift)
        y = canvas.centre[1] + across[1] * pitch * (number + shift)
        found.append(((x - along[0] * far, y - along[1] * far), (x + along[0] * far, y + along[1] * far)))
    return found


def strip(canvas, one, other, width, colour):
    """A strap with darker rims and a light line along its middle."""
    canvas.polygon(band(one, other, width), darker(colour, 0.3))
    canvas.polygon(band(one, other, width * 0.78), colour)
    canvas.polygon(band(one, other, width * 0.12), lighter(colour, 0.55))


def weave(canvas, palette, chance):
    """Broad threads over and under each other, shaded where one dives below its neighbour."""
    pale, inks = pale_and_inks(palette)
    canvas.polygon(canvas.frame, darker(by_lightness(inks)[0], 0.45))
    thread, gap = 62, 12
    pitch = thread + gap
    columns, rows = int(canvas.width / pitch) + 2, int(canvas.height / pitch) + 2
    upright = [chance.choice(inks) for _ in range(columns)]
    level = [mix(chance.choice(inks), pale, 0.25) for _ in range(rows)]
    for column in range(columns):
        for row in range(rows):
            x, y = column * pitch - gap, row * pitch - gap
            is_upright_on_top = (column + row) % 2 == 0
            pieces = [(level[row], False), (upright[column], True)]
            for colour, is_upright in pieces if is_upright_on_top else reversed(pieces):
                thread_piece(canvas, (x, y), thread, gap, colour, is_upright)


def thread_piece(canvas, corner, thread, gap, colour, is_upright):
    """One crossing's length of a thread, rounded by a gradient and marked by fine fibres."""
    x, y = corner
    reach = thread + gap * 2
    width, height = (thread, reach) if is_upright else (reach, thread)
    left, top = (x + gap, y) if is_upright else (x, y + gap)
    box = [(left, top), (left + width, top), (left + width, top + height), (left, top + height)]
    canvas.polygon([(px + 3, py + 4) for px, py in box], BLACK, 0.18)
    canvas.gradient(box, lighter(colour, 0.12), darker(colour, 0.16))
    for fibre in (0.2, 0.4, 0.6, 0.8):
        if is_upright:
            ends = [(left + width * fibre, top), (left + width * fibre, top + height)]
        else:
            ends = [(left, top + height * fibre), (left + width, top + height * fibre)]
        canvas.line(ends, darker(colour, 0.12), 1.5)


def circuit(canvas, palette, chance):
    """Paths that run beside each other, bend by 45 degrees and end in rings, on a dark ground."""
    darkest, *bright = by_lightness(palette)
    canvas.gradient(canvas.frame, lighter(darkest, 0.06), darker(darkest, 0.3))
    for dot_row in range(1, 15):
        for dot_column in range(1, 27):
            canvas.disc((dot_column * 60, dot_row * 60), 2, mix(darkest, bright[0], 0.3))
    for bundle in range(9):
        colour = bright[bundle % len(bright)]
        y = 70 + bundle * 96
        bend = canvas.width * chance.uniform(0.2, 0.6)
        drop = chance.choice((-1, 1)) * chance.randrange(60, 150, 30)
        end = bend + abs(drop) + chance.uniform(200, canvas.width * 0.35)
        for lane in range(chance.randrange(2, 5)):
            path(canvas, y + lane * 18, bend + lane * 7, drop, end - lane * 46, mix(colour, darkest, lane * 0.16))


def path(canvas, y, bend, drop, end, colour):
    """One path from the left edge to a ring."""
    points = [(-10, y), (bend, y), (bend + abs(drop), y + drop), (end, y + drop)]
    canvas.line(points, darker(colour, 0.5), 9)
    canvas.line(points, colour, 4.5)
    canvas.disc((end, y + drop), 13, darker(colour, 0.5))
    canvas.circle((end, y + drop), 11, colour, 4.5)
