"""Land and water: dunes one behind another, parallel waves, a horizon under a disc."""

from .colours import by_lightness, darker, lighter, mix, pale_and_inks
from .geometry import arc, bezier, ripple


def dunes(canvas, palette, chance):
    """Dunes in layers, each with a lit slope, a shaded one and a few wind ripples, before a pale sky."""
    pale, inks = pale_and_inks(palette)
    earth, sand, shade = inks[0], inks[1 % len(inks)], inks[-1]
    canvas.gradient(canvas.frame, pale, mix(pale, sand, 0.75))
    sun = (canvas.width * 0.7, 215)
    for radius, share in ((150, 0.35), (112, 0.65), (76, 1)):
        canvas.disc(sun, radius, mix(mix(pale, sand, 0.18), mix(sand, earth, 0.3), share))
    far = ripple(canvas.width, 390, [(22, 980, 0.1), (9, 310, chance.random())])
    canvas.gradient(to_the_ground(canvas, far), mix(shade, pale, 0.2), mix(shade, sand, 0.7))
    layers = 5
    for layer in range(layers):
        depth = layer / (layers - 1)
        lit = mix(mix(sand, pale, 0.3), mix(sand, earth, 0.4), depth)
        dune(canvas, 430 + 105 * layer, 46 + 14 * layer, lit, mix(earth, shade, 0.1 + 0.75 * depth**2), chance)


def dune(canvas, level, height, lit, shaded, chance):
    """One dune across the canvas: its crest runs down the slope as a curve that parts light from shade."""
    length = canvas.width * chance.uniform(0.62, 0.95)
    crest = ripple(
        canvas.width, level, [(height, length, chance.random()), (height * 0.3, length * 0.43, chance.random())]
    )
    outline = to_the_ground(canvas, crest)
    canvas.shadow([outline], blur=16, opacity=0.16, offset=(0, -8), colour=darker(shaded, 0.4))
    canvas.gradient(outline, lit, mix(lit, shaded, 0.35))
    for line in range(1, 6):
        lower = [(x, y + line * (17 + line * 3)) for x, y in crest]
        canvas.line(lower, mix(lit, shaded, 0.13 + 0.02 * line), 1.6)
    for top in peaks(crest):
        if slope := shaded_slope(crest, top):
            canvas.gradient(slope, shaded, mix(shaded, lit, 0.2), fading=True)
    canvas.line(crest, lighter(lit, 0.35), 2.2)


def peaks(crest):
    """Indexes of the highest points of a crest, where its neighbours on both sides lie lower."""
    return [
        index
        for index in range(1, len(crest) - 1)
        if crest[index][1] < crest[index - 1][1] and crest[index][1] <= crest[index + 1][1]
    ]


def shaded_slope(crest, top):
    """The side of a dune that lies in the shade: from its peak down to the foot, and back up along a winding ridge.

    top: the peak's index in the crest. None if the slope is too low to throw a shade.
    """
    x, y = crest[top]
    down = next((i for i in range(top + 1, len(crest) - 1) if crest[i + 1][1] < crest[i][1]), len(crest) - 1)
    fall = crest[down][1] - y
    if fall < 36:
        return None
    end = (x + fall * 0.9, y + fall * 1.3)
    ridge = bezier((x, y), (x - fall * 1.5, y + fall * 0.4), (x + fall * 1.3, y + fall * 0.75), end)
    return [*crest[top : down + 1], (crest[down][0], end[1]), *reversed(ridge)]


