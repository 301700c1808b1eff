from .address import Address
from .article import Appearance, Article
from .attachment import Attachment
from .body_picture import BodyPicture
from .edition import Edition
from .gallery import GalleryPicture
from .imported_story import ImportedStory
from .lead_pin import LeadPin
from .link_proposal import AlreadyDecided, LinkProposal
from .listing import Listing
from .memory import MemorySentence, MemoryUnit
from .picture import Picture
from .publication import Publication
from .revision import Revision
from .search import NameEntry, SearchEntry
from .tag import Tag, TaggedArticle
from .tag_redirect import TagRedirect
from .video import Video

__all__ = [
    "Address",
    "AlreadyDecided",
    "Appearance",
    "Article",
    "Attachment",
    "BodyPicture",
    "Edition",
    "GalleryPicture",
    "ImportedStory",
    "LeadPin",
    "LinkProposal",
    "Listing",
    "MemorySentence",
    "MemoryUnit",
    "NameEntry",
    "Picture",
    "Publication",
    "Revision",
    "SearchEntry",
    "Tag",
    "TagRedirect",
    "TaggedArticle",
    "Video",
]
