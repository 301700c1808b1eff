"""Things made simple: books side by side, leaves in facing pairs, rays from one centre."""

from math import cos, radians, sin

from .colours import WHITE, by_lightness, darker, lighter, mix, pale_and_inks
from .geometry import between, bezier, polar, star


def books(canvas, palette, chance):
    """Spines of books side by side on a shelf, a few of them leaning, before a large disc."""
    pale, inks = pale_and_inks(palette)
    warm = inks[1 % len(inks)]
    shelf = 796
    canvas.gradient(canvas.frame, pale, mix(pale, warm, 0.3))
    for radius, share in ((430, 0.16), (350, 0.26), (268, 0.38)):
        canvas.disc((canvas.width / 2, 420), radius, mix(pale, warm, share))
    x, number, before = -30, 0, None
    while x < canvas.width:
        width, height = chance.choice((46, 58, 70, 84, 98, 112)), chance.randrange(400, 680, 20)
        lean = 9 if number % 8 == 6 else 0
        # The first two inks, the warm ones, come twice as often as the others.
        colour = chance.choice([ink for ink in (*inks[:2], *inks) if ink != before])
        detail = chance.choice([pale, *(ink for ink in (warm, inks[0]) if ink != colour)])
        x += height * sin(radians(lean))
        book(canvas, (x, shelf), (width, height), -lean, (colour, detail), number + chance.randrange(2))
        x += width + 3
        number, before = number + 1, colour
    board(canvas, shelf, mix(inks[0], by_lightness(inks)[0], 0.55))


def book(canvas, foot, size, lean, colours, kind):
    """One spine from its lower left corner `foot`, turned by `lean` degrees: rounded, with bands and an ornament."""
    (width, height), (colour, detail) = size, colours
    turn = radians(lean)

    def at(x, y):
        return foot[0] + x * cos(turn) + y * sin(turn), foot[1] + x * sin(turn) - y * cos(turn)

    stripes = 16
    for low, high, ground in [(0, height, colour), *((low, high, detail) for low, high in spine_bands(kind, height))]:
        for stripe in range(stripes):
            share = stripe / (stripes - 1)
            shade = mix(lighter(ground, 0.14), darker(ground, 0.36), min(abs(share - 0.36) ** 1.4 * 2, 1))
            left, right = width * stripe / stripes, width * (stripe + 1) / stripes + 0.6
            canvas.polygon([at(left, low), at(right, low), at(right, high), at(left, high)], shade)
    ornament(canvas, at(width / 2, height * 0.55), width * 0.3, kind, detail, colour)


def spine_bands(kind, height):
    """(low, high) of the bands across a spine."""
    pairs = ([(26, 32), (38, 58), (64, 70)], [(44, 50), (56, 62)], [(30, 78)])[kind % 3]
    return pairs + [(height - high, height - low) for low, high in pairs]


def ornament(canvas, centre, radius, kind, detail, colour):
    """The figure in the middle of a spine: a star, lozenges in a column or discs."""
    if kind % 3 == 0:
        canvas.polygon(star(centre, radius, radius * 0.76), detail)
        canvas.polygon(star(centre, radius * 0.6, radius * 0.45, turn=22.5), colour)
    elif kind % 3 == 1:
        for step in (-1, 0, 1):
            middle = (centre[0], centre[1] + step * radius * 1.9)
            canvas.polygon(star(middle, radius * 0.85, radius * 0.5, 2, 90), detail)
    else:
        for share, tone in ((0.9, detail), (0.62, colour), (0.3, detail)):
            canvas.disc(centre, radius * share, tone)


def board(canvas, y, colour):
    """The shelf: its lit upper face, its front and what lies in its shade."""
    for top, bottom, first, last in (
        (y, y + 9, lighter(colour, 0.3), lighter(colour, 0.2)),
        (y + 9, y + 48, colour, darker(colour, 0.2)),
        (y + 48, canvas.height, darker(colour, 0.55), darker(colour, 0.4)),
    ):
        canvas.gradient([(0, top), (canvas.width, top), (canvas.width, bottom), (0, bottom)], first, last)


def leaves(canvas, palette, chance):
    """Stems side by side, growing up and down by turns, with leaves in facing pairs."""
    pale, inks = pale_and_inks(palette)
    green, orange, red = inks[0], inks[1 % len(inks)], inks[-1]
    canvas.gradient(canvas.frame, pale, mix(pale, orange, 0.14))
    count = max(round(canvas.width / 267), 2)
    for number in range(count):
        x = canvas.width * (number + 0.5) / count
        if number % 2:
            stem(canvas, x, canvas.width / count, 1, [orange, orange, red], red, chance)
        else:
            stem(
                canvas, x, canvas.width / count, -1, [green, darker(green, 0.22), mix(green, pale, 0.32)], green, chance
            )


