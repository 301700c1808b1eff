"""What a text can't be published without: the model's own blockers, as items."""

from django.utils.translation import gettext_lazy as _

from ..models import ReleasePart
from ..models.edition import RELEASED_WITH_OTHERS
from .items import BLOCKS, Item

# Nothing in the text is missing: it is out already, or goes with others.
NO_FAULTS = (_("This revision is public already."), RELEASED_WITH_OTHERS)


def required(text):
    """What keeps the text of `text` from being published: alone, or with the languages of its release."""
    part = ReleasePart.objects.marking(text.edition).select_related("release").first()
    found = faults(text.edition, text.revision, part.release if part else None)
    return [Item(BLOCKS, str(blocker), mended_in=getattr(blocker, "mended_in", "")) for blocker in found]


def faults(edition, revision, release):
    """The blockers of `revision` that something has to be mended for. release: the open one marking it, or None."""
    together = edition.going_with(release.pk, release.due_at) if release else ()
    no_faults = set(map(str, NO_FAULTS))
    return [blocker for blocker in edition.blockers(revision, together) if str(blocker) not in no_faults]
