"""Lines that cross or keep clear of each other: a lattice of strips, a woven cloth, the paths of a circuit."""

from math import cos, hypot, radians, sin

from .colours import by_lightness, darker, lighter, mix, pale_and_inks
from .geometry import band, between, ring, star

NEIGHBOURS = ((1, 0), (1, 1), (0, 1), (-1, 1), (-1, 0), (-1, -1), (0, -1), (1, -1))


def lattice(canvas, palette, chance):
    """Strips in three directions, plaited so that each direction lies over one other and under the third."""
    pale, inks = pale_and_inks(palette)
    pitch, width = 130, 36
    start = chance.randrange(len(inks))
    canvas.gradient(canvas.frame, pale, mix(pale, inks[1 % len(inks)], 0.22))
    for number, centre in enumerate(hexagons(canvas, pitch)):
        canvas.polygon(star(centre, 33, 25, 12, 15), mix(pale, inks[(start + number % 2) % len(inks)], 0.5))
        canvas.disc(centre, 15, pale)
    families = [list(strips(canvas, angle, pitch)) for angle in (0, 60, 120)]
    outlines = [band(a, b, width) for family in families for _, a, b in family]
    canvas.shadow(outlines, blur=8, opacity=0.4, offset=(5, 9), colour=by_lightness(inks)[0])
    for turn, family in enumerate(families):
        for number, a, b in family:
            strip(canvas, a, b, width, strip_colour(inks, start, turn, number))
        # What dives under the next direction is in its shade; the last one dives under the first.
        dives = crossings(family, families[(turn + 1) % 3])
        canvas.shadow([across(x, y, turn + 1, width) for _, x, y in dives], blur=4, opacity=0.36)
    for number, x, y in crossings(families[0], families[2]):
        reach = width * 0.95
        strip(canvas, (x - reach, y), (x + reach, y), width, strip_colour(inks, start, 0, number))


def hexagons(canvas, pitch):
    """Middles of the hexagons that the strips of a lattice leave open."""
    reach = int(canvas.width / pitch) + 2
    for row in range(-reach, reach + 1):
        for column in range(-reach, reach + 1):
            x = canvas.centre[0] + pitch * (row / 2 - column) / sin(radians(60))
            yield x, canvas.centre[1] + pitch * row


def strips(canvas, angle, pitch):
    """Parallel lines over the whole canvas, `pitch` units apart, none through its centre: (number, start, end)."""
    along = cos(radians(angle)), sin(radians(angle))
    far = hypot(canvas.width, canvas.height) / 2 + pitch
    count = int(far / pitch) + 1
    for number in range(-count, count + 1):
        aside = pitch * (number + 0.5)
        x, y = canvas.centre[0] - along[1] * aside, canvas.centre[1] + along[0] * aside
        yield number, (x - along[0] * far, y - along[1] * far), (x + along[0] * far, y + along[1] * far)


def strip_colour(inks, start, turn, number):
    """Each direction has a colour of its own; every third strip has the one that no direction has."""
    return inks[(start + (3 if number % 3 == turn else turn)) % len(inks)]


def strip(canvas, start, end, width, colour):
    """A flat strip with dark edges and two light lines."""
    for share, shade in ((1, darker(colour, 0.28)), (0.9, colour), (0.52, lighter(colour, 0.28))):
        canvas.polygon(band(start, end, width * share), shade)
    canvas.polygon(band(start, end, width * 0.42), lighter(colour, 0.06))


def crossings(family, other):
    """Where the strips of one direction meet those of another: (number of the first strip, x, y)."""
    return [(number, *meeting(a, b, c, d)) for number, a, b in family for _, c, d in other]


def meeting(a, b, c, d):
    """The point where the line ab meets the line cd, which must not be parallel."""
    first, second = (b[0] - a[0], b[1] - a[1]), (d[0] - c[0], d[1] - c[1])
    cross = first[0] * second[1] - first[1] * second[0]
    return between(a, b, ((c[0] - a[0]) * second[1] - (c[1] - a[1]) * second[0]) / cross)


def across(x, y, turn, width):
    """A piece of strip around a crossing, in the direction number `turn`."""
    along = cos(radians(60 * (turn % 3))) * width / 2, sin(radians(60 * (turn % 3))) * width / 2
    return band((x - along[0], y - along[1]), (x + along[0], y + along[1]), width * 1.15)


def weave(canvas, palette, chance):
    """A cloth laid on its corner: warp and weft in the same stripes, mirrored about the middle, over and under."""
    pale, inks = pale_and_inks(palette)
    red, yellow, green = inks[0], inks[1 % len(inks)], inks[-1]
    canvas.polygon(canvas.frame, darker(by_lightness(inks)[0], 0.6))
    sett = [(red, 4), (yellow, 1), (red, 1), (yellow, 3), (pale, 1), (green, 5), (pale, 1), (yellow, 1), (red, 3)]
    threads = [colour for colour, count in sett for _ in range(count)]
    shift, pitch = chance.randrange(len(threads)), 40
    side = pitch * cos(radians(45))
    reach = int(hypot(canvas.width, canvas.height) / 2 / pitch) + 2
    for i in range(-reach, reach + 1):
        for j in range(-reach, reach + 1):
            x, y = canvas.centre[0] + side * (i - j), canvas.centre[1] + side * (i + j)
            if not (-pitch < x < canvas.width + pitch and -pitch < y < canvas.height + pitch):
                continue
            if (i + j) % 2:
                thread_on_top(canvas, (x, y), (side, side), threads[(abs(j) + shift) % len(threads)])
            else:
                thread_on_top(canvas, (x, y), (-side, side), threads[(abs(i) + shift) % len(threads)])