def stem(canvas, x, room, sign, tones, line, chance):
    """One stem from edge to edge with pairs of leaves and seeds between them; sign: -1 grows upwards, 1 down."""
    pairs, apart = 6, 160
    root = canvas.height / 2 - sign * (canvas.height / 2 + 20)
    canvas.line([(x, root), (x, root + sign * (canvas.height + 40))], darker(line, 0.15), 7)
    for pair in range(pairs):
        node = (x, root + sign * (40 + pair * apart))
        tone = chance.choice(tones)
        for side in (-1, 1):
            tip = (node[0] + side * room * 0.47, node[1] + sign * 128)
            leaf(canvas, node, tip, 0.36 * side * sign, tone)
        canvas.disc(node, 9, darker(line, 0.15))
        canvas.disc((x, node[1] + sign * 116), 8, tones[-1])


def leaf(canvas, base, tip, fullness, colour):
    """A pointed leaf from base to tip, one half darker than the other, with veins.

    fullness: half its width as a share of its length; the sign tells which half lies in the light.
    """
    along = tip[0] - base[0], tip[1] - base[1]

    def at(forward, aside):
        aside *= fullness
        return base[0] + along[0] * forward - along[1] * aside, base[1] + along[1] * forward + along[0] * aside

    halves = [bezier(base, at(0.2, 1.15 * side), at(0.66, 1.0 * side), tip) for side in (1, -1)]
    canvas.gradient(halves[0], lighter(colour, 0.16), colour)
    canvas.gradient(halves[1], darker(colour, 0.08), darker(colour, 0.24))
    vein = mix(colour, WHITE, 0.55)
    for share in (0.2, 0.34, 0.48, 0.62, 0.75):
        reach = 0.41 * (1 - share) ** 0.55 * min(1, 0.55 + share * 1.6)
        for side in (1, -1):
            canvas.line([at(share, 0), at(share + 0.13, reach * side)], vein, 1.6)
    canvas.line([base, between(base, tip, 0.94)], vein, 2.6)


def rays(canvas, palette, chance):
    """Rays in every direction from one centre: wedges to the edges, thin ones that end in discs, star within star."""
    pale, inks = pale_and_inks(palette)
    blue, orange, red = inks[0], inks[1 % len(inks)], inks[-1]
    centre, spikes = canvas.centre, 32
    sectors(canvas, (blue, orange, pale), chance)
    canvas.shadow([star(centre, 330, 150, spikes)], blur=20, opacity=0.3, offset=(0, 8), colour=darker(blue, 0.5))
    faceted_star(canvas, (362, 160), spikes, darker(blue, 0.1), lighter(blue, 0.14))
    faceted_star(canvas, (268, 130), spikes // 2, lighter(orange, 0.1), darker(orange, 0.14))
    faceted_star(canvas, (168, 96), spikes // 2, lighter(red, 0.08), darker(red, 0.18), turn=360 / spikes)
    canvas.disc(centre, 84, pale)
    faceted_star(canvas, (76, 48), 8, blue, lighter(blue, 0.15))
    canvas.disc(centre, 17, orange)


def sectors(canvas, colours, chance):
    """The ground of the rays: wedges of many tints, and thin rays of many lengths that end in discs."""
    blue, orange, pale = colours
    count, far = 64, canvas.width + canvas.height
    cold = [mix(pale, blue, share) for share in (0.62, 0.1, 0.34, 0.04)]
    warm = [mix(pale, orange, share) for share in (0.5, 0.06, 0.26, 0)]
    tints = cold + warm
    for number in range(count):
        start = 360 * (number - 0.5) / count
        ends = [polar(canvas.centre, far, start), polar(canvas.centre, far, start + 360 / count)]
        canvas.polygon([canvas.centre, *ends], tints[number % len(tints)])
    for number in range(count):
        turn = 360 * number / count
        reach = (470, 560, 640, 560)[number % 4] + chance.randrange(-22, 23) + 110 * abs(cos(radians(turn)))
        tip = polar(canvas.centre, reach, turn)
        colour = (blue, orange, mix(blue, pale, 0.25), orange)[number % 4]
        ends = [polar(canvas.centre, 300, turn + aside) for aside in (-0.9, 0.9)]
        canvas.polygon([ends[0], tip, ends[1]], colour)
        canvas.disc(tip, 8 + 3 * (number % 2), colour)
        canvas.disc(tip, 3.5, pale)


def faceted_star(canvas, radii, tips, light, dark, turn=0):
    """A star around the middle of the canvas, each of whose points has a light and a dark side."""
    points = star(canvas.centre, *radii, tips, turn)
    for number in range(0, len(points), 2):
        canvas.polygon([canvas.centre, points[number - 1], points[number]], light)
        canvas.polygon([canvas.centre, points[number], points[number + 1]], dark)
