from .counts import COUNTERS, DailyCount, PageCount
from .rating import Rating, RatingIsFinal, Standing, day_of
from .verdict import Verdict
from .visitor import DailyKey, Recognition

__all__ = [
    "COUNTERS",
    "DailyCount",
    "DailyKey",
    "PageCount",
    "Rating",
    "RatingIsFinal",
    "Recognition",
    "Standing",
    "Verdict",
    "day_of",
]
