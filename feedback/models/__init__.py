from .api_token import ApiToken, Scope
from .counts import COUNTERS, DailyCount, PageCount, PageMonthCount
from .digest import DigestSubscription
from .export_log import ExportLog
from .rating import Rating, RatingIsFinal, Standing, day_of
from .verdict import Verdict
from .view_count import ViewCount
from .visitor import DailyKey, Recognition

__all__ = [
    "COUNTERS",
    "ApiToken",
    "DailyCount",
    "DailyKey",
    "DigestSubscription",
    "ExportLog",
    "PageCount",
    "PageMonthCount",
    "Rating",
    "RatingIsFinal",
    "Recognition",
    "Scope",
    "Standing",
    "Verdict",
    "ViewCount",
    "day_of",
]
