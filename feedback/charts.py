"""Geometry of the dashboard's drawings, for SVG templates: numbers as text, since templates would localise them.

Everything is laid out from left to right and mirrored at the end where the page runs from right to left.
"""

from dataclasses import dataclass

BAR_WIDTH, BAR_HEIGHT = 600, 44
NARROWEST_LABELLED = 0.08  # a share's number fits into its part of the bar from here
WIDTH, HEIGHT = 720, 280
LEFT, RIGHT, TOP = 48, 12, 12
LINE_HEIGHT = 170  # of the share's plot; the counts stand in a strip of their own below it
STRIP_TOP, STRIP_HEIGHT = 202, 44
MAX_DAY_LABELS = 7


@dataclass(frozen=True)
class Segment:
    score: int
    share: float
    x: str
    width: str
    middle: str
    has_label: bool


def distribution_bar(shares, is_rtl):
    """The parts of a bar of `shares`, five fractions, from the start side of the page."""
    segments, used = [], 0.0
    for score, share in enumerate(shares, start=1):
        left = 1 - used - share if is_rtl else used
        segments.append(
            Segment(
                score=score,
                share=share,
                x=number(left * BAR_WIDTH),
                width=number(share * BAR_WIDTH),
                middle=number((left + share / 2) * BAR_WIDTH),
                has_label=share >= NARROWEST_LABELLED,
            )
        )
        used += share
    return segments


@dataclass(frozen=True)
class TrendChart:
    """Positions as text. Runs are unbroken stretches of points that may be shown."""

    lines: list  # polylines' points, a run each
    bands: list  # polygons' points, a run each
    dots: list  # of (x, y, point)
    columns: list  # of (x, y, width, height), the number of answers
    levels: list  # of (y, share): the horizontal lines
    days: list  # of (x, point): the labelled ones
    highest: int  # the number of answers that the tallest column stands for
    label_x: str  # where the levels' labels stand
    label_anchor: str
    plot_from: str
    plot_to: str


def trend_chart(points, is_rtl):
    """The drawing of `points`: CSAT as a line in its band above, numbers of answers as columns below."""
    step = (WIDTH - LEFT - RIGHT) / max(len(points), 1)

    def x(position):
        """The middle of the point's place, on the page."""
        from_start = LEFT + step * (position + 0.5)
        return WIDTH - from_start if is_rtl else from_start

    def y(share):
        return TOP + LINE_HEIGHT * (1 - share)

    highest = max((point.figures.n for point in points), default=0)
    lines, bands, dots = [], [], []
    for run in runs(points):
        lines.append(" ".join(pair(x(place), y(point.figures.csat)) for place, point in run))
        upper = [pair(x(place), y(point.figures.csat_band[1])) for place, point in run]
        lower = [pair(x(place), y(point.figures.csat_band[0])) for place, point in reversed(run)]
        bands.append(" ".join(upper + lower))
        dots += [(number(x(place)), number(y(point.figures.csat)), point) for place, point in run]
    columns = []
    for place, point in enumerate(points):
        height = STRIP_HEIGHT * point.figures.n / highest if highest else 0
        corner = (number(x(place) - step * 0.4), number(STRIP_TOP + STRIP_HEIGHT - height))
        columns.append((*corner, number(step * 0.8), number(height)))
    every = -(-len(points) // MAX_DAY_LABELS) or 1
    return TrendChart(
        lines=lines,
        bands=bands,
        dots=dots,
        columns=columns,
        levels=[(number(y(share)), share) for share in (0, 0.25, 0.5, 0.75, 1)],
        # Each label in the middle of its stretch; a last stretch that is cut short has no room for one.
        days=[(number(x(place)), points[place]) for place in range(every // 2, len(points) - every // 2, every)],
        highest=highest,
        label_x=number(WIDTH - LEFT + 8 if is_rtl else LEFT - 8),
        label_anchor="start" if is_rtl else "end",
        plot_from=number(RIGHT if is_rtl else LEFT),
        plot_to=number(WIDTH - (LEFT if is_rtl else RIGHT)),
    )


def runs(points):
    """The stretches of neighbouring points whose figures are shown: lists of (position, point)."""
    found, run = [], []
    for place, point in enumerate(points):
        if not point.figures.is_hidden:
            run.append((place, point))
        elif run:
            found.append(run)
            run = []
    return [*found, run] if run else found


def pair(x, y):
    return f"{number(x)},{number(y)}"


def number(value):
    """A length in the drawing's units with one decimal, in SVG's own notation."""
    return f"{value:.1f}"