def thread_on_top(canvas, centre, along, colour):
    """The stretch of a thread that lies over another, `along` it one pitch: fibres that darken where it dives."""
    fibres, pieces = 5, 6

    def at(share, aside):
        forward, sideways = 1.12 * (share - 0.5), 0.94 * aside * (1 - 0.1 * abs(2 * share - 1) ** 3)
        return (
            centre[0] + along[0] * forward - along[1] * sideways,
            centre[1] + along[1] * forward + along[0] * sideways,
        )

    for fibre in range(fibres):
        near, away = fibre / fibres - 0.5, (fibre + 1) / fibres - 0.5
        for piece in range(pieces):
            dive = abs((piece + 0.5) / pieces * 2 - 1) ** 3
            shade = lighter(colour, 0.1 * (1 - dive)) if fibre % 2 else darker(colour, 0.06)
            first, last = piece / pieces, (piece + 1) / pieces
            outline = [at(first, near), at(last, near), at(last, away), at(first, away)]
            canvas.polygon(outline, darker(shade, 0.38 * dive + 0.05 * fibre / fibres))


def circuit(canvas, palette, chance):
    """Paths of a circuit growing from an eight-pointed star, the same on all four sides of it."""
    pale, inks = pale_and_inks(palette)
    dark, *bright = by_lightness(inks)
    green, yellow = bright[0], bright[-1]
    canvas.gradient(canvas.frame, lighter(dark, 0.06), darker(dark, 0.25))
    for radius in range(8, 0, -1):
        glow = ring(canvas.centre, 70 * radius, 64)
        canvas.gradient(glow, mix(dark, green, 0.5), mix(dark, green, 0.35), opacity=0.07)
    step = 25
    size = int(canvas.width / 2 / step) + 1, int(canvas.height / 2 / step) + 1
    for number, path in enumerate(grow_paths(size, 7.2, chance)):
        colour = yellow if number % 4 == 1 else mix(green, pale, 0.3) if number % 7 == 3 else green
        for right, down in ((1, 1), (-1, 1), (1, -1), (-1, -1)):
            points = [
                (canvas.centre[0] + right * step * (x + 0.5), canvas.centre[1] + down * step * (y + 0.5))
                for x, y in path
            ]
            trace(canvas, points, colour, dark, pale)
    processor(canvas, (dark, green, yellow, pale))


def grow_paths(size, core, chance):
    """Paths over a quarter of a grid, outwards from its corner (0, 0), that never touch: lists of (column, row).

    size: columns and rows of the quarter. core: the radius, in cells, kept free around the corner.
    """
    cells = [(x, y) for x in range(size[0]) for y in range(size[1]) if hypot(x + 0.5, y + 0.5) > core]
    cells.sort(key=lambda cell: hypot(*cell) + chance.uniform(0, 3))
    free, paths = set(cells), []
    for cell in cells:
        if cell not in free:
            continue
        free.discard(cell)
        path = grow_path(cell, free, chance)
        if len(path) > 2:
            paths.append(path)
    return paths


def grow_path(cell, free, chance):
    """One path from `cell` over free cells, which it uses up; it bends by 45° and heads outwards."""
    outwards = (1, 0) if cell[0] > cell[1] * 1.3 else (0, 1) if cell[1] > cell[0] * 1.3 else (1, 1)
    heading = NEIGHBOURS.index(outwards)
    path = [cell]
    for _ in range(chance.randrange(5, 17)):
        bend = chance.choice((0, 0, 0, 0, 0, 1, -1))
        for turn in (heading + bend, heading, heading + 1, heading - 1):
            if can_go(path[-1], NEIGHBOURS[turn % 8], free):
                heading = turn % 8
                path.append((path[-1][0] + NEIGHBOURS[heading][0], path[-1][1] + NEIGHBOURS[heading][1]))
                free.discard(path[-1])
                break
        else:
            break
    return path


def can_go(cell, direction, free):
    """Whether a path may go on from `cell`: outwards, to a free cell, without crossing another path."""
    (x, y), (right, down) = cell, direction
    # Another path can cross a diagonal step only over the two cells beside it, both taken.
    is_between = right and down and (x + right, y) not in free and (x, y + down) not in free
    return (x + right, y + down) in free and min(direction) >= 0 and not is_between


def trace(canvas, points, colour, dark, pale):
    """A path with a soft glow and a ring at either end."""
    canvas.line(points, mix(dark, colour, 0.28), 12)
    canvas.line(points, colour, 4.5)
    for point, radius in ((points[0], 6.5), (points[-1], 9)):
        canvas.disc(point, radius + 4, mix(dark, colour, 0.28))
        canvas.disc(point, radius, colour)
        canvas.disc(point, radius * 0.45, dark)
    canvas.disc(points[-1], 3, pale)


def processor(canvas, colours):
    """The star in the middle, star within star."""
    dark, green, yellow, pale = colours
    canvas.shadow([star(canvas.centre, 168, 128)], blur=26, opacity=0.5)
    layers = [(168, green, 0), (161, darker(dark, 0.2), 0), (142, yellow, 0), (137, mix(dark, green, 0.2), 0)]
    layers += [(104, mix(green, dark, 0.2), 22.5), (99, dark, 22.5), (78, yellow, 0), (56, mix(dark, green, 0.3), 22.5)]
    layers += [(38, pale, 0), (20, green, 22.5)]
    for outer, colour, turn in layers:
        canvas.polygon(star(canvas.centre, outer, outer * 0.765, turn=turn), colour)
    for point in ring(canvas.centre, 121, 8):
        canvas.disc(point, 7, pale)
