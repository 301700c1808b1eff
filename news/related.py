"""Stories that share people, tags, member states or sectors with a story."""

from collections import Counter

from django.db import connection
from django.db.models import Value

from .models import Edition, Listing

# What is shared tells how near two stories are: a person or a tag is in few stories, a sector in very many.
WEIGHTS = {"person": 4, "tag": 4, "member_state": 2, "sector": 1}
# A story of a general assembly has all member states: past these, one more says nothing.
MOST_SUBJECTS = {"person": 8, "tag": 8, "member_state": 6, "sector": 4}
NEWEST_PER_SUBJECT = 50
MOST_SHOWN = 3
MOST_ASKED = 8 * MOST_SHOWN  # the nearest may have expired


def related_stories(edition, subjects):
    """The live editions in the language of `edition` nearest to it, newest first among equals: at most MOST_SHOWN.

    subjects: {kind: keys of what the story is linked to}, kinds as in listing.SUBJECTS. Only the NEWEST_PER_SUBJECT
    stories of each are looked at, read off the index of its list, so a sector's age costs nothing. Two queries at
    most, none without subjects. Each edition brings what a card shows.
    """
    nearest = ranked(candidates(edition, subjects))[:MOST_ASKED]
    if not nearest:
        return []
    live = Edition.objects.live(edition.language).for_cards(edition.language).in_bulk(nearest)
    return [live[key] for key in nearest if key in live][:MOST_SHOWN]


def candidates(edition, subjects):
    """Rows (edition key, day, first public at, weight): the newest of each subject's list, without `edition`.

    Some may have expired: asking that of each row would take the database longer to plan than to answer.
    """
    kept = [(kind, key) for kind in WEIGHTS for key in subjects.get(kind, ())[: MOST_SUBJECTS[kind]]]
    lists = [newest_of(edition, kind, key) for kind, key in kept]
    return lists[0].union(*lists[1:], all=True) if len(lists) > 1 else next(iter(lists), ())


def newest_of(edition, kind, key):
    rows = Listing.objects.filter(language=edition.language, **{kind: key}).exclude(edition=edition)
    newest = rows.order_by(*rows.page_order)[:NEWEST_PER_SUBJECT]
    if not connection.features.supports_slicing_ordering_in_compound:  # SQLite: cut short in a subquery only
        newest = Listing.objects.filter(pk__in=newest.values("pk"))
    return newest.values_list("edition_id", "permalink_on", "first_public_at", Value(WEIGHTS[kind]))


def ranked(rows):
    """Keys of editions, the one that shares most first, the newer first among equals."""
    points, when = Counter(), {}
    for key, day, first_public_at, weight in rows:
        points[key] += weight
        when[key] = (day, first_public_at, key)
    return sorted(points, key=lambda key: (points[key], when[key]), reverse=True)
