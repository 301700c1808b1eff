"""How often somebody may guess a password: counted for an account from a network, for a network, for an account.

Every attempt is counted before the password is looked at, so that a hundred at once are not a hundred guesses; the
one that was right is given back.
"""

import unicodedata
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta

from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils import timezone
from django.utils.crypto import salted_hmac

from .counts import SignInCount


@dataclass(frozen=True)
class Limit:
    """At most `attempts` that failed within `window` of the first of them."""

    name: str
    attempts: int
    window: timedelta


PAIR = Limit("account and network", 5, timedelta(minutes=15))
NETWORK = Limit("network", 40, timedelta(minutes=15))
ACCOUNT = Limit("account", 50, timedelta(hours=1))
# Where an account signed in lately, guesses made elsewhere don't lock its owner out.
KNOWN_FOR = timedelta(days=30)


class TooManyAttempts(Exception):
    """No password is looked at until `until`, an aware datetime."""

    def __init__(self, until):
        super().__init__(until)
        self.until = until


def fold(name):
    """One spelling for all that an account's name may be typed as: "Ａ ", "A" and "a" are one."""
    folded = unicodedata.normalize("NFKC", name).casefold()
    return unicodedata.normalize("NFKC", folded).strip()


def digest(kind, *parts):
    """A key that tells nobody what it stands for."""
    return salted_hmac(f"icesco.sign_in {kind}", "\0".join(parts), algorithm="sha256").hexdigest()


@dataclass(frozen=True)
class Attempt:
    """One that has been counted. keys: of its SignInCount rows."""

    keys: tuple

    def give_back(self):
        """It was no guess: it counts no longer."""
        SignInCount.objects.filter(key__in=self.keys, count__gt=0).update(count=F("count") - 1)


def begin(name, network):
    """Count an attempt at the account `name` (as typed) from `network`; returns the Attempt.

    Raises TooManyAttempts, and counts nothing, while one of the limits is reached.
    """
    now = timezone.now()
    name = fold(name)
    limits = {
        digest(PAIR.name, name, network): PAIR,
        digest(NETWORK.name, network): NETWORK,
        digest(ACCOUNT.name, name): ACCOUNT,
    }
    SignInCount.objects.filter(until__lte=now).delete()
    make_rows(limits, now)
    with transaction.atomic():
        rows = list(SignInCount.objects.select_for_update().filter(key__in=limits).order_by("key"))
        reached = [row for row in rows if row.count >= limits[row.key].attempts]
        if is_known(name, network):
            reached = [row for row in reached if limits[row.key] is not ACCOUNT]
        if reached:
            raise TooManyAttempts(max(row.until for row in reached))
        SignInCount.objects.filter(key__in=limits).update(count=F("count") + 1)
    return Attempt(tuple(limits))


def make_rows(limits, now):
    """See that each key of `limits` has its row; its window begins now."""
    present = set(SignInCount.objects.filter(key__in=limits).values_list("key", flat=True))
    for key, limit in limits.items():
        if key not in present:
            # Another worker may have been quicker.
            with suppress(IntegrityError), transaction.atomic():
                SignInCount.objects.create(key=key, until=now + limit.window)


def is_known(name, network):
    return SignInCount.objects.filter(key=digest("known", name, network), until__gt=timezone.now()).exists()


def remember(name, network):
    """Note that the account `name` has just signed in from `network`."""
    until = timezone.now() + KNOWN_FOR
    SignInCount.objects.update_or_create(key=digest("known", fold(name), network), defaults={"until": until})
