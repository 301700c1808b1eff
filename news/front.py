"""What the front page of a language shows: a lead, the latest, and the newest of each sector."""

from dataclasses import dataclass

from django.db.models import OuterRef, Subquery

from people.models import Sector

from .models import Edition, LeadPin, Listing

LATEST = 5  # by their titles, beside the lead
MORE = 6  # as cards, below it
OF_A_SECTOR = 3


@dataclass(frozen=True)
class FrontPage:
    """lead: an Edition or None. latest, more: lists of Editions, newest first, the lead not among them.

    sectors: a list of (Sector, its newest Editions), alphabetically; quiet_sectors: those without a story.
    """

    lead: Edition | None
    latest: list
    more: list
    sectors: list
    quiet_sectors: list


def front_page(language):
    """The FrontPage of `language`, in four queries whatever the number of stories and sectors."""
    pin = LeadPin.objects.live(language).for_cards(language).first()
    newest = list(Edition.objects.live(language).newest_first().for_cards(language)[: 1 + LATEST + MORE])
    lead = pin.edition if pin else next(iter(newest), None)
    others = [edition for edition in newest if edition != lead][: LATEST + MORE]
    by_sector = stories_by_sector(language)
    return FrontPage(
        lead=lead,
        latest=others[:LATEST],
        more=others[LATEST:],
        sectors=[(sector, editions) for sector, editions in by_sector if editions],
        quiet_sectors=[sector for sector, editions in by_sector if not editions],
    )


def stories_by_sector(language):
    """A list of (Sector of today, its newest live Editions, at most OF_A_SECTOR), alphabetically in `language`.

    Two queries. Each story is the first, second … row of the sector's own lists, so no more rows are read than shown.
    """
    rows = Listing.objects.live(language).filter(sector=OuterRef("pk"))
    newest = rows.order_by(*rows.page_order)
    keys = {f"story_{place}": Subquery(newest.values("edition")[place : place + 1]) for place in range(OF_A_SECTOR)}
    today = Sector.objects.named_in(language).filter(ended_on__isnull=True)
    sectors = list(today.in_order(language).annotate(**keys))
    wanted = {getattr(sector, key) for sector in sectors for key in keys}
    editions = Edition.objects.live(language).for_cards(language).in_bulk(wanted - {None})
    return [
        (sector, [editions[key] for name in keys if (key := getattr(sector, name)) in editions]) for sector in sectors
    ]
