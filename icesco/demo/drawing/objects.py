"""Simple things: books on a shelf, facing leaves, rays from one centre."""

from .colours import by_lightness, darker, lighter, mix, pale_and_inks
from .geometry import between, bezier, polar

SHELVES = (450, 862)


def books(canvas, palette, chance):
    """Two shelves of book spines of many heights, with bands on their backs; here and there one leans."""
    pale, inks = pale_and_inks(palette)
    canvas.gradient(canvas.frame, pale, mix(pale, inks[0], 0.35))
    wood = darker(by_lightness(inks)[0], 0.25)
    for shelf in SHELVES:
        x = -10
        while x < canvas.width:
            width, height = chance.randrange(38, 84), chance.randrange(230, 350)
            lean = chance.choice((0, 0, 0, 0, 34))
            colour = mix(chance.choice(inks), pale, chance.choice((0, 0, 0.2)))
            book(canvas, (x, shelf), width, height, lean, colour, pale)
            x += width + lean + 3
        canvas.gradient(rectangle(-5, shelf, canvas.width + 5, shelf + 26), wood, darker(wood, 0.3))


def book(canvas, foot, width, height, lean, colour, pale):
    """One spine standing on `foot`, its lower left corner, its top `lean` units to the right."""
    x, y = foot
    spine = [(x, y), (x + lean, y - height), (x + lean + width, y - height), (x + width, y)]
    canvas.shadow([spine], 8, 0.3, (6, 2))
    canvas.gradient(spine, lighter(colour, 0.14), darker(colour, 0.12))
    side = [between(spine[3], spine[0], 0.16), between(spine[2], spine[1], 0.16), spine[2], spine[3]]
    canvas.polygon(side, darker(colour, 0.22))
    for share in (0.12, 0.16, 0.84):
        left, right = between(spine[0], spine[1], share), between(spine[3], spine[2], share)
        canvas.line([left, right], mix(pale, colour, 0.25), 5)


def rectangle(left, top, right, bottom):
    return [(left, top), (right, top), (right, bottom), (left, bottom)]


def leaves(canvas, palette, chance):
    """Stems from edge to edge, their leaves facing each other in pairs."""
    pale, inks = pale_and_inks(palette)
    canvas.gradient(canvas.frame, pale, mix(pale, inks[0], 0.22))
    stems = 6
    for stem in range(stems):
        x = canvas.width * (stem + 0.5) / stems
        green = mix(inks[stem % 2], darker(inks[0], 0.2), chance.uniform(0, 0.35))
        sway = chance.uniform(-40, 40)
        line = bezier((x, 940), (x + sway, 600), (x - sway, 300), (x, -40))
        canvas.line(line, darker(green, 0.3), 7)
        for number, point in enumerate(line[2:-1:4]):
            size = 128 - number * 5
            for side in (-1, 1):
                colour = inks[(stem + number) % len(inks)] if number % 3 == 1 else green
                leaf(canvas, point, size, -90 + side * 52, colour)


def leaf(canvas, foot, length, degrees, colour):
    """A pointed leaf growing from `foot`, one half lighter than the other, with a vein between them."""
    tip = polar(foot, length, degrees)
    halves = []
    for side in (-1, 1):
        one = polar(foot, length * 0.52, degrees + side * 42)
        other = polar(foot, length * 0.95, degrees + side * 24)
        halves.append(bezier(foot, one, other, tip))
    canvas.polygon(halves[0] + halves[1][::-1], darker(colour, 0.08))
    canvas.polygon([*halves[0], foot], lighter(colour, 0.16))
    canvas.line([foot, between(foot, tip, 0.94)], lighter(colour, 0.5), 2.5)


def rays(canvas, palette, chance):
    """Rays of two colours from one centre low in the picture, over rings that grow paler outwards."""
    pale, inks = pale_and_inks(palette)
    centre = canvas.width / 2, canvas.height * 0.86
    far = canvas.width * 0.75
    canvas.gradient(canvas.frame, mix(pale, inks[0], 0.25), pale)
    count = 48
    turn = chance.uniform(0, 360 / count)
    for number in range(count):
        angle = turn + number * 360 / count
        reach = far * (1 if number % 2 == 0 else 0.62)
        colour = mix(inks[number % len(inks)], pale, 0.12 + 0.5 * (number % 4 == 3))
        spread = 360 / count * 0.42
        ray = [
            centre,
            polar(centre, reach, angle - spread),
            polar(centre, reach * 1.06, angle),
            polar(centre, reach, angle + spread),
        ]
        canvas.gradient(ray, colour, lighter(colour, 0.25), 0.92)
    for number, radius in enumerate((250, 205, 165, 120, 76)):
        colour = inks[number % len(inks)] if number % 2 == 0 else pale
        canvas.disc(centre, radius, mix(colour, pale, 0.1))
        canvas.circle(centre, radius, darker(colour, 0.15), 4)