def waves(canvas, palette, chance):
    """Bands of water one before the other, light above and deep below, two of them crowned by the warm colour."""
    pale, inks = pale_and_inks(palette)
    deep, light, warm = inks[0], inks[1 % len(inks)], inks[-1]
    canvas.gradient(canvas.frame, pale, mix(pale, light, 0.4))
    count = 13
    drift = chance.random()
    for band in range(count):
        depth = band / (count - 1)
        level = 130 + 740 * depth**1.12
        swells = [
            (30 + 30 * depth, canvas.width * 0.62, drift + 0.085 * band),
            (10 + 6 * depth, canvas.width * 0.27, drift * 3 - 0.11 * band),
        ]
        colour = (
            mix(mix(pale, light, 0.5), light, depth * 3)
            if depth < 1 / 3
            else mix(light, deep, min(depth * 1.8 - 0.6, 1))
        )
        colour = mix(colour, darker(deep, 0.4), max(0, depth - 0.85) * 3)
        crest = ripple(canvas.width, level, swells)
        outline = to_the_ground(canvas, crest)
        canvas.shadow([outline], blur=14, opacity=0.22, offset=(0, -7), colour=darker(deep, 0.3))
        canvas.gradient(outline, lighter(colour, 0.1), darker(colour, 0.12))
        for line in range(1, 4):
            canvas.line([(x, y + 4 + 9 * line) for x, y in crest], mix(colour, pale, 0.34 - 0.08 * line), 1.8)
        if band in (5, 9):
            canvas.line(crest, warm, 15 if band == 5 else 5)
        else:
            canvas.line(crest, mix(colour, pale, 0.6), 2.5)


def horizon(canvas, palette, chance):
    """A quiet sea under a disc with rings of light, and the disc's path over the water."""
    pale, inks = pale_and_inks(palette)
    deep, *blues = by_lightness(inks)
    blue, sun = blues[0], blues[-1]
    level = 590
    disc = (canvas.width * 0.5, 330)
    canvas.gradient([(0, 0), (canvas.width, 0), (canvas.width, level), (0, level)], mix(pale, blue, 0.55), pale)
    for ringed in range(5, 0, -1):
        sky = mix(pale, blue, 0.32 * (1 - ringed / 6))
        canvas.polygon(arc(disc, 165 + 58 * ringed, 0, 360, 120), mix(sky, sun, 0.5), opacity=0.13)
    canvas.disc(disc, 165, sun)
    canvas.gradient(arc(disc, 165, 0, 360, 120), mix(sun, pale, 0.25), sun)
    for ridge, share in enumerate((0.35, 0.6)):
        far = ripple(canvas.width, level - 26 + 12 * ridge, [(20, 900 - 260 * ridge, chance.random()), (7, 240, 0.3)])
        canvas.gradient([*far, (canvas.width, level), (0, level)], mix(pale, blue, share), mix(pale, blue, share / 2))
    sea(canvas, level, blue, deep, chance)
    glitter(canvas, disc[0], level, sun, mix(sun, pale, 0.5), chance)


def sea(canvas, level, blue, deep, chance):
    """Bands of water from `level` to the ground, growing wider and darker towards the eye."""
    count = 9
    for band in range(count):
        share = band / (count - 1)
        top = level + (canvas.height - level) * (band / count) ** 1.5
        swell = [] if band == 0 else [(2 + 7 * share, canvas.width * (0.35 + 0.3 * share), chance.random())]
        crest = ripple(canvas.width, top, swell)
        colour = mix(blue, deep, share)
        canvas.gradient(to_the_ground(canvas, crest), lighter(colour, 0.08), colour)
        canvas.line(crest, lighter(colour, 0.22), 1.5 + share)


def glitter(canvas, x, level, sun, glow, chance):
    """Lens-shaped glints on the water below the disc, scattering as they near the eye."""
    for row in range(15):
        share = row / 14
        y = level + 12 + (canvas.height - level - 36) * share**1.35
        length = (150 - 70 * share) * chance.uniform(0.65, 1.1)
        middle = x + chance.uniform(-1, 1) * (12 + 60 * share)
        height = 2.5 + 6 * share
        upper = [(middle + length * (i / 12 - 1), y - height * (1 - (i / 12 - 1) ** 2)) for i in range(25)]
        lower = [(px, 2 * y - py) for px, py in reversed(upper)]
        canvas.polygon([*upper, *lower], mix(glow, sun, share))


def to_the_ground(canvas, crest):
    """The outline of all that lies under a crest."""
    return [*crest, (crest[-1][0], canvas.height + 4), (crest[0][0], canvas.height + 4)]
