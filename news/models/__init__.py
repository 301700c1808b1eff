from .address import Address
from .article import Appearance, Article
from .edition import Edition
from .listing import Listing
from .picture import Picture
from .publication import Publication
from .revision import Revision
from .tag import Tag, TaggedArticle

__all__ = [
    "Address",
    "Appearance",
    "Article",
    "Edition",
    "Listing",
    "Picture",
    "Publication",
    "Revision",
    "Tag",
    "TaggedArticle",
]
