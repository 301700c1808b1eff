from .door import nothing, openapi, root
from .editions import edition_detail, edition_list
from .entities import (
    member_state_detail,
    member_state_list,
    person_detail,
    person_list,
    sector_detail,
    sector_list,
    tag_detail,
    tag_list,
)
from .withdrawals import withdrawal_list

__all__ = [
    "edition_detail",
    "edition_list",
    "member_state_detail",
    "member_state_list",
    "nothing",
    "openapi",
    "person_detail",
    "person_list",
    "root",
    "sector_detail",
    "sector_list",
    "tag_detail",
    "tag_list",
    "withdrawal_list",
]
