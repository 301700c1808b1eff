"""All figures of one group of answers, and whether it is large enough to show them."""

from dataclasses import dataclass

from .bands import mean_band, net_band, wilson
from .counters import bottom_two_box, distribution, mean, mean_100, median, net, top_two_box, total

SHOWN_FROM = 10
FIRM_FROM = 30


@dataclass(frozen=True)
class Figures:
    """The figures of one group of answers; all but `n` are None when it is too small to show.

    Shares and their bands are fractions 0–1, `net` and its band −1…1, `mean` and its band scores 1–5, `mean_100`
    the mean on 0–100, `median` one of the five scores, `distribution` five fractions.
    """

    n: int
    counts: tuple | None = None
    distribution: tuple | None = None
    csat: float | None = None
    csat_band: tuple | None = None
    bottom: float | None = None
    bottom_band: tuple | None = None
    net: float | None = None
    net_band: tuple | None = None
    mean: float | None = None
    mean_band: tuple | None = None
    mean_100: float | None = None
    median: float | None = None

    @property
    def is_hidden(self):
        """Whether there are fewer than 10 answers: chance decides such figures, they are not shown."""
        return self.n < SHOWN_FROM

    @property
    def is_flagged(self):
        """Whether there are 10–29 answers: shown, with a warning."""
        return SHOWN_FROM <= self.n < FIRM_FROM


def figures(counts):
    """The Figures of `counts`."""
    n = total(counts)
    if n < SHOWN_FROM:
        return Figures(n)
    return Figures(
        n=n,
        counts=tuple(counts),
        distribution=distribution(counts),
        csat=top_two_box(counts),
        csat_band=wilson(counts[3] + counts[4], n),
        bottom=bottom_two_box(counts),
        bottom_band=wilson(counts[0] + counts[1], n),
        net=net(counts),
        net_band=net_band(counts),
        mean=mean(counts),
        mean_band=mean_band(counts),
        mean_100=mean_100(counts),
        median=median(counts),
    )
