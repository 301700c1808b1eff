"""What has to be done of itself: forget who answered, make the months to come, let go of the oldest answers.

Idempotent and quick when there is nothing to do: call it as often as you like, once a day at least.
"""

from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from . import partitions
from .models import DailyKey, Rating, Recognition, Verdict, day_of

KEPT_MONTHS = 25
MONTHS_AHEAD = 3


@dataclass(frozen=True)
class Upkeep:
    """forgotten: days whose hashes went; made: months that got a part; dropped: months whose answers went."""

    forgotten: int
    made: list
    dropped: list


def keep(now=None):
    """Do what is due at `now`, an aware datetime (default: now); returns an Upkeep."""
    today = day_of(now or timezone.now())
    made = partitions.ensure(today, shifted(today, MONTHS_AHEAD))
    return Upkeep(forget_visitors(today), made, drop_old(today))


def forget_visitors(today):
    """Delete all hashes of days before `today` with their keys; returns how many keys there were."""
    with transaction.atomic():
        Recognition.objects.filter(day__lt=today).delete()
        return DailyKey.objects.filter(day__lt=today).delete()[0]


def drop_old(today):
    """Drop the answers, and the verdicts on them, of whole months that are kept no longer; the roll-ups stay.

    Returns the first days of those months.
    """
    first_kept = partitions.first_of(shifted(today, -getattr(settings, "FEEDBACK_KEPT_MONTHS", KEPT_MONTHS)))
    with transaction.atomic():
        Verdict.objects.filter(rated_on__lt=first_kept).delete()
        if partitions.is_parted():
            return partitions.drop_before(first_kept)
        old = Rating.objects.filter(rated_on__lt=first_kept)
        months = sorted(
            {partitions.first_of(day) for day in old.order_by().values_list("rated_on", flat=True).distinct()}
        )
        old._raw_delete(old.db)
        return months


def shifted(day, months):
    """The first day of the month `months` after that of `day`."""
    number = day.year * 12 + day.month - 1 + months
    return date(number // 12, number % 12 + 1, 1)
