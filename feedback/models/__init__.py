from .counts import COUNTERS, DailyCount, PageCount
from .rating import Rating, RatingIsFinal, Standing, day_of
from .verdict import Verdict
from .view_count import ViewCount
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
    "ViewCount",
    "day_of",
]
