"""The parity board: how far each language is with the stories of a period, counted off one narrow index."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Exists, Min, OuterRef

from ..models import Article, WorkItem
from ..plans import by_index

State = WorkItem.State
STATES = (State.MISSING, State.IN_WORK, State.BEHIND, State.CURRENT)
USUAL_MONTHS, MOST_MONTHS = 12, 36
NO_SECTOR = "none"


@dataclass(frozen=True)
class Cell:
    """So many stories of a language in one state; since: when the one that is so longest became it, or None."""

    count: int = 0
    since: object = None

    def __add__(self, other):
        sinces = [since for since in (self.since, other.since) if since]
        return Cell(self.count + other.count, min(sinces, default=None))


@dataclass(frozen=True)
class Period:
    """Whole months, from the first day of one to that of another, both included."""

    start: date
    end: date

    @classmethod
    def usual(cls, today):
        """The twelve months that end with this one."""
        end = today.replace(day=1)
        return cls(months_after(end, 1 - USUAL_MONTHS), end)

    def months(self):
        """First days of the months, the newest first."""
        count = (self.end.year - self.start.year) * 12 + self.end.month - self.start.month + 1
        return [months_after(self.end, -number) for number in range(count)]


def months_after(month, count):
    """The first day of the month that comes `count` months after `month`; negative: before."""
    number = month.year * 12 + month.month - 1 + count
    return date(number // 12, number % 12 + 1, 1)


def items_of(period, sector=None):
    """The WorkItems of the period; sector: a Sector, NO_SECTOR, or None for all."""
    items = WorkItem.objects.filter(month__gte=period.start, month__lte=period.end, state__in=STATES)
    links = Article.sectors.through.objects.filter(article=OuterRef("article"))
    if sector == NO_SECTOR:
        return items.filter(~Exists(links))
    return items.filter(Exists(links.filter(sector=sector))) if sector else items


def totals(period):
    """{(language, state): Cell} of all stories, each counted once; one query."""
    return grouped(items_of(period), "language", "state")


def by_month(period, sector=None):
    """{(month, language, state): Cell}; one query."""
    return grouped(items_of(period, sector), "month", "language", "state")


def grouped(items, *columns):
    rows = items.order_by().values_list(*columns).annotate(Count("pk"), Min("since"))
    return {tuple(key): Cell(count, since) for *key, count, since in rows}


def by_sector(period):
    """{(sector's key or None, language, state): Cell}; a story of two sectors counts in both. One query."""
    return {(row.sector_id, row.language, row.state): Cell(row.count, row.since) for row in counted(period, "")}


def by_sector_and_month(period):
    """{(sector's key or None, month, language, state): Cell}; the same with months. One query."""
    rows = counted(period, ", work.month")
    return {(row.sector_id, row.month, row.language, row.state): Cell(row.count, row.since) for row in rows}


def counted(period, month):
    # Written out: Django would join the stories' own wide rows on the way to their sectors. Of the index on months
    # nothing but its own columns is read.
    work, links = WorkItem._meta.db_table, Article.sectors.through._meta.db_table
    rows = WorkItem.objects.raw(
        f"SELECT min(work.article_id) AS id, link.sector_id{month}, work.language, work.state,"
        f" count(*) AS count, min(work.since) AS since"
        f" FROM {work} work LEFT JOIN {links} link ON link.article_id = work.article_id"
        f" WHERE work.month >= %s AND work.month <= %s AND work.state <> %s"
        f" GROUP BY link.sector_id{month}, work.language, work.state",
        [period.start, period.end, State.DOWN],
    )
    with by_index():
        return list(rows)
