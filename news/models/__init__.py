from .address import Address
from .article import Appearance, Article
from .edition import Edition
from .imported_story import ImportedStory
from .lead_pin import LeadPin
from .link_proposal import AlreadyDecided, LinkProposal
from .listing import Listing
from .picture import Picture
from .publication import Publication
from .revision import Revision
from .tag import Tag, TaggedArticle

__all__ = [
    "Address",
    "AlreadyDecided",
    "Appearance",
    "Article",
    "Edition",
    "ImportedStory",
    "LeadPin",
    "LinkProposal",
    "Listing",
    "Picture",
    "Publication",
    "Revision",
    "Tag",
    "TaggedArticle",
]
