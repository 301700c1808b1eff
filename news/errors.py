"""What can go wrong when words are written or made public; each says it in a sentence for the person at work."""

from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _


class NewsError(Exception):
    """Base of the errors below. `str()` is a translated sentence."""

    message = _("This can’t be done.")

    def __str__(self):
        return str(self.message)


class StaleRevision(NewsError):
    """Somebody saved a newer revision of this language since the form was loaded. `newest` is that revision."""

    message = _("Somebody else has saved this language since you opened it.")

    def __init__(self, newest):
        super().__init__()
        self.newest = newest


class OlderRevision(NewsError):
    """A newer revision was already ordered to be public: restore the older one as a new revision first."""

    message = _("A newer revision is already ordered to be public. Restore this one as a new revision first.")


class NotPublishable(NewsError):
    """`blockers` is the list of sentences that say what is missing."""

    def __init__(self, blockers):
        super().__init__()
        self.blockers = list(blockers)

    def __str__(self):
        return " ".join(map(str, self.blockers))


class OpenChecks(NewsError):
    """Checks of a translation found what nobody mended or waived; `blockers`: sentences, what to do first."""

    def __init__(self, findings):
        super().__init__()
        count = len(findings)
        told = ngettext(
            "%(count)d check of the translation is open: mend what it found, or waive it with a reason.",
            "%(count)d checks of the translation are open: mend what they found, or waive them with a reason.",
            count,
        )
        self.blockers = [told % {"count": count}, *(finding.sentence for finding in findings)]

    def __str__(self):
        return str(self.blockers[0])


class NotPublic(NewsError):
    message = _("This edition is not public, so it can’t be withdrawn.")


class FixedAddress(NewsError):
    message = _("This edition was public at its address, which is kept for ever. Use “Change address”.")


class AddressTaken(NewsError):
    message = _("Another story has this address on this day. Choose another.")


class TagAddressTaken(NewsError):
    message = _("Another tag has or had this address. Choose another.")


class TagsChanged(NewsError):
    message = _("One of these tags was changed or is gone since you looked. Nothing was done: look again.")


class NewerDraft(NewsError):
    message = _("There is a newer draft of this text: finish it, and say there which text it follows.")


class ReleaseChanged(NewsError):
    message = _("The release or one of its texts changed since you looked. Nothing was done: look again.")


class NothingWaits(NewsError):
    message = _("Nothing is left to do here: somebody was quicker.")


class AlreadyAssigned(NewsError):
    """`assignee` has the work already."""

    def __init__(self, assignee):
        super().__init__()
        self.assignee = assignee

    def __str__(self):
        return gettext("%(name)s has taken this already.") % {"name": self.assignee}


class MayNotDoThis(NewsError):
    """`user` lacks the right that the work takes in its language."""

    def __init__(self, user):
        super().__init__()
        self.user = user

    def __str__(self):
        return gettext("%(name)s may not do this in this language.") % {"name": self.user}


class Immutable(NewsError):
    message = _("A revision is never changed or deleted.")


class AppendOnly(NewsError):
    message = _("The log of steps is never changed: rows are only added.")


class WrongStage(NewsError):
    message = _("The text is at another step by now: look at how it stands.")


class OwnText(NewsError):
    message = _("You wrote in this text: somebody else has to approve it.")


class WasPublic(NewsError):
    message = _("Readers have seen this text: it can be withdrawn, not binned.")


class IsSource(NewsError):
    message = _("The story was written in this language: move the whole story to the bin.")


class TextThere(NewsError):
    message = _("There is a new text in this language by now. The old one is in its history: restore it there.")


class InBin(NewsError):
    message = _("The story is in the bin: take it out first.")


class KeptForEver(AppendOnly):
    message = _("A correction is never changed or deleted. Take it back if it is mistaken: its record is kept.")


class NotPublicYet(NewsError):
    message = _("Only a text that is public can be corrected.")


class TakenBackAlready(NewsError):
    message = _("This correction was taken back already.")


class ClosedTask(NewsError):
    message = _("Somebody else has closed this task meanwhile.")
