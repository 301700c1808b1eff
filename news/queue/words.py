"""How the queue speaks: signs that say by their shape what a colour would say, and ages in words."""

from django.utils.formats import number_format
from django.utils.translation import gettext, ngettext

from ..models import WorkItem
from ..paging import MOST_COUNTED

Kind, State = WorkItem.Kind, WorkItem.State
KIND_SIGNS = {Kind.TRANSLATE: "⇄", Kind.WRITE: "✎", Kind.UPDATE: "↻", Kind.REVIEW: "◔", Kind.PUBLISH: "◕"}
STATE_SIGNS = {State.MISSING: "—", State.IN_WORK: "✎", State.BEHIND: "↻", State.CURRENT: "●", State.DOWN: "⊘"}

HOUR, DAY = 3_600, 86_400


def age(since, now):
    """How long ago `since` was at `now`, both aware datetimes, in words: "3 days". Never more exact than is of use."""
    seconds = max((now - since).total_seconds(), 0)
    days = int(seconds // DAY)
    if seconds < HOUR:
        return gettext("less than an hour")
    if days < 2:
        hours = int(seconds // HOUR)
        return ngettext("%(count)d hour", "%(count)d hours", hours) % {"count": hours}
    if days < 60:
        return ngettext("%(count)d day", "%(count)d days", days) % {"count": days}
    if days < 730:
        months = days * 12 // 365
        return ngettext("%(count)d month", "%(count)d months", months) % {"count": months}
    years = days // 365
    return ngettext("%(count)d year", "%(count)d years", years) % {"count": years}


def waiting_sentence(count):
    """How many texts wait for the person spoken to; one that is above 1,000 was not counted on."""
    if count > MOST_COUNTED:
        most = number_format(MOST_COUNTED, 0, force_grouping=True)
        return gettext("More than %(count)s texts wait for you") % {"count": most}
    return ngettext("%(count)d text waits for you", "%(count)d texts wait for you", count) % {"count": count}
