"""Roll-ups put right: what they should hold is counted afresh within the database, and groups that differ are replaced.

Writing millions of rows anew takes minutes, comparing them takes seconds; and rows that are right stay where they are.
"""

from .. import scale
from .rating import Standing

COUNTERS = ("n1", "n2", "n3", "n4", "n5")
AFRESH = "counts_afresh"  # a temporary table of the connection
DAYS = "rated_on BETWEEN %(first)s AND %(last)s"
SERIES = "label_version || '.' || scale_order || '.' || placement"  # as scale.series() names it
# Few ratings were ever judged: their newest verdicts are put beside the others, not looked up for each rating.
RATINGS = f"""
SELECT {{grain}}, {", ".join(f"count(*) FILTER (WHERE score = {score}) AS n{score}" for score in scale.SCORES)}
FROM (
  SELECT rating.*, {SERIES} AS series, coalesce(verdict.standing, '{Standing.COUNTED}') AS standing
  FROM feedback_rating rating LEFT JOIN (
    SELECT rating_id, standing FROM feedback_verdict WHERE id IN (
      SELECT max(id) FROM feedback_verdict WHERE {DAYS} GROUP BY rating_id)
  ) verdict ON verdict.rating_id = rating.id
  WHERE rating.{DAYS}
) judged GROUP BY {{grain}}
"""  # noqa: S608  (names of columns and constants of ours; the days are parameters)


def sums(names):
    """What is selected of counts grouped by `names`."""
    return ", ".join([*names, *(f"sum({counter}) AS {counter}" for counter in COUNTERS)])


def counted_from_ratings(grain):
    return RATINGS.format(grain=", ".join(grain))


def added_up(table, grain):
    """The counts of days in `table` added up by month: %(month)s stands for the day of all of them."""
    rest = ", ".join(grain[1:])
    return f"SELECT %(month)s AS rated_on, {sums(grain[1:])} FROM {table} WHERE {DAYS} GROUP BY {rest}"  # noqa: S608


def put_right(cursor, model, fresh, days):
    """Make the counts of `model` equal to the query `fresh`, whose parameters are `days` {"first", "last", …}."""
    grain, table = ", ".join(model.GRAIN), model._meta.db_table
    kept = f"SELECT {sums(model.GRAIN)} FROM {table} WHERE {DAYS} GROUP BY {grain}"  # noqa: S608
    names = ", ".join([*model.GRAIN, *COUNTERS])
    cursor.execute(f"CREATE TEMPORARY TABLE {AFRESH} AS {fresh}", days)
    wrong = f"SELECT {grain} FROM ({kept} EXCEPT SELECT {names} FROM {AFRESH}) differing"  # noqa: S608
    cursor.execute(f"DELETE FROM {table} WHERE {DAYS} AND ({grain}) IN ({wrong})", days)  # noqa: S608
    cursor.execute(
        f"INSERT INTO {table} ({names}, slot) "  # noqa: S608
        f"SELECT {names}, 0 FROM (SELECT {names} FROM {AFRESH} EXCEPT {kept}) missing ORDER BY {grain}",
        days,
    )
    cursor.execute(f"DROP TABLE {AFRESH}")
