"""The named figures of satisfaction, each from five counters: how often scores 1, 2, 3, 4 and 5 were given.

`counts` is everywhere a sequence of five whole numbers ≥ 0, from score 1 to score 5; anything else raises
ValueError. A figure of no answers is None. docs/metrics.md says what each figure means and does not mean.
"""

from .bands import mean_band, net_band, wilson
from .comparison import newcombe, rank_test
from .counters import SCORES, bottom_two_box, distribution, mean, mean_100, median, net, top_two_box, total
from .group import FIRM_FROM, SHOWN_FROM, Figures, figures

__all__ = [
    "FIRM_FROM",
    "SCORES",
    "SHOWN_FROM",
    "Figures",
    "bottom_two_box",
    "distribution",
    "figures",
    "mean",
    "mean_100",
    "mean_band",
    "median",
    "net",
    "net_band",
    "newcombe",
    "rank_test",
    "top_two_box",
    "total",
    "wilson",
]
