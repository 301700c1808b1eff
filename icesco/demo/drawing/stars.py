"""Zellij: interlaced eight-pointed stars, square tiles in rows."""

from itertools import pairwise
from math import cos, hypot, radians, tan

from .colours import darker, lighter, mix, pale_and_inks
from .geometry import arc, band, between, polar, ring, star


def star8(canvas, palette, chance):
    """Eight-pointed stars joined by one interlaced strap, in dark and gold on a pale ground.

    The stars stand in the octagons of a floor of octagons and small squares; each is the polygon {8/3}, whose lines
    run on into the neighbours. Along every line the strap passes over and under by turns.
    """
    pale, inks = pale_and_inks(palette)
    dark, gold, accent = inks[0], inks[1 % len(inks)], inks[-1]
    pitch = 400
    columns = round(canvas.width / pitch / 2) + 1
    centres = [
        (canvas.width / 2 + pitch * column, canvas.height / 2 + pitch * row)
        for column in range(-columns, columns + 1)
        for row in range(-2, 3)
    ]
    canvas.gradient(canvas.frame, pale, mix(pale, gold, 0.2))
    corners = [(x + pitch / 2, y + pitch / 2) for x, y in centres]
    for corner in corners:
        canvas.polygon(star(corner, pitch * 0.207, pitch * 0.085, 4, 45), accent)
        canvas.polygon(star(corner, pitch * 0.062, pitch * 0.044), mix(pale, gold, 0.25))
        canvas.polygon(star(corner, pitch * 0.034, pitch * 0.025, turn=22.5), gold)
    for x, y in centres:
        for beside in ring((x + pitch / 2, y), pitch * 0.195, 2, 90) + ring((x, y + pitch / 2), pitch * 0.195, 2, 0):
            canvas.polygon(star(beside, pitch * 0.085, pitch * 0.065), mix(pale, gold, 0.6))
            canvas.polygon(star(beside, pitch * 0.077, pitch * 0.058), pale)
            canvas.polygon(star(beside, pitch * 0.05, pitch * 0.038, turn=22.5), dark)
            canvas.polygon(star(beside, pitch * 0.022, pitch * 0.016), gold)
    for centre in centres:
        zellij_star(canvas, centre, pitch / 2, (dark, gold, pale, accent))
    straps = [strap for centre in centres for strap in star_straps(centre, pitch / 2)]
    straps += [strap for corner in corners for strap in corner_straps(corner, pitch)]
    interlace(canvas, straps, pitch * 0.045, mix(gold, pale, 0.12), darker(dark, 0.25))


def zellij_star(canvas, centre, radius, colours):
    """The fields of one star {8/3} with its tips at `radius`, from its outline inwards."""
    dark, gold, pale, accent = colours
    nearest = radius * cos(radians(67.5))
    notch, inner = nearest / cos(radians(45)), nearest / cos(radians(22.5))
    outline = star(centre, radius, notch)
    canvas.gradient(outline, lighter(dark, 0.12), dark)
    canvas.polygon(star(centre, notch, inner, turn=22.5), mix(pale, gold, 0.12))
    canvas.polygon(ring(centre, inner, 8), accent)
    canvas.polygon(star(centre, inner * 0.9, inner * 0.62), dark)
    canvas.polygon(star(centre, inner * 0.62, inner * 0.44, turn=22.5), gold)
    canvas.polygon(star(centre, inner * 0.34, inner * 0.24), pale)


def star_straps(centre, radius):
    """The eight lines of a star {8/3}: each as (points, [(crossing, goes over)])."""
    nearest = radius * cos(radians(67.5))
    for tip in range(8):
        start, end = polar(centre, radius, 45 * tip), polar(centre, radius, 45 * (tip + 3))
        half = hypot(end[0] - start[0], end[1] - start[1]) / 2
        places = [-1] + [nearest * tan(radians(turn)) / half for turn in (-45, -22.5, 22.5, 45)] + [1]
        crossings = [(between(start, end, (place + 1) / 2), step % 2 == 0) for step, place in enumerate(places)]
        yield [start, end], crossings


def corner_straps(corner, pitch):
    """The four bent lines that join four stars around the small square between them."""
    near = pitch / 2 * (2**0.5 - 1)
    middles = ring(corner, near, 4, 45)
    for side in range(4):
        start, end = middles[side], middles[(side + 1) % 4]
        # Lines enter the square at 67.5° to its side and meet on its diagonal.
        slope = tan(radians(22.5))
        bend = polar(corner, near * slope * 2**0.5 / (1 + slope), 90 + 90 * side)
        yield [start, bend, end], []


def interlace(canvas, straps, width, colour, edge):
    """Draw straps with dark edges, then again, near each crossing, the one that goes over."""
    inner = width * 0.62
    outlines = [band(a, b, width) for points, _ in straps for a, b in pairwise(points)]
    canvas.shadow(outlines, blur=6, opacity=0.4, offset=(3, 5))
    for points, _ in straps:
        canvas.line(points, edge, width)
    for points, _ in straps:
        canvas.line(points, colour, inner)
    for points, crossings in straps:
        length = hypot(points[-1][0] - points[0][0], points[-1][1] - points[0][1])
        along = ((points[-1][0] - points[0][0]) / length, (points[-1][1] - points[0][1]) / length)
        for (x, y), over in crossings:
            if over:
                reach = width * 1.1
                ends = [(x - along[0] * reach, y - along[1] * reach), (x + along[0] * reach, y + along[1] * reach)]
                canvas.polygon(band(*ends, width), edge)
                canvas.polygon(band(*ends, inner), colour)


