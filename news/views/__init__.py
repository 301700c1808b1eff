from .archive import month_archive, year_archive
from .attachment import attachment
from .edition import edition_detail
from .entities import (
    member_state_detail,
    member_state_list,
    person_detail,
    person_list,
    sector_detail,
    sector_list,
    tag_detail,
)
from .listing import edition_list
from .preview import preview

__all__ = [
    "attachment",
    "edition_detail",
    "edition_list",
    "member_state_detail",
    "member_state_list",
    "month_archive",
    "person_detail",
    "person_list",
    "preview",
    "sector_detail",
    "sector_list",
    "tag_detail",
    "year_archive",
]
