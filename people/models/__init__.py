from .entity import Entity, EntityQuerySet, OtherName
from .member_state import MemberState, MemberStateName
from .person import Person, PersonName
from .place import Place, PlaceName
from .redirect import Redirect
from .sector import Sector, SectorName

__all__ = [
    "Entity",
    "EntityQuerySet",
    "MemberState",
    "MemberStateName",
    "OtherName",
    "Person",
    "PersonName",
    "Place",
    "PlaceName",
    "Redirect",
    "Sector",
    "SectorName",
]
