"""Architecture: a row of arches, a ribbed dome."""

from math import cos, radians, sin

from .colours import darker, lighter, mix, pale_and_inks
from .geometry import arc, bezier, star


def arcs(canvas, palette, chance):
    """A row of arches with wedge-shaped stones; through each, smaller arches recede towards the middle."""
    pale, inks = pale_and_inks(palette)
    first, second, third = inks[0], inks[1 % len(inks)], inks[-1]
    bays = chance.choice((3, 5)) if canvas.width > canvas.height else 3
    bay = canvas.width / bays
    radius, spring = bay * 0.4, 250 + bay * 0.42
    canvas.gradient(canvas.frame, pale, mix(pale, second, 0.3))
    frieze(canvas, bay, spring - radius - bay * 0.04, first, second, pale)
    for number in range(bays):
        centre = (bay * (number + 0.5), spring)
        receding(canvas, centre, radius, (first, second, third, pale))
        voussoirs(canvas, centre, radius, radius * 1.24, first, mix(second, pale, 0.15 + 0.3 * (number % 2)))
    for number in range(bays + 1):
        column(canvas, bay * number, spring, bay * 0.1, second, third)


def horseshoe(centre, radius, ground):
    """An arch whose curve runs on a little below its centre, with straight legs to the height `ground`."""
    curve = arc(centre, radius, 162, 378)
    return [(curve[0][0], ground), *curve, (curve[-1][0], ground)]


def receding(canvas, centre, radius, colours):
    """Arches within an arch, smaller and smaller, drawn towards the middle of the canvas."""
    first, second, third, pale = colours
    steps = [darker(third, 0.25), third, mix(third, pale, 0.35), second, mix(second, pale, 0.45), first, second, pale]
    pull = (canvas.width / 2 - centre[0]) / canvas.width
    for step, colour in enumerate(steps):
        share = step / len(steps)
        size = radius * (1 - share) ** 0.9
        middle = (centre[0] + pull * radius * 1.1 * share, centre[1] + radius * 0.75 * share)
        outline = horseshoe(middle, size, canvas.height)
        if step:
            canvas.shadow([outline], blur=7, opacity=0.25, offset=(0, 0))
        canvas.gradient(outline, lighter(colour, 0.06), darker(colour, 0.1))


def voussoirs(canvas, centre, inner, outer, dark, light):
    """Wedges around an arch in two colours by turns, with a shadow inwards and a thin rim."""
    stones = 19
    turn = (378 - 162) / stones
    for stone in range(stones):
        start = 162 + turn * stone
        colour = light if stone % 2 else dark
        wedge = [*arc(centre, outer, start, start + turn, 6), *arc(centre, inner, start + turn, start, 6)]
        canvas.gradient(wedge, lighter(colour, 0.08), darker(colour, 0.05))
    for rim in (inner, outer):
        canvas.line(arc(centre, rim, 162, 378, 90), darker(dark, 0.25), 3)
    canvas.line(arc(centre, outer + 9, 162, 378, 90), dark, 2)


def column(canvas, x, spring, width, light, dark):
    """A column from the spring of the arches to the ground: rounded by stripes, with a capital."""
    top = spring + width * 0.9
    stripes = 14
    for stripe in range(stripes):
        left = x - width / 2 + width * stripe / stripes
        shade = mix(lighter(light, 0.3), darker(dark, 0.1), abs(stripe / (stripes - 1) - 0.35) * 1.35)
        right = left + width / stripes + 0.5
        canvas.polygon([(left, top), (right, top), (right, canvas.height), (left, canvas.height)], shade)
    flare = [(x - width * 0.95, spring), (x + width * 0.95, spring), (x + width * 0.5, top), (x - width * 0.5, top)]
    canvas.gradient(flare, light, mix(light, dark, 0.6))
    for y, half in ((spring - width * 0.16, 1.1), (top, 0.62)):
        slab = [(x - width * half, y), (x + width * half, y)]
        canvas.polygon([*slab, *((px, py + width * 0.2) for px, py in reversed(slab))], dark)


def frieze(canvas, bay, limit, dark, gold, pale):
    """Two lines and a row of eight-pointed stars along the top, above the height `limit`."""
    middle = max(limit * 0.42, 46)
    count = round(canvas.width / 64)
    for number in range(count):
        centre = (canvas.width * (number + 0.5) / count, middle)
        canvas.polygon(star(centre, 25, 18), dark if number % 2 else gold)
        canvas.polygon(star(centre, 13, 9.5, turn=22.5), pale)
    for y, thick in ((middle - 42, 6), (middle - 33, 2), (middle + 33, 2), (middle + 42, 6)):
        canvas.line([(0, y), (canvas.width, y)], gold if thick > 2 else dark, thick)