def tiles(canvas, palette, chance):
    """Square tiles in rows, each with one of a few patterns, in pairs of colours."""
    pale, inks = pale_and_inks(palette)
    rows = 5
    side = canvas.height / rows
    columns = int(canvas.width / side) + 2
    left = (canvas.width - columns * side) / 2
    canvas.polygon(canvas.frame, mix(pale, inks[0], 0.18))
    patterns = (petals, star_tile, quarters, kites, rings, diagonals)
    for row in range(rows):
        for column in range(columns):
            number = (column * 2 + row * 3 + chance.choice((0, 0, 1))) % len(patterns)
            ground, figure, detail = tile_colours(pale, inks, row, column, chance)
            box = (left + column * side + 3, row * side + 3, side - 6)
            square(canvas, box, ground)
            patterns[number](canvas, box, ground, figure, detail)
            glaze(canvas, box, ground)


def tile_colours(pale, inks, row, column, chance):
    """Ground, figure and detail of one tile: grounds pale and coloured by turns."""
    figure = inks[(row + column * 2 + chance.randrange(2)) % len(inks)]
    others = [ink for ink in inks if ink != figure]
    detail = others[(row * 2 + column) % len(others)]
    if (row + column) % 2:
        return pale, figure, detail
    return figure, pale, detail


def square(canvas, box, colour):
    x, y, side = box
    canvas.gradient([(x, y), (x + side, y), (x + side, y + side), (x, y + side)], lighter(colour, 0.07), colour)


def glaze(canvas, box, ground):
    """A light upper and left edge, a dark lower and right one."""
    x, y, side = box
    canvas.line([(x + 1, y + side - 1), (x + 1, y + 1), (x + side - 1, y + 1)], lighter(ground, 0.3), 2)
    canvas.line([(x + side - 1, y + 1), (x + side - 1, y + side - 1), (x + 1, y + side - 1)], darker(ground, 0.2), 2)


def middle_of(box):
    return box[0] + box[2] / 2, box[1] + box[2] / 2


def corners_of(box):
    x, y, side = box
    return [(x, y), (x + side, y), (x + side, y + side), (x, y + side)]


def petals(canvas, box, ground, figure, detail):
    """Four lenses from the middle to the corners."""
    side = box[2]
    for turn, (x, y) in enumerate(corners_of(box)):
        beside = [(x + side, y), (x, y + side), (x - side, y), (x, y - side)][turn]
        across = [(x, y + side), (x - side, y), (x, y - side), (x + side, y)][turn]
        middle = middle_of(box)
        first = curve_through((x, y), middle, between(beside, middle, 0.55))
        second = curve_through(middle, (x, y), between(across, middle, 0.55))
        canvas.polygon([*first, *second], figure)
    canvas.polygon(star(middle_of(box), side * 0.15, side * 0.11), detail)


def curve_through(start, end, pull):
    """A curve from start to end drawn towards `pull`."""
    steps = 24
    return [
        between(between(start, pull, step / steps), between(pull, end, step / steps), step / steps)
        for step in range(steps + 1)
    ]


def star_tile(canvas, box, ground, figure, detail):
    """An eight-pointed star with smaller ones inside, and a triangle in each corner."""
    middle, side = middle_of(box), box[2]
    for turn, corner in enumerate(corners_of(box)):
        canvas.polygon(
            [corner, polar(corner, side * 0.24, 90 * turn), polar(corner, side * 0.24, 90 * turn + 90)], detail
        )
    canvas.polygon(star(middle, side * 0.46, side * 0.352), figure)
    canvas.polygon(star(middle, side * 0.33, side * 0.25, turn=22.5), ground)
    canvas.polygon(star(middle, side * 0.22, side * 0.165), detail)


def quarters(canvas, box, ground, figure, detail):
    """Quarter discs around two opposite corners."""
    corners = corners_of(box)
    for turn in (0, 2):
        for radius, colour in ((0.7, figure), (0.48, ground), (0.3, detail)):
            corner = corners[turn]
            canvas.polygon([corner, *arc(corner, box[2] * radius, 90 * turn, 90 * turn + 90)], colour)


def kites(canvas, box, ground, figure, detail):
    """A pinwheel of four triangles around a small square."""
    middle, side = middle_of(box), box[2]
    for turn in range(4):
        tip = corners_of(box)[turn]
        canvas.polygon([middle, tip, polar(middle, side / 2, 90 * turn - 90)], figure)
    canvas.polygon(ring(middle, side * 0.2, 4, 45), detail)
    canvas.polygon(ring(middle, side * 0.11, 4, 0), ground)


def rings(canvas, box, ground, figure, detail):
    """A flower of eight discs around a ring."""
    middle, side = middle_of(box), box[2]
    for point in ring(middle, side * 0.3, 8):
        canvas.disc(point, side * 0.125, figure)
    canvas.disc(middle, side * 0.28, ground)
    canvas.disc(middle, side * 0.22, detail)
    canvas.disc(middle, side * 0.12, ground)
    for corner in corners_of(box):
        turn = 90 * corners_of(box).index(corner)
        canvas.polygon([corner, *arc(corner, side * 0.14, turn, turn + 90, 16)], detail)


def diagonals(canvas, box, ground, figure, detail):
    """Lozenges one inside another."""
    middle, side = middle_of(box), box[2]
    for radius, colour in ((0.5, figure), (0.38, ground), (0.27, detail), (0.14, ground)):
        canvas.polygon(ring(middle, side * radius, 4), colour)
