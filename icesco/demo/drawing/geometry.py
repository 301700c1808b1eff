"""Points and the outlines made of them. A point is (x, y), y downwards; angles are degrees, clockwise from right."""

from math import cos, hypot, pi, radians, sin


def polar(centre, radius, degrees):
    """The point at `radius` from `centre` in the direction `degrees`."""
    return centre[0] + radius * cos(radians(degrees)), centre[1] + radius * sin(radians(degrees))


def between(one, other, share):
    """The point `share` (0–1) of the way from `one` to `other`."""
    return one[0] + (other[0] - one[0]) * share, one[1] + (other[1] - one[1]) * share


def ring(centre, radius, count, turn=0):
    """Corners of a regular polygon, the first at `turn` degrees."""
    return [polar(centre, radius, turn + 360 * corner / count) for corner in range(count)]


def star(centre, outer, inner, tips=8, turn=0):
    """Corners of a star with `tips` points at radius `outer`, one of them at `turn`, and notches at `inner`."""
    return [polar(centre, inner if corner % 2 else outer, turn + 180 * corner / tips) for corner in range(2 * tips)]


def arc(centre, radius, start, end, steps=48):
    """Points along a circle from `start` to `end` degrees, both included."""
    return [polar(centre, radius, start + (end - start) * step / steps) for step in range(steps + 1)]


def bezier(start, first, second, end, steps=32):
    """Points along a cubic Bézier curve, both ends included."""
    points = []
    for step in range(steps + 1):
        t = step / steps
        weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
        controls = (start, first, second, end)
        points.append(tuple(sum(w * c[axis] for w, c in zip(weights, controls, strict=True)) for axis in (0, 1)))
    return points


def band(start, end, width):
    """Four corners of a straight band of `width` around the line from `start` to `end`."""
    length = hypot(end[0] - start[0], end[1] - start[1]) or 1
    across = (start[1] - end[1]) / length * width / 2, (end[0] - start[0]) / length * width / 2
    return [
        (point[0] + sign * across[0], point[1] + sign * across[1])
        for point, sign in ((start, 1), (end, 1), (end, -1), (start, -1))
    ]


def ripple(width, level, swells, step=8):
    """A curve from side to side around the height `level`.

    swells: list of (height, length, shift): sines added up, heights and lengths in units, shifts in turns.
    """
    return [
        (x, level + sum(height * sin(2 * pi * (x / length + shift)) for height, length, shift in swells))
        for x in range(-step, int(width) + 2 * step, step)
    ]
