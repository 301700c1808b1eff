"""“In other languages”: stories that a reader of this language would otherwise never hear of."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef

from people.languages import LANGUAGES, column

from .models import Edition, Listing
from .paging import MOST_COUNTED

MOST_SHOWN = 6


@dataclass(frozen=True)
class Elsewhere:
    """stories: the newest ones, each a list of its live Editions, none of them in the page's language.

    counted: how many there are, counted no further than 1,001.
    """

    stories: list
    counted: int

    def __bool__(self):
        return bool(self.stories)


def stories_elsewhere(kind, subject, language):
    """What is live about `subject` in other languages only, as an Elsewhere. kind: one of listing.SUBJECTS.

    Two queries at most.
    """
    others = [other for other in LANGUAGES if other != language]
    here = Edition.objects.live(language).filter(article=OuterRef("edition__article"))
    rows = Listing.objects.live().filter(~Exists(here), language__in=others, **{kind: subject})
    titles = [f"edition__article__{column('title', other)}" for other in others]
    words = ["edition__language", "edition__slug", "edition__permalink_on", "edition__article_id", *titles]
    # A story has at most one row for each other language, so as many rows hold all the stories shown.
    most_rows = MOST_SHOWN * len(others)
    found = rows.select_related("edition__article").only(*words).order_by(*rows.page_order)[:most_rows]
    stories = {}
    for row in found:
        stories.setdefault(row.edition.article_id, []).append(row.edition)
    counted = len(stories)
    if sum(map(len, stories.values())) == most_rows:
        counted = rows.order_by().values("edition__article").distinct()[: MOST_COUNTED + 1].count()
    return Elsewhere(list(stories.values())[:MOST_SHOWN], counted)
