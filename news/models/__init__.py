from .address import Address
from .article import Appearance, Article
from .assignment import Assignment, Step
from .at_work import OpenText, TypedText
from .attachment import Attachment
from .bin import BinnedText
from .body_picture import BodyPicture
from .correction import Correction
from .desk_preference import DeskPreference
from .edition import Edition
from .gallery import GalleryPicture
from .imported_story import ImportedStory
from .lead_pin import LeadPin
from .link_proposal import AlreadyDecided, LinkProposal
from .listing import Listing
from .memory import MemorySentence, MemoryUnit
from .picture import Picture
from .preview import Preview
from .publication import Publication
from .release import Release, ReleasePart
from .revision import Revision
from .search import NameEntry, SearchEntry
from .tag import Tag, TaggedArticle
from .tag_redirect import TagRedirect
from .task import Task
from .term import Term
from .transition import Transition
from .video import Video
from .waiver import Waiver
from .work_item import WorkItem

__all__ = [
    "Address",
    "AlreadyDecided",
    "Appearance",
    "Article",
    "Assignment",
    "Attachment",
    "BinnedText",
    "BodyPicture",
    "Correction",
    "DeskPreference",
    "Edition",
    "GalleryPicture",
    "ImportedStory",
    "LeadPin",
    "LinkProposal",
    "Listing",
    "MemorySentence",
    "MemoryUnit",
    "NameEntry",
    "OpenText",
    "Picture",
    "Preview",
    "Publication",
    "Release",
    "ReleasePart",
    "Revision",
    "SearchEntry",
    "Step",
    "Tag",
    "TagRedirect",
    "TaggedArticle",
    "Task",
    "Term",
    "Transition",
    "TypedText",
    "Video",
    "Waiver",
    "WorkItem",
]
