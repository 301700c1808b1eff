"""What waits, for whom: read off the index of each language and kind of work, never by looking at all that waits."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import connection
from django.db.models import Subquery
from django.utils import timezone

from people.languages import LANGUAGES

from ..models import WorkItem
from ..models.work_item import holding
from ..paging import MOST_COUNTED
from .rule import STEP_OF

PER_PAGE = 50
MOST_SHOWN = 1_000
KINDS = tuple(WorkItem.Kind)
SORTS = {"oldest": ("since", "id"), "newest": ("-since", "-id"), "due": ("due_on", "since", "id")}


@dataclass(frozen=True)
class Wanted:
    """What of the queue is asked for; "" is any.

    whose: "mine" (what the person may do and nobody else has, and what they have) or "all". assignee: "me", "nobody" or
    "somebody". due: "overdue" or "week" (the next seven days, and overdue). sort: a key of SORTS. new_since: an aware
    datetime, for what came to wait from then on, or None.
    """

    whose: str = "mine"
    language: str = ""
    kind: str = ""
    assignee: str = ""
    due: str = ""
    sort: str = "oldest"
    new_since: datetime | None = None


def duties(user):
    """Pairs (language, kind) of the work that `user` has the right to do."""
    return [
        (language, kind)
        for language in LANGUAGES
        for kind in KINDS
        if user.has_perm(f"news.{STEP_OF[kind]}_{language}")
    ]


class Waiting:
    """The rows that wait for `user` as `wanted` has it."""

    def __init__(self, user, wanted=None, today=None):
        self.user, self.wanted = user, wanted or Wanted()
        self.today = today or timezone.localdate()

    def page(self, number):
        """(WorkItems of page `number`, whether there are more). At most the first 1,000 are shown; three queries."""
        start = (number - 1) * PER_PAGE
        most = min(start + PER_PAGE, MOST_SHOWN)
        keys = self.keys(most + 1)
        return self.items(keys[start:most]), len(keys) > most

    def items(self, keys):
        """The WorkItems with these keys, in their order; one query."""
        items = WorkItem.objects.in_bulk(keys)
        return [items[key] for key in keys if key in items]

    def keys(self, most):
        """Keys of the first `most` rows in the order asked for; one query, two when sorted by due date."""
        branches, order = [rows for _language, _kind, rows in self.branches()], SORTS[self.wanted.sort]
        if self.wanted.sort != "due":
            return first_keys(branches, order, most)
        due_on = Subquery(holding().values("due_on")[:1])
        dated = [rows.held(due_on__isnull=False).annotate(due_on=due_on) for rows in branches]
        keys = first_keys(dated, order, most)
        if len(keys) < most:
            undated = [rows.not_held(due_on__isnull=False) for rows in branches]
            keys += first_keys(undated, SORTS["oldest"], most - len(keys))
        return keys

    def branches(self):
        """(language, kind, queryset of WorkItem) whose rows nobody else's branch has, one for each index to read.

        kind is "" for what the person has without the right to do it.
        """
        mine = duties(self.user)
        pairs = mine if self.wanted.whose == "mine" else [(code, kind) for code in LANGUAGES for kind in KINDS]
        branches = [
            (language, kind, self.narrowed(WorkItem.objects.waiting(language, kind)))
            for language, kind in pairs
            if self.wanted.language in {"", language} and self.wanted.kind in {"", kind}
        ]
        return branches + (list(self.given_without_the_right(mine)) if self.wanted.whose == "mine" else [])

    def given_without_the_right(self, mine):
        """What somebody has without being able to do it any more: they still see it, to hand it back."""
        for language in LANGUAGES:
            others = [kind for kind in KINDS if (language, kind) not in mine and self.wanted.kind in {"", kind}]
            if others and self.wanted.language in {"", language}:
                items = WorkItem.objects.filter(language=language, kind__in=others).held(assignee=self.user)
                yield language, "", self.narrowed(items)

    def narrowed(self, items):
        if self.wanted.whose == "mine":
            items = items.not_held_by_others(self.user)
        if self.wanted.assignee == "me":
            items = items.held(assignee=self.user)
        elif self.wanted.assignee == "nobody":
            items = items.not_held()
        elif self.wanted.assignee == "somebody":
            items = items.held()
        if self.wanted.new_since:
            items = items.filter(since__gte=self.wanted.new_since)
        if self.wanted.due == "overdue":
            items = items.held(due_on__lt=self.today)
        elif self.wanted.due == "week":
            items = items.held(due_on__lte=self.today + timedelta(days=7))
        return items

    def counts(self):
        """[(language, kind, how many)] of each branch, counted no further than 1,001; one query."""
        branches = self.branches()
        numbers = count_each([rows for _language, _kind, rows in branches], MOST_COUNTED + 1)
        return [(language, kind, n) for (language, kind, _rows), n in zip(branches, numbers, strict=True)]

    def count(self):
        """How many wait in all, counted no further than 1,001; one query."""
        return min(sum(n for _language, _kind, n in self.counts()), MOST_COUNTED + 1)


def first_keys(branches, order, most):
    """Keys of the first `most` rows of all `branches` in `order`: each reads as many off its own index."""
    columns = [name.lstrip("-") for name in order]
    parts, params = [], []
    for branch in branches:
        rows = branch.order_by(*order).values_list(*columns)[:most]
        sql, values = rows.query.sql_with_params()
        parts.append(f"SELECT * FROM ({sql}) AS branch")
        params += values
    if not parts:
        return []
    # By place: the databases name the columns of a union differently.
    places = [f"{place}{' DESC' if name.startswith('-') else ''}" for place, name in enumerate(order, 1)]
    sql = f"{' UNION ALL '.join(parts)} ORDER BY {', '.join(places)} LIMIT %s"
    with connection.cursor() as cursor:
        cursor.execute(sql, [*params, most])
        return [row[-1] for row in cursor.fetchall()]


def count_each(branches, most):
    """How many rows each queryset has, counted no further than `most`; one query."""
    if not branches:
        return []
    parts, params = [], []
    for branch in branches:
        # In the order of the index, so that it is the index that is read.
        sql, values = branch.order_by("since", "id").values_list("pk")[:most].query.sql_with_params()
        parts.append(f"(SELECT count(*) FROM ({sql}) AS branch)")
        params += values
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {', '.join(parts)}", params)
        return list(cursor.fetchone())
