from .address import Address
from .article import Appearance, Article
from .at_work import OpenText, TypedText
from .attachment import Attachment
from .bin import BinnedText
from .body_picture import BodyPicture
from .edition import Edition
from .gallery import GalleryPicture
from .imported_story import ImportedStory
from .lead_pin import LeadPin
from .link_proposal import AlreadyDecided, LinkProposal
from .listing import Listing
from .picture import Picture
from .preview import Preview
from .publication import Publication
from .revision import Revision
from .search import NameEntry, SearchEntry
from .tag import Tag, TaggedArticle
from .tag_redirect import TagRedirect
from .transition import Transition
from .video import Video

__all__ = [
    "Address",
    "AlreadyDecided",
    "Appearance",
    "Article",
    "Attachment",
    "BinnedText",
    "BodyPicture",
    "Edition",
    "GalleryPicture",
    "ImportedStory",
    "LeadPin",
    "LinkProposal",
    "Listing",
    "NameEntry",
    "OpenText",
    "Picture",
    "Preview",
    "Publication",
    "Revision",
    "SearchEntry",
    "Tag",
    "TagRedirect",
    "TaggedArticle",
    "Transition",
    "TypedText",
    "Video",
]
