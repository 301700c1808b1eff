"""Work as a list shows it: with the story's title in its own language, its sectors and who has it."""

from dataclasses import dataclass
from datetime import datetime

from icesco.text.direction import direction
from people.models import Sector

from ..models import Article, Assignment, Edition, WorkItem
from .words import KIND_SIGNS, STATE_SIGNS, age


@dataclass(frozen=True)
class Row:
    """A WorkItem to be shown. title: of the text itself, else of the text to translate. holder: Assignment or None."""

    item: WorkItem
    title: str
    title_language: str
    sectors: tuple
    holder: Assignment | None
    now: datetime

    @property
    def age(self):
        return age(self.item.since, self.now)

    @property
    def direction(self):
        return direction(self.title_language)

    @property
    def sign(self):
        return KIND_SIGNS.get(self.item.kind) or STATE_SIGNS[self.item.state]

    @property
    def label(self):
        return self.item.get_kind_display() or self.item.get_state_display()

    @property
    def is_overdue(self):
        return self.holder is not None and self.holder.is_overdue()


def rows_of(items, now):
    """A Row for each of `items`, in their order; three queries, however many."""
    keys = {item.article_id for item in items}
    titles = titles_of(keys)
    sectors = sectors_of(keys)
    found = Assignment.objects.filter(article__in=keys).select_related("assignee")
    holders = {(holder.article_id, holder.language, holder.step): holder for holder in found}
    rows = []
    for item in items:
        language, title = title_for(titles.get(item.article_id, ()), item.language)
        holder = holders.get((item.article_id, item.language, item.step))
        named = tuple(sectors.get(item.article_id, ()))
        rows.append(Row(item, title, language, named, holder, now))
    return rows


def titles_of(article_keys):
    """{article's key: [(language, newest title)], the source's language first}."""
    editions = Edition.objects.filter(article__in=article_keys).select_related("newest_revision", "article")
    texts = editions.only("article__source_language", "language", "first_public_at", "newest_revision__title")
    titles = {}
    for edition in sorted(texts, key=lambda text: text.language != text.article.source_language):
        titles.setdefault(edition.article_id, []).append((edition.language, edition.newest_revision.title))
    return titles


def title_for(titles, language):
    """(language, title) of the text in `language`, else of the first."""
    own = [named for named in titles if named[0] == language]
    return next(iter(own or titles), (language, "—"))


def sectors_of(article_keys):
    """{article's key: names of its sectors}, in the interface's language."""
    links = Article.sectors.through.objects.filter(article__in=article_keys).values_list("article", "sector")
    links = list(links)
    names = Sector.objects.in_bulk({sector for _article, sector in links})
    found = {}
    for article, sector in links:
        found.setdefault(article, []).append(str(names[sector]))
    return found
