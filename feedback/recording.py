"""An answer from the visitor into the tables: judged, stored, counted, and put in the place of an earlier one."""

import hashlib
import hmac
import unicodedata
from dataclasses import dataclass
from datetime import timedelta

from django.db import transaction
from django.db.models import Count, Q
from django.utils import timezone

from . import abuse, scale
from .client import Client
from .models import DailyKey, Rating, Recognition, Standing, day_of
from .models.counts import count
from .models.visitor import DIGEST_BYTES
from .pages import SITE, Page


@dataclass(frozen=True)
class Answer:
    """What a visitor sent. seconds: from seeing the question to sending, as the script says; None without it.

    nonce: what the script made up for this one answer; trap: what stands in the field that people don't see.
    """

    score: int
    comment: str
    page: Page
    is_script: bool = False
    seconds: int | None = None
    nonce: str = ""
    trap: str = ""

    @property
    def placement(self):
        return scale.OWN_PAGE if self.page.type == SITE else scale.BEFORE_FOOTER


@dataclass(frozen=True)
class Digests:
    """Keyed hashes of one day, bytes. network: of the address; browser: of it and the browser; visitor: of both and

    the page; content: of the nonce, or of the words where there is none; None where there is neither.
    """

    network: bytes
    browser: bytes
    visitor: bytes
    content: bytes | None


def record(answer, client, now=None):
    """Store an Answer; returns the Rating. One transaction: an answer that is stored is counted.

    What abuse.py suspects is stored as set apart; the visitor sees no difference.
    """
    now = now or timezone.now()
    day = day_of(now)
    with transaction.atomic():
        digests = digests_of(answer, client, DailyKey.of(day))
        reason = abuse.reason_for(answer, client, past_of(digests, day, now))
        rating = rating_of(answer, client, now)
        standing = Standing.QUARANTINED if reason else Standing.COUNTED
        earlier = None if reason else earlier_answer(digests, day)
        changes = rating.store(standing=standing, reason=reason)
        Recognition.objects.create(
            day=day,
            visitor=digests.visitor,
            browser=digests.browser,
            network=digests.network,
            content=digests.content or b"",
            at=now,
            rating_id=rating.pk,
            score=answer.score,
            is_counted=not reason,
        )
        if earlier:
            changes += replace(earlier)
        if reason in abuse.BACKWARDS:
            changes += set_apart_before(digests, day, reason)
        count(changes)
    return rating


def rating_of(answer, client, now):
    return Rating(
        score=answer.score,
        comment=answer.comment,
        page_type=answer.page.type,
        page_key=answer.page.key,
        language=answer.page.language,
        created_at=now,
        device=client.device,
        channel=Rating.Channel.SCRIPT if answer.is_script else Rating.Channel.FORM,
        placement=answer.placement,
        seconds=answer.seconds,
    )


def earlier_answer(digests, day):
    """The Recognition of the answer that this visitor's new one takes the place of, locked, or None."""
    own = Recognition.objects.filter(day=day, visitor=digests.visitor, is_counted=True)
    return own.select_for_update().order_by("-pk").first()


def replace(earlier):
    """Give the answer of a Recognition up for a later one; returns the changes to the figures."""
    Recognition.objects.filter(pk=earlier.pk).update(is_counted=False)
    rating = Rating.objects.filter(pk=earlier.rating_id).first()
    return rating.give_verdict(Standing.REPLACED, "answered_again") if rating else []


def set_apart_before(digests, day, reason):
    """Set apart what came from the same hand before, as far as it counts; returns the changes to the figures."""
    earlier = Recognition.objects.filter(day=day, is_counted=True)
    if reason == "replay":
        # Sent twice by one browser it is a doubled click: one of them counts.
        earlier = earlier.filter(content=digests.content).exclude(browser=digests.browser)
    else:
        earlier = earlier.filter(browser=digests.browser)
    changes = []
    for rating in Rating.objects.filter(pk__in=[row.rating_id for row in earlier]).order_by("pk"):
        changes += rating.give_verdict(Standing.QUARANTINED, reason)
    earlier.update(is_counted=False)
    return changes


# What is known of the sender


def digests_of(answer, client, key):
    """The Digests of an Answer and a Client with the day's key."""
    network = digest(key, "network", client.address)
    browser = digest(key, "browser", client.address, client.user_agent, client.languages)
    visitor = digest(key, "visitor", browser.hex(), answer.page.key, answer.page.language)
    words = plain(answer.comment)
    content = None
    if answer.nonce:
        content = digest(key, "nonce", answer.nonce)
    elif len(words) >= abuse.LEAST_WORDS_LENGTH:
        content = digest(key, "words", words)
    return Digests(network, browser, visitor, content)


def digest(key, *parts):
    """A hash of `parts`, each a str, keyed: without the key nobody can make it, nor try what it was made of."""
    text = "\0".join(parts).encode("utf-8", "surrogatepass")
    return hmac.new(key, text, hashlib.sha256).digest()[:DIGEST_BYTES]


def plain(comment):
    """A comment as it is compared: without case, marks, signs and blanks."""
    letters = unicodedata.normalize("NFKD", comment.casefold())
    return "".join(letter for letter in letters if letter.isalnum())


def past_of(digests, day, now):
    """What this day brought so far from the same network and browser, and of the same content: abuse.Past."""
    near = Recognition.objects.filter(day=day, network=digests.network)
    counts = near.aggregate(
        minute=Count("pk", filter=Q(at__gt=now - timedelta(minutes=1))),
        hour=Count("pk", filter=Q(at__gt=now - timedelta(hours=1))),
        day=Count("pk"),
    )
    own = Recognition.objects.filter(day=day, browser=digests.browser).values_list("score", "at")
    recent = sum(at > now - timedelta(hours=1) for _score, at in own)
    same = Recognition.objects.filter(day=day, content=digests.content).count() if digests.content else 0
    return abuse.Past(**counts, browser=recent, same=same, scores=tuple(score for score, _at in own))


__all__ = ["Answer", "Client", "record"]
