"""What keeps a text from being published, each with the field that mends it."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from ..models.revision import TRANSLATES_UNPUBLISHED
from ..prepublication.required import faults

# The sentences of Revision.blockers() and Edition.blockers(), and the field of the panel that each is about.
FIELDS = [
    (_("The title is missing."), "draft_title"),
    (_("The body is missing."), "draft_body"),
    (_("Say where the text comes from."), "origin"),
    (_("The lead picture has no alt text in this language."), "draft_lead_alt"),
    (_("A picture in the body has no alt text."), "draft_body"),
    (_("The title has no letter to make an address of: write the slug yourself."), "slug"),
    (TRANSLATES_UNPUBLISHED, "follows"),
]


@dataclass(frozen=True)
class Mend:
    """A sentence that says what is missing, and the id of the input that mends it ('' when none does)."""

    sentence: str
    target: str


def mends(panel):
    """What is missing before the newest text of `panel` can be published: a list of Mend, [] without a text."""
    if not panel.edition:
        return []
    panel.newest.article = panel.article
    fields = {str(sentence): name for sentence, name in FIELDS}

    def target(blocker):
        # The pictures of the gallery and the video have fields outside of the panel, and name them.
        own = panel[fields[str(blocker)]].auto_id if str(blocker) in fields else ""
        return getattr(blocker, "mended_in", own)

    found = faults(panel.edition, panel.newest, panel.state.release)
    return [Mend(str(blocker), target(blocker)) for blocker in found]
