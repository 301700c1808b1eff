"""One page in a sitemap."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class SitemapEntry:
    """url: absolute. alternates: {language: absolute address} of the same page, itself included. default: the one of
    them for readers of no language of ours, or ''. changed_at: an aware datetime, or None when nobody can say."""

    url: str
    alternates: dict
    default: str = ""
    changed_at: datetime | None = None
