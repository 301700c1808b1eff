"""What the checks are given and what they give."""

from dataclasses import dataclass
from functools import cached_property

from ..body import plain_text

BLOCKS, WARNS = "blocks", "warns"


@dataclass(frozen=True)
class Item:
    """One thing to mend. level: BLOCKS or WARNS; sentence: translated.

    field: the field that mends it, as the form names it without the language ("draft_title", "lead_picture"), '' for
    none; mended_in: the id of an input outside of the panels, where the sentence knows it. about: the row of an entity
    that has to be mended itself, or None.
    """

    level: str
    sentence: str
    field: str = ""
    mended_in: str = ""
    about: object = None


def warning(sentence, field="", about=None):
    return Item(WARNS, str(sentence), field, about=about)


class Facts:
    """Whom and what an article is linked to, read once for the texts of all its languages; four queries, when asked."""

    def __init__(self, article):
        self.article = article

    @cached_property
    def people(self):
        appearances = self.article.appearances.select_related("person").prefetch_related("person__other_names")
        return [appearance.person for appearance in appearances]

    @cached_property
    def member_states(self):
        return list(self.article.member_states.prefetch_related("other_names").order_by("pk"))


class Text:
    """A revision of an edition as the checks read it."""

    def __init__(self, edition, revision, facts=None):
        self.edition, self.revision, self.language = edition, revision, revision.language
        self.facts = facts or Facts(edition.article)
        self.article = self.facts.article
        # Blockers ask the revision for its article, which is in hand.
        revision.article = self.article

    @cached_property
    def words(self):
        """Title, summary and body without markup, a paragraph a line."""
        return "\n".join([self.revision.title, self.revision.summary, plain_text(self.revision.body)])
