"""Two people in one language: the second save is refused, shows both texts, and can put them together."""

from django.utils.translation import gettext_lazy as _

from ..merging import merge_words
from ..models import Revision
from ..models.article import WORDS

DRAFT = {word: f"draft_{word}" for word in WORDS}


class ConflictMixin:
    """For LanguagePanel. `base` is the revision the panel was loaded from, `newest` the one that stands now.

    stale: the words typed are refused, since somebody saved meanwhile. merged: {word field: Merged} after the button
    "Put both together" put theirs into what was typed, to be read and saved.
    """

    stale = False
    merged = None

    @property
    def is_unseen(self):
        """Whether somebody saved a newer text since the panel was loaded, which its reader hasn't seen."""
        return self.base != self.newest

    def check_conflict(self):
        """Refuse to save over words that this person hasn't read, unless they say that they have."""
        if not self.is_unseen:
            return
        if f"_merge_{self.language}" in self.data:
            self.put_together()
        elif self.cleaned_data.get("over") != (self.newest and self.newest.pk):
            self.stale = True
            self.add_error(None, _("Somebody else has saved this language since you opened it. Yours isn’t saved yet."))

    def put_together(self):
        """Put their changes into what was typed here, as if it had been typed after theirs; nothing is saved yet."""
        self.merged = merge_words(words_of(self.base), self.words, words_of(self.newest))
        self.data = self.data.copy()
        for word, merged in self.merged.items():
            self.data[self.add_prefix(DRAFT[word])] = merged.text
        self.data[self.add_prefix("based_on")] = str(self.newest.pk)
        self.add_error(None, _("Both texts are put together below. Nothing is saved yet: read it, then save."))

    @property
    def to_tidy(self):
        """Labels of the fields in which both changed the same words, after merging."""
        found = [word for word, merged in (self.merged or {}).items() if merged.has_conflict]
        return [self.fields[DRAFT[word]].label for word in found]

    @property
    def typed(self):
        """What was typed, as an unsaved revision to be compared with others."""
        return Revision(article=self.article, language=self.language, **self.words)


def words_of(revision):
    """The words of a Revision, or of none, as a dict."""
    return {word: getattr(revision, word) if revision else "" for word in WORDS}
