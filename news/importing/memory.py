"""Which listed stories were imported before: unchanged with the same words, changed with others under their title."""

from enum import Enum
from hashlib import sha256

from icesco.text.folding import fold

from ..body import plain_text
from ..matcher import folded_words
from ..models import ImportedStory, Revision

ALIKE = 0.6  # share of words in common from which two texts under one title are one story, changed


class Known(Enum):
    NEW = "new"
    UNCHANGED = "unchanged"
    CHANGED = "changed"


def digest(text):
    """A digest of `text` that typography (case, accents, blanks, quotation marks) doesn't change."""
    return sha256(" ".join(folded_words(text)).encode()).hexdigest()


class Memory:
    """What earlier imports made of the stories of one listing; each of their rows answers for one story only."""

    def __init__(self, stories, language):
        self.language = language
        self._digests = {
            id(story): (digest(story.title), digest("\n".join([story.title, *story.paragraphs]))) for story in stories
        }
        titles = {title for title, _content in self._digests.values()}
        self._rows = {}
        for row in ImportedStory.objects.filter(language=language):
            if row.title_digest in titles:
                self._rows.setdefault(row.title_digest, []).append(row)
        contents = {content for _title, content in self._digests.values()}
        # A row whose very words are in this listing stands for them, and for no other story of the same title.
        self._free = {
            title: [row for row in rows if row.content_digest not in contents] for title, rows in self._rows.items()
        }

    def look_up(self, story, day):
        """(Known, its ImportedStory or None) for a ListedStory; day: printed with it or of its event, or None."""
        title, content = self._digests[id(story)]
        for row in self._rows.get(title, ()):
            if row.content_digest == content:
                return Known.UNCHANGED, row
        for row in self._free.get(title, ()):
            if (day and row.day == day) or self._is_alike(story, row):
                self._free[title].remove(row)
                return Known.CHANGED, row
        return Known.NEW, None

    def keep(self, story, day, article):
        """Remember that `article` was made of `story`."""
        title, content = self._digests[id(story)]
        row = ImportedStory.objects.create(
            article=article, language=self.language, title_digest=title, content_digest=content, day=day
        )
        self._rows.setdefault(title, []).append(row)

    def _is_alike(self, story, row):
        first = Revision.objects.filter(article=row.article_id, language=self.language).order_by("number").first()
        if first is None:
            return True  # removed since: nothing is left to compare, and it is not brought back
        old = set(fold(plain_text(first.body)).split())
        new = set(fold("\n".join(story.paragraphs)).split())
        return len(old & new) >= ALIKE * len(old | new)
