"""The weekly mail of the figures: last week beside the week before, alarms, and the pages that please least."""

import logging
from datetime import timedelta

from django.conf import settings
from django.core.mail import EmailMessage
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext, ngettext, override

from . import report
from .filters import Filters
from .models import DigestSubscription, day_of
from .templatetags.feedback import percent, points

MOST_PAGES = 3
ISOLATE, END_OF_ISOLATE = "\u2068", "\u2069"  # a title keeps to itself whatever direction it has

logger = logging.getLogger(__name__)


def send_due(now=None):
    """Send last week's figures to whoever wants them and hasn't got them; returns (sent, failed) numbers.

    A week is over on Monday in Rabat. Who lost the right to the dashboard, or the address, is passed over.
    """
    monday = day_of(now or timezone.now())
    monday -= timedelta(days=monday.weekday() + 7)
    sent = failed = 0
    for wish in DigestSubscription.objects.exclude(sent_for__gte=monday).select_related("user").order_by("pk"):
        if not (wish.user.is_active and wish.user.email and wish.user.has_perm("feedback.view_dashboard")):
            continue
        try:
            mail_of(wish, monday).send()
        except OSError:
            logger.exception("the weekly mail to user %s could not be sent", wish.user_id)
            failed += 1
            continue
        DigestSubscription.objects.filter(pk=wish.pk).update(sent_for=monday)
        sent += 1
    return sent, failed


def mail_of(wish, monday):
    """The EmailMessage of the week that begins on `monday`, in the language that was wished for."""
    with override(wish.language):
        filters = Filters(monday, monday + timedelta(days=6), has_demo=False)
        subject = gettext("What visitors said from %(start)s to %(end)s") % days_of(filters)
        return EmailMessage(subject, text_of(report.read(filters), filters), to=[wish.user.email])


def days_of(filters):
    return {name: date_format(getattr(filters, name), "SHORT_DATE_FORMAT") for name in ("start", "end")}


def text_of(found, filters):
    """The mail's words in the active language. found: a Report."""
    lines = [*figures_of(found), "", *alarms_of(found), *pages_of(found)]
    lines += [
        gettext("The whole dashboard:"),
        address(f"{reverse('admin:feedback_rating_dashboard')}?{filters.query}"),
        "",
    ]
    lines += [gettext("You get this mail once a week because you asked for it on the dashboard, where you can end it.")]
    return "\n".join(lines)


def address(path):
    return f"{getattr(settings, 'SITE_ORIGIN', '')}{path}"


def figures_of(found):
    total = found.total
    yield ngettext("%(count)d answer.", "%(count)d answers.", total.n) % {"count": total.n}
    if total.is_hidden:
        yield gettext("Too few to show figures: they appear from 10 answers on.")
        return
    low, high = (percent(share) for share in total.csat_band)
    values = {"share": percent(total.csat), "low": low, "high": high}
    yield gettext("Satisfied (CSAT): %(share)s, spread among those who answered %(low)s to %(high)s.") % values
    if found.change:
        values = {"difference": points(found.change.difference)}
        yield gettext("Against the week before: %(difference)s percentage points.") % values
        if not found.change.direction:
            yield gettext("No more change against the period before than chance would make.")


def alarms_of(found):
    words = {
        ("cusum", -1): gettext("satisfaction has been drifting down"),
        ("cusum", 1): gettext("satisfaction has been drifting up"),
        ("chart", -1): gettext("far less satisfied than usual"),
        ("chart", 1): gettext("far more satisfied than usual"),
    }
    for alarm in found.alarms:
        yield f"{date_format(alarm.day, 'SHORT_DATE_FORMAT')}: {words[alarm.kind, alarm.direction]}"
    if found.alarms:
        yield ""


def pages_of(found):
    rows = found.pages.worst[:MOST_PAGES]
    if rows:
        yield gettext("Least satisfied")
        for row in rows:
            yield f"– {ISOLATE}{row.title}{END_OF_ISOLATE}: {percent(row.figures.csat)}"
        yield ""
