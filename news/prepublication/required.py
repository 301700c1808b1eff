"""What a text can't be published without: the model's own blockers, as items."""

from django.utils.translation import gettext as _

from .items import BLOCKS, Item


def required(text):
    """What Edition.blockers() says, but for one that is no fault: that these very words are public."""
    no_fault = _("This revision is public already.")
    found = text.edition.blockers(text.revision)
    return [
        Item(BLOCKS, str(blocker), mended_in=getattr(blocker, "mended_in", ""))
        for blocker in found
        if str(blocker) != no_fault
    ]
