"""The daily mail: what waits for one person, in their language, at most once a day."""

import logging
from dataclasses import dataclass
from datetime import timedelta

from django.contrib.auth import get_user_model
from django.core.mail import EmailMultiAlternatives
from django.utils import timezone, translation

from ..models import DeskPreference
from .digest_mail import html_of, subject_of, text_of
from .rows import rows_of
from .waiting import Waiting, Wanted

MOST_ASSIGNED, MOST_LISTED = 50, 10
LONGEST_NEW = timedelta(days=7)

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Part:
    """A heading's worth of the mail: Rows, and how many there are in all (counted no further than 1,001)."""

    rows: list
    count: int


@dataclass(frozen=True)
class Digest:
    """What waits for `user`. count: of all that waits for them, counted no further than 1,001."""

    user: object
    count: int
    overdue: Part
    assigned: Part
    new: Part
    behind: Part

    @property
    def parts(self):
        return (self.overdue, self.assigned, self.new, self.behind)

    @property
    def is_empty(self):
        return not any(part.rows for part in self.parts)


def digest_of(user, new_since, now):
    """The Digest of `user` at `now`; new_since: when the last one was made. About twenty queries."""
    mine = part_of(user, Wanted(assignee="me", sort="due"), now, MOST_ASSIGNED)
    overdue = [row for row in mine.rows if row.is_overdue]
    assigned = [row for row in mine.rows if not row.is_overdue]
    new = part_of(user, Wanted(assignee="nobody", sort="newest", new_since=new_since), now, MOST_LISTED)
    behind = part_of(user, Wanted(assignee="nobody", kind="update"), now, MOST_LISTED)
    listed = {row.item.pk for row in new.rows}
    return Digest(
        user,
        count=Waiting(user).count(),
        overdue=Part(overdue, len(overdue)),
        assigned=Part(assigned, len(assigned)),
        new=new,
        # What is new has been told above already.
        behind=Part([row for row in behind.rows if row.item.pk not in listed], behind.count),
    )


def part_of(user, wanted, now, most):
    waiting = Waiting(user, wanted, timezone.localdate(now))
    items = waiting.items(waiting.keys(most))
    return Part(rows_of(items, now) if items else [], waiting.count() if len(items) == most else len(items))


def mail_of(digest, language):
    """The mail as a Django message, wholly in `language`."""
    with translation.override(language):
        message = EmailMultiAlternatives(
            subject_of(digest),
            text_of(digest, language),
            to=[digest.user.email],
            headers={"Auto-Submitted": "auto-generated", "Content-Language": language},
        )
        message.attach_alternative(html_of(digest, language), "text/html")
    return message


def send_digests(now=None):
    """Send today's mail to everybody for whom something waits; (sent, failed): counts.

    Safe to run again: whoever had today's mail gets no other. One that fails stops no other and is tried again.
    """
    now = now or timezone.now()
    sent = failed = 0
    staff = get_user_model().objects.filter(is_active=True, is_staff=True).exclude(email="")
    for user in staff.order_by("pk").iterator():
        try:
            sent += send_digest(user, now)
        except Exception:
            failed += 1
            logger.exception("The digest of %s could not be sent", user.pk)
    return sent, failed


def send_digest(user, now):
    """Send `user` today's mail, unless they had it, want none, or nothing waits. Returns whether it was sent."""
    preference = DeskPreference.of(user)
    if not preference.wants_digest or preference.has_had_mail(now):
        return False
    with translation.override(preference.language):
        digest = digest_of(user, new_since(preference, now), now)
    if digest.is_empty:
        return False
    if preference.pk is None:
        preference, _made = DeskPreference.objects.get_or_create(user=user, defaults={"language": preference.language})
    if not preference.take_day(now):
        return False  # another run was quicker
    try:
        mail_of(digest, preference.language).send()
    except Exception:
        preference.give_day_back()
        raise
    return True


def new_since(preference, now):
    """From when on work is new: the last mail (a week ago at the earliest), for the first mail a day ago."""
    return max(preference.digest_at or now - timedelta(days=1), now - LONGEST_NEW)
