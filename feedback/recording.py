"""An answer from the visitor into the tables: judged, stored, counted, and put in the place of an earlier one."""

import hashlib
import hmac
import unicodedata
from dataclasses import asdict, dataclass
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
from .signals import rating_recorded

CHANGE_OF_MIND = timedelta(minutes=5)
# For these reasons, what else belongs to the abuse: earlier answers of the day that have the same in all of these.
REACH = {
    "one_browser": ("network", "browser"),
    "one_sided": ("network", "browser"),
    "one_mind": ("network", "score"),
    "same_words": ("words", "score"),
}
MOST_AT_ONCE = 50  # a visitor waits for so many earlier answers to be set apart
MOST_GROUPS = 1000  # with so many browsers a network is past every limit: what else it sent needs no reading


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
    """Keyed hashes of one day, bytes.

    network: of the address; browser: of it and the browser; visitor: of both and the page; content: of the nonce;
    words: of a long comment; both empty where there is none.
    """

    network: bytes
    browser: bytes
    visitor: bytes
    content: bytes
    words: bytes


def record(answer, client, now=None):
    """Store an Answer; returns the Rating. One transaction: an answer that is stored is counted.

    What abuse.py suspects is stored as set apart; the visitor sees no difference.
    """
    now = now or timezone.now()
    day = day_of(now)
    with transaction.atomic():
        digests = digests_of(answer, client, DailyKey.of(day))
        past = past_of(digests, answer.score, day, now)
        reasons = abuse.reasons_for(answer, client, past)
        rating = rating_of(answer, client, now)
        standing = Standing.QUARANTINED if reasons else Standing.COUNTED
        earlier = None if reasons else earlier_answer(digests, day, now, past.is_shared)
        changes = rating.store(standing=standing, reason=next(iter(reasons), ""))
        Recognition.objects.create(
            day=day,
            **asdict(digests),
            score=answer.score,
            at=now,
            rating_id=rating.pk,
            is_counted=not reasons,
        )
        if earlier:
            changes += replace(earlier)
        count(changes)
    for reason in [reason for reason in reasons if reason in REACH]:
        set_apart_before(reason, day, digests, answer.score)
    # Robust: the answer is stored, and who only listens can't make it fail.
    rating_recorded.send_robust(Rating, standing=standing, reason=next(iter(reasons), ""), is_instead=bool(earlier))
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


def earlier_answer(digests, day, now, is_shared):
    """The Recognition of the answer that this visitor's new one takes the place of, locked, or None.

    Behind a shared address another person may look alike: there only an answer just given is taken for one's own.
    """
    own = Recognition.objects.filter(day=day, visitor=digests.visitor, is_counted=True)
    if is_shared:
        own = own.filter(at__gt=now - CHANGE_OF_MIND)
    return own.select_for_update().order_by("-pk").first()


def replace(earlier):
    """Give the answer of a Recognition up for a later one; returns the changes to the figures."""
    Recognition.objects.filter(pk=earlier.pk).update(is_counted=False)
    rating = Rating.objects.filter(pk=earlier.rating_id).first()
    return rating.give_verdict(Standing.REPLACED, "answered_again") if rating else []


def set_apart_before(reason, day, digests, score):
    """Set apart what came before an answer and is part of the same abuse, as far as REACH says for `reason`.

    Each in a transaction of its own: held together, their rows in the roll-ups would keep other visitors waiting, and
    two of these could wait for each other. What is left over goes with the next such answer.
    """
    same = {"day": day, "is_counted": True} | {
        name: score if name == "score" else getattr(digests, name) for name in REACH[reason]
    }
    for found in Recognition.objects.filter(**same).order_by("pk")[:MOST_AT_ONCE]:
        with transaction.atomic():
            if Recognition.objects.filter(pk=found.pk, is_counted=True).update(is_counted=False):
                for rating in Rating.objects.filter(pk=found.rating_id, rated_on=day):
                    rating.judge(Standing.QUARANTINED, reason)


# What is known of the sender


def digests_of(answer, client, key):
    """The Digests of an Answer and a Client with the day's key."""
    network = digest(key, "network", client.address)
    browser = digest(key, "browser", client.address, client.user_agent, client.languages)
    visitor = digest(key, "visitor", browser.hex(), answer.page.key, answer.page.language)
    words = plain(answer.comment)
    is_long = len(words) >= abuse.LEAST_WORDS_LENGTH
    return Digests(
        network,
        browser,
        visitor,
        content=digest(key, "nonce", answer.nonce) if answer.nonce else b"",
        words=digest(key, "words", words) if is_long else b"",
    )


def digest(key, *parts):
    """A hash of `parts`, each a str, keyed: without the key nobody can make it, nor try what it was made of."""
    text = "\0".join(parts).encode("utf-8", "surrogatepass")
    return hmac.new(key, text, hashlib.sha256).digest()[:DIGEST_BYTES]


def plain(comment):
    """A comment as it is compared: without case, marks, signs and blanks."""
    letters = unicodedata.normalize("NFKD", comment.casefold())
    return "".join(letter for letter in letters if letter.isalnum())


def past_of(digests, score, day, now):
    """What this day brought before an answer of `digests` and `score`: abuse.Past. One to three queries."""
    today = Recognition.objects.filter(day=day)
    groups = (
        today.filter(network=digests.network)
        .values_list("browser", "score")
        .annotate(
            minute=Count("pk", filter=Q(at__gt=now - timedelta(minutes=1))),
            hour=Count("pk", filter=Q(at__gt=now - timedelta(hours=1))),
            day_count=Count("pk"),
            pages=Count("visitor", distinct=True),
            again=Count("pk", filter=Q(visitor=digests.visitor)),
        )
    )[:MOST_GROUPS]
    found = [(bytes(browser), *numbers) for browser, *numbers in groups]
    return abuse.Past(
        groups=tuple(
            abuse.Group(browser, score, browser == digests.browser, *counts)
            for browser, score, *counts, _again in found
        ),
        is_again=any(again for *_group, again in found),
        is_replay=bool(digests.content) and today.filter(content=digests.content).exists(),
        same_words=today.filter(words=digests.words, score=score).count() if digests.words else 0,
    )


__all__ = ["Answer", "Client", "record"]