def dome(canvas, palette, chance):
    """A pointed dome netted with lozenges on its drum, with echoes of its curve spreading behind."""
    pale, inks = pale_and_inks(palette)
    dark, gold, earth = inks[0], inks[1 % len(inks)], inks[-1]
    x, base, half, rise = canvas.width / 2, 690, 330, 520
    canvas.gradient(canvas.frame, mix(pale, gold, 0.28), pale)
    for echo in range(9, 0, -1):
        growth = 1 + echo * 0.2
        outline = dome_outline(x, canvas.height, half * growth, (rise + 150) * growth)
        tone = mix(pale, gold if echo % 2 else dark, 0.44 - 0.03 * echo)
        canvas.gradient(outline, mix(tone, pale, 0.2), mix(tone, pale, 0.75))
        canvas.line(outline, mix(pale, gold, 0.75), 2.5)
    canvas.shadow([dome_outline(x, base, half, rise)], blur=34, opacity=0.3, offset=(16, 10), colour=darker(dark, 0.5))
    canvas.polygon(dome_outline(x, base, half, rise), dark)
    lozenges(canvas, (x, base), (half, rise), dark, gold, chance)
    finial(canvas, x, base - rise, gold, earth)
    drum(canvas, x, base, half, (dark, gold, pale, earth))


def dome_profile(half, rise, steps=40):
    """(half width, height) from the foot of a dome to its tip."""
    return bezier((half, 0), (half * 1.2, rise * 0.5), (half * 0.42, rise * 0.74), (0, rise), steps)


def dome_outline(x, base, half, rise):
    """The dome's curve from its left foot over the tip to the right one."""
    profile = dome_profile(half, rise)
    return [*((x - w, base - h) for w, h in profile), *((x + w, base - h) for w, h in reversed(profile))]


def lozenges(canvas, foot, size, dark, gold, chance):
    """A net of lozenges bent around the dome, lit from the upper left, some of them set in gold."""
    rows, around = 15, 24
    profile = dome_profile(*size, steps=rows + 1)
    lucky = chance.randrange(3)

    def at(degrees, row):
        width, height = profile[min(max(row, 0), rows + 1)]
        return foot[0] + width * sin(radians(degrees)), foot[1] - height

    for row in range(rows + 1):
        for number in range(around // 2 + 1):
            turn = -90 + 360 / around * (number + (row % 2) / 2)
            reach = 180 / around
            if turn - reach < -97 or turn + reach > 97:
                continue
            left, right = max(turn - reach, -90), min(turn + reach, 90)
            corners = [at(turn, row + 1), at(right, row), at(turn, row - 1), at(left, row)]
            light = 0.5 + 0.5 * cos(radians(turn + 38))
            green = mix(darker(dark, 0.3), lighter(dark, 0.28), light)
            rich = mix(darker(gold, 0.4), lighter(gold, 0.12), light)
            canvas.polygon(corners, rich if (row + lucky) % 3 == 0 else green)
            middle = at(turn, row)
            inner = [(middle[0] + (cx - middle[0]) * 0.5, middle[1] + (cy - middle[1]) * 0.5) for cx, cy in corners]
            canvas.polygon(inner, green if (row + lucky) % 3 == 0 else mix(green, gold, 0.28))
            canvas.line([*corners, corners[0]], mix(darker(gold, 0.25), lighter(gold, 0.1), light), 2.4)
    canvas.line(dome_outline(foot[0], foot[1], *size), gold, 6)


def finial(canvas, x, tip, gold, earth):
    """Three balls on a stem."""
    canvas.line([(x, tip + 8), (x, tip - 92)], darker(gold, 0.15), 5)
    for height, radius in ((12, 17), (44, 12), (69, 8)):
        canvas.disc((x, tip - height), radius, mix(gold, earth, 0.35))
        canvas.disc((x - radius * 0.15, tip - height - radius * 0.15), radius * 0.8, gold)


def drum(canvas, x, base, half, colours):
    """The wall under the dome: mouldings and a row of windows with round heads."""
    dark, gold, pale, earth = colours
    wall = [(x - half, base), (x + half, base), (x + half, canvas.height), (x - half, canvas.height)]
    canvas.gradient(wall, mix(pale, gold, 0.5), mix(pale, earth, 0.55))
    count = 9
    for number in range(count):
        turn = -80 + 160 * number / (count - 1)
        middle, radius = x + half * sin(radians(turn)), 25 * cos(radians(turn)) + 2
        for grow, colour in ((1.34, earth), (1.12, gold), (0.92, dark)):
            head = [
                (middle + (px - middle) * radius / 25, py) for px, py in arc((middle, 780), 25 * grow, 180, 360, 24)
            ]
            canvas.polygon([(head[0][0], canvas.height), *head, (head[-1][0], canvas.height)], colour)
    for y, height, overhang, colour in ((base - 10, 26, 16, gold), (base + 16, 12, 8, earth), (base + 28, 7, 4, dark)):
        sides = (x - half - overhang, x + half + overhang)
        canvas.gradient(
            [(sides[0], y), (sides[1], y), (sides[1], y + height), (sides[0], y + height)],
            lighter(colour, 0.15),
            colour,
        )
