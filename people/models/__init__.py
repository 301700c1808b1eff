from .entity import Entity, EntityQuerySet, OtherName
from .member_state import MemberState, MemberStateName
from .person import Person, PersonName
from .place import Place, PlaceName
from .portrait import Portrait
from .redirect import Redirect
from .rendered_picture import RenderedPicture
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
    "Portrait",
    "Redirect",
    "RenderedPicture",
    "Sector",
    "SectorName",
]
